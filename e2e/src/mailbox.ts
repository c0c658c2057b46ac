import { expect } from '@playwright/test';
import { addressOf, type CastName } from './actors.js';

interface MailHead {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** A mail as it was sent. */
export interface Mail extends MailHead {
  readonly text: string;
  readonly html: string;
}

/** The mail of the demo, which never leaves the computer. */
export class Mailbox {
  constructor(private readonly url: string) {}

  /** Waits for a mail to somebody whose text or subject says this. */
  async mailTo(name: CastName, says: RegExp | string): Promise<Mail> {
    let found: Mail | undefined;
    await expect(async () => {
      const mails = await this.mailsTo(name);
      found = mails.find((mail) => isIn(`${mail.subject}\n${mail.text}`, says));
      const latest = mails.slice(0, 5).map(({ subject }) => subject);
      expect(found, `a mail to ${name} that says ${String(says)}; the latest are ${latest.join(' | ')}`).toBeDefined();
    }).toPass({ timeout: 40_000 });
    if (!found) throw new Error('unreachable');
    return found;
  }

  /** All mails to somebody, newest first. */
  async mailsTo(name: CastName): Promise<Mail[]> {
    const { items } = await this.read<{ items: MailHead[] }>('/dev/mail');
    const heads = items.filter((mail) => mail.to.includes(addressOf(name)));
    return Promise.all(heads.map((head) => this.read<Mail>(`/dev/mail/${head.id}`)));
  }

  private async read<T>(path: string): Promise<T> {
    const response = await fetch(this.url + path, { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return (await response.json()) as T;
  }
}

function isIn(text: string, says: RegExp | string): boolean {
  return typeof says === 'string' ? text.includes(says) : says.test(text);
}
