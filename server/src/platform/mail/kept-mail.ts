import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { parseMessage } from './message.js';

/** A mail of the data folder, as a list shows it. */
export interface MailHead {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly date: string;
}

/** A mail of the data folder with its two bodies. */
export interface WholeMail extends MailHead {
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** How many of the newest mails a list shows. */
const SHOWN = 500;

/** Mails as files (RFC 5322) in the data folder, one each; a repeat takes the place of the first. */
@Injectable()
export class KeptMail {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.folder = join(config.dataFolder, 'mail');
  }

  /** Writes a mail so that a reader sees all of it or nothing. */
  async keep(id: string, message: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = join(this.folder, `.${id}-${randomBytes(4).toString('hex')}`);
    await writeFile(draft, message, { mode: 0o600 });
    await rename(draft, join(this.folder, `${id}.eml`));
  }

  /** The newest mails, newest first. */
  async list(): Promise<MailHead[]> {
    const names = await readdir(this.folder).catch(() => []);
    const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -'.eml'.length));
    const newest = ids
      .filter((id) => UUID.test(id))
      .sort()
      .slice(-SHOWN)
      .reverse();
    const mails = await Promise.all(newest.map((id) => this.read(id)));
    return mails
      .flatMap((mail) => (mail === null ? [] : [{ id: mail.id, to: mail.to, subject: mail.subject, date: mail.date }]))
      .sort((one, other) => (one.date === other.date ? 0 : one.date < other.date ? 1 : -1));
  }

  /** How many mails say this; they are forgotten where that is asked for. */
  async saying(words: RegExp, { forget }: { forget: boolean }): Promise<number> {
    let found = 0;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const mail = name.endsWith('.eml') ? await this.read(name.slice(0, -'.eml'.length)) : null;
      if (!mail || !words.test([mail.to, mail.subject, mail.text, mail.html].join('\n'))) continue;
      found += 1;
      if (forget) await rm(join(this.folder, name), { force: true });
    }
    return found;
  }

  /** One mail, or null. Nothing but the id of a mail ever reaches the file system. */
  async read(id: string): Promise<WholeMail | null> {
    if (!UUID.test(id)) return null;
    const content = await readFile(join(this.folder, `${id}.eml`)).catch(() => null);
    if (content === null) return null;
    const { headers, text, html } = parseMessage(content);
    const date = Date.parse(headers.get('date') ?? '');
    return {
      id,
      to: headers.get('to') ?? '',
      subject: headers.get('subject') ?? '',
      date: Number.isNaN(date) ? '' : new Date(date).toISOString(),
      messageId: headers.get('message-id') ?? '',
      text,
      html,
    };
  }
}
