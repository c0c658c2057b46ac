import { Module } from '@nestjs/common';
import { KeptMail } from './kept-mail.js';
import { MailController } from './mail.controller.js';
import { Mail } from './mail.js';

/** Mail: sent, or kept where the demo shows it. */
@Module({ controllers: [MailController], providers: [Mail, KeptMail], exports: [Mail] })
export class MailModule {}
