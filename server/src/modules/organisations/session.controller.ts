import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Ip, Patch, Post, Res } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import { editMe, type EditMe as EditMeInput, meView, type MeView, signIn, type SignIn as SignInInput } from '#contracts';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { Answers, CurrentVisitor, Permit, Public } from '../../platform/http/index.js';
import type { Visitor } from '../../platform/tenancy/index.js';
import { cookieName, EndSessions, SESSION_LENGTH, SignIn } from '../identity/index.js';
import { EditMe } from './edit-me.js';
import { ReadMe } from './read-me.js';

/** Signing in and out, and the person who is. */
@Controller('api/v1')
export class SessionController {
  private readonly secure: boolean;

  constructor(
    private readonly signing: SignIn,
    private readonly editing: EditMe,
    private readonly me: ReadMe,
    private readonly sessions: EndSessions,
    @Inject(CONFIG) config: RunningConfig,
  ) {
    this.secure = config.publicUrl?.protocol === 'https:';
  }

  @Post('session')
  @Public('sign-in', 'Sign in with e-mail and password; sets the session cookie')
  @Answers(201, meView, 400, 401, 422, 429)
  async signIn(
    @Body({ schema: signIn }) body: SignInInput,
    @Ip() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const { person, token } = await this.signing.signIn(body, address, userAgent);
    response.cookie(cookieName(this.secure), token, { ...this.cookie(), maxAge: SESSION_LENGTH });
    return this.me.read(person);
  }

  @Get('session')
  @Permit('read-session', 'Who is signed in')
  @Answers(200, meView, 401)
  readSession(@CurrentVisitor() visitor: Visitor): Promise<MeView> {
    return this.me.read(visitor.person);
  }

  @Delete('session')
  @HttpCode(204)
  @Permit('sign-out', 'Sign out: the session ends everywhere it is used')
  @Answers(204, null, 401)
  async signOut(@CurrentVisitor() visitor: Visitor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(visitor.person, visitor.session);
    response.clearCookie(cookieName(this.secure), this.cookie());
  }

  @Get('me')
  @Permit('read-me', 'Who I am, and in which organisations')
  @Answers(200, meView, 401)
  readMe(@CurrentVisitor() visitor: Visitor): Promise<MeView> {
    return this.me.read(visitor.person);
  }

  @Patch('me')
  @Permit('edit-me', 'Choose my language, and whether others see which idea I have open')
  @Answers(200, meView, 400, 401, 422)
  async editMe(@CurrentVisitor() visitor: Visitor, @Body({ schema: editMe }) body: EditMeInput): Promise<MeView> {
    await this.editing.edit(visitor.person, body);
    return this.me.read(visitor.person);
  }

  private cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' };
  }
}
