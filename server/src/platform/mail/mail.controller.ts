import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { Answers, NotFound, Public } from '../http/index.js';
import { KeptMail } from './kept-mail.js';
import { MAIL_STYLE, mailListPage, mailPage } from './mail-pages.js';

const head = z.object({ id: z.uuid(), to: z.string(), subject: z.string(), date: z.string() });
const mailList = z.object({ items: z.array(head) });
const wholeMail = head.extend({ messageId: z.string(), text: z.string(), html: z.string() });

/** The mail of the demo, for everybody at this computer: there it goes nowhere else. JSON, or pages for a browser. */
@Controller('dev/mail')
export class MailController {
  private readonly shown: boolean;

  constructor(
    private readonly kept: KeptMail,
    @Inject(CONFIG) config: RunningConfig,
  ) {
    this.shown = config.seed !== 'empty' && config.smtpUrl === null;
  }

  @Get()
  @Public('list-mail', 'The mail of the demo, newest first: no mail leaves it, so that everybody who tries it may read all')
  @Answers(200, mailList, 404)
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.onlyInDemo();
    const items = await this.kept.list();
    if (wantsPage(request)) response.type('html').send(mailListPage(items));
    else response.json({ items });
  }

  @Get(':id')
  @Public('read-mail', 'One mail of the demo')
  @Answers(200, wholeMail, 404)
  async read(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    this.onlyInDemo();
    if (id === 'style.css') {
      response.type('css').send(MAIL_STYLE);
      return;
    }
    const mail = await this.kept.read(id);
    if (!mail) throw new NotFound('This mail');
    if (wantsPage(request)) response.type('html').send(mailPage(mail));
    else response.json(mail);
  }

  private onlyInDemo(): void {
    if (!this.shown) throw new NotFound();
  }
}

function wantsPage(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}
