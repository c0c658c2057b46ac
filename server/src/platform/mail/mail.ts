import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { Clock } from '../clock/index.js';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { type Count, Metrics } from '../metrics/index.js';
import { KeptMail } from './kept-mail.js';
import type { Letter } from './letter.js';

const CONNECTIONS = 4;
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The mail server says that this address will never take the mail: trying again is of no use. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Sends mail: through SMTP_URL, and without it as files in the data folder. */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly smtp: Transporter | null;
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  private readonly mails: Count;
  private readonly from: { name: string; address: string };

  constructor(
    private readonly kept: KeptMail,
    private readonly clock: Clock,
    @Inject(CONFIG) config: RunningConfig,
    metrics: Metrics,
  ) {
    this.mails = metrics.counter('polku_mails_total', 'Attempts to send a mail: sent, failed for now, or refused for good.', ['result']);
    this.smtp =
      config.smtpUrl === null ? null : createTransport({ url: config.smtpUrl, pool: true, maxConnections: CONNECTIONS, ...PATIENCE });
    this.from = { name: 'Polku', address: senderOf(config) };
  }

  /** Resolves once the mail has been handed over. @throws AddressRefused, or what the mail server said. */
  async send(letter: Letter): Promise<void> {
    try {
      await this.handOver(letter);
      this.mails.add({ result: 'sent' });
    } catch (error) {
      this.mails.add({ result: error instanceof AddressRefused ? 'refused' : 'failed' });
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
    this.composer.close();
  }

  private async handOver(letter: Letter): Promise<void> {
    const mail: SendMailOptions = {
      messageId: letter.messageId,
      date: this.clock.now(),
      from: this.from,
      to: letter.to,
      subject: letter.subject.replaceAll(/\s+/g, ' '),
      text: letter.text,
      html: letter.html,
      // RFC 3834: nobody's out-of-office reply should come back.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    if (this.smtp === null) {
      const { message } = (await this.composer.sendMail(mail)) as unknown as { message: Buffer };
      await this.kept.keep(letter.id, message);
      return;
    }
    try {
      await this.smtp.sendMail(mail);
    } catch (error) {
      throw isRefusal(error) ? new AddressRefused(error.message) : error;
    }
  }
}

/** Mail servers want their own account as the sender; without one the sender is named after the public address. */
function senderOf(config: RunningConfig): string {
  const user = config.smtpUrl === null ? '' : decodeURIComponent(new URL(config.smtpUrl).username);
  return user.includes('@') ? user : `polku@${config.publicUrl?.hostname ?? 'localhost'}`;
}

function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, command, responseCode } = error as Error & { code?: unknown; command?: unknown; responseCode?: unknown };
  // A sender who is refused is a matter of SMTP_URL and PUBLIC_URL, which somebody will mend.
  return code === 'EENVELOPE' && command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500;
}
