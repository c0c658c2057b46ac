import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { LANGUAGES, type Language, type Permission, type PermissionKey, PERMISSIONS, type Role } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { NotFound, PERMISSION, type PolkuRequest, ProblemError } from '../../platform/http/index.js';
import { RequestLimits } from '../../platform/limits/index.js';
import { readToken, SessionsRepository, tokenHash } from '../identity/index.js';
import { type Access, OrganisationsRepository } from './organisations.repository.js';

const SAFE = new Set(['GET', 'HEAD']);
/** Asked by what watches over the process, not by people. */
const PROBES = new Set<PermissionKey>(['check-live', 'check-ready']);

/** Lets a request in by the permission table: 401 not signed in, 404 not a member, 403 none of the roles. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly secure: boolean;

  constructor(
    private readonly reflector: Reflector,
    private readonly organisations: OrganisationsRepository,
    private readonly sessions: SessionsRepository,
    private readonly limits: RequestLimits,
    private readonly clock: Clock,
    @Inject(CONFIG) config: RunningConfig,
  ) {
    this.secure = config.publicUrl?.protocol === 'https:';
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const key = this.reflector.get<PermissionKey | undefined>(PERMISSION, context.getHandler());
    if (!key) throw new ProblemError(403, 'not-allowed', 'Nobody may use this address.');
    const { who }: Permission = PERMISSIONS[key];
    const request = context.switchToHttp().getRequest<PolkuRequest>();
    if (who === 'public') {
      if (!PROBES.has(key)) await this.limits.spend('visits', request.ip ?? '');
      return true;
    }
    const access = await this.accessOf(request);
    if (!access) {
      await this.limits.spend('visits', request.ip ?? '');
      throw new ProblemError(401, 'not-signed-in', 'Sign in first.');
    }
    await this.count(request, access.session);
    await this.sessions.seen(access.session, access.lastSeenAt, this.clock.now());
    request.visitor = { person: access.person, session: access.session, language: languageOf(request, access.language) };
    if (who === 'signed-in') return true;
    this.enter(request, access, who);
    return true;
  }

  private async count(request: PolkuRequest, session: string): Promise<void> {
    if (!SAFE.has(request.method)) await this.limits.spend('changes', session);
    else if (request.query['q']) await this.limits.spend('searches', session);
  }

  private async accessOf(request: PolkuRequest): Promise<Access | null> {
    const token = readToken(request.headers.cookie, this.secure);
    if (token === null) return null;
    const slug = typeof request.params['organisation'] === 'string' ? request.params['organisation'] : null;
    if (slug !== null && !/^[a-z0-9-]{1,63}$/.test(slug)) return this.organisations.access(tokenHash(token), null, this.clock.now());
    return this.organisations.access(tokenHash(token), slug, this.clock.now());
  }

  private enter(request: PolkuRequest, access: Access, permitted: readonly Role[]): void {
    const { tenant, member, roles } = access;
    if (!tenant || member === null || roles === null) throw new NotFound('This organisation');
    if (!roles.some((role) => permitted.includes(role))) throw new ProblemError(403, 'not-allowed', 'Your role may not use this.');
    request.actor = { organisation: tenant, member, roles, language: languageOf(request, access.language) };
  }
}

/** The language the client asks for, if it is one of ours; else the person's. */
function languageOf(request: PolkuRequest, own: Language): Language {
  const asked = request.headers['accept-language']?.trim().slice(0, 2).toLowerCase();
  const header = request.headers['accept-language'] ?? '';
  // Browsers send lists with weights by themselves; only the client's own single choice counts.
  if (header.includes(',') || header.includes(';')) return own;
  return LANGUAGES.find((language) => language === asked) ?? own;
}
