import { Logger } from 'nestjs-pino';
import type { TestApp } from './app.js';

/** What Polku warns of in its log while something is done. */
export async function warningsDuring({ app }: TestApp, act: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const silent = () => undefined;
  app.useLogger({ log: silent, error: silent, warn: (message: unknown) => void said.push(String(message)) });
  try {
    await act();
  } finally {
    app.useLogger(app.get(Logger));
  }
  return said;
}
