import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { RunningConfig, Scanner } from '../../platform/config/index.js';
import { loadConfig } from '../../platform/config/index.js';
import type { Invalid } from '../../platform/http/index.js';
import { ScanFile } from './scan-file.js';

let folder: string;
let file: string;

beforeAll(() => {
  Logger.overrideLogger(false);
  folder = mkdtempSync(join(tmpdir(), 'polku-scan-'));
  file = join(folder, 'file');
  writeFileSync(file, 'x'.repeat(1_000_000));
});

afterAll(() => rmSync(folder, { recursive: true }));

const said = async (scanner: Scanner | null): Promise<string | undefined> => {
  try {
    await new ScanFile({ scanner } as RunningConfig).scan(file);
    return 'let in';
  } catch (error) {
    return (error as Invalid).extras.fields?.[0]?.code;
  }
};
const shell = (script: string, patience = 20_000): Scanner => ({ command: 'sh', args: ['-c', script], patience });

describe('the virus scanner', () => {
  it('gets the whole file, and lets it in by ending with 0', async () => {
    expect(await said(shell('test "$(wc -c)" -eq 1000000'))).toBe('let in');
    expect(await said(null)).toBe('let in');
  });

  it('refuses a file by ending otherwise, be it before it has read all', async () => {
    expect(await said(shell('cat > /dev/null; exit 1'))).toBe('scanner-refused');
    expect(await said(shell('exit 2'))).toBe('scanner-refused');
  });

  it('that is not there, is killed or takes too long lets nothing in', async () => {
    expect(await said({ command: '/nowhere/scanner', args: [], patience: 20_000 })).toBe('not-scanned');
    expect(await said(shell('kill -9 $$'))).toBe('not-scanned');
    expect(await said(shell('cat > /dev/null; exec sleep 60', 200))).toBe('not-scanned');
  });

  it('learns none of our secrets', async () => {
    expect(await said(shell('test "$(env | grep -c -v -e ^PATH= -e ^PWD= -e ^SHLVL= -e ^_= -e ^OLDPWD=)" -eq 0'))).toBe('let in');
  });

  it('is named with what it is given, and no shell reads that', () => {
    expect(loadConfig({ POLKU_SCANNER: 'clamdscan  - ; rm', POLKU_SCANNER_PATIENCE: '5' }).scanner).toEqual({
      command: 'clamdscan',
      args: ['-', ';', 'rm'],
      patience: 5_000,
    });
    expect(() => loadConfig({ POLKU_SCANNER_PATIENCE: '0' })).toThrow('POLKU_SCANNER_PATIENCE must be a number of seconds');
  });
});
