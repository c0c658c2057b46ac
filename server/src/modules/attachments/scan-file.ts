import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type RunningConfig, type Scanner } from '../../platform/config/index.js';
import { Invalid } from '../../platform/http/index.js';

/** How a scanner ended, or why nothing is known of a file. */
export type Verdict = { readonly exit: number | null } | { readonly trouble: string };

/** Has the virus scanner of the settings look at a file, where there is one. */
@Injectable()
export class ScanFile {
  private readonly logger = new Logger(ScanFile.name);
  private readonly scanner: Scanner | null;

  constructor(@Inject(CONFIG) { scanner }: RunningConfig) {
    this.scanner = scanner;
  }

  /** @throws Invalid for a file that the scanner refuses, or could not look at: what nobody has looked at does not come in. */
  async scan(path: string): Promise<void> {
    if (this.scanner === null) return;
    const verdict = await verdictOf(this.scanner, path);
    if ('trouble' in verdict || verdict.exit === null) {
      this.logger.error(`The virus scanner ${this.scanner.command}: ${'trouble' in verdict ? verdict.trouble : 'it was ended'}.`);
      throw Invalid.field(
        'file',
        'not-scanned',
        'The virus scanner could not look at the file. Try again later, or tell your administrator.',
      );
    }
    if (verdict.exit === 0) return;
    this.logger.warn(`The virus scanner refused a file (it ended with ${verdict.exit}).`);
    throw Invalid.field('file', 'scanner-refused', 'The virus scanner refuses this file.');
  }
}

/** Lets a scanner look at a file. It gets nothing of our environment but where programs are found: it holds our secrets. */
export function verdictOf({ command, args, patience }: Scanner, path: string): Promise<Verdict> {
  return new Promise((resolve) => {
    const program = spawn(command, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin' },
    });
    const file = createReadStream(path);
    // Not by Node's own `timeout`: it goes on after a program that is not there, and keeps the process from ending.
    const tooLong = setTimeout(() => program.kill('SIGKILL'), patience);
    const end = (verdict: Verdict) => {
      clearTimeout(tooLong);
      file.destroy();
      resolve(verdict);
    };
    program.on('error', (error) => end({ trouble: error.message }));
    // By `exit`: what it has started itself may keep its input open for longer.
    program.on('exit', (exit, signal) => end(signal === null ? { exit } : { trouble: `it did not end within ${patience} ms (${signal})` }));
    file.on('error', (error) => {
      program.kill('SIGKILL');
      end({ trouble: error.message });
    });
    // A scanner may know enough before the end, and close its input.
    program.stdin.on('error', () => file.destroy());
    file.pipe(program.stdin);
  });
}
