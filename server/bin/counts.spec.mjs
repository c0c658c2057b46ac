import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, closingLine, fromJest, fromPlaywright, judgeSkips } from './counts.mjs';

describe('the counts of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'polku-counts-'));
  const file = (content) => {
    const path = join(folder, 'report.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('count a test file that cannot be loaded as a failure', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'an import works' },
      { status: 'pending', fullName: 'an import reads the real proposals' },
    ];
    const report = { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2, testResults: [{ assertionResults }] };
    expect(fromJest(file(report))).toEqual({ passed: 5, failed: 3, skipped: ['an import reads the real proposals'] });
  });

  it('count a journey that passed only at the second try as a failure', () => {
    const specs = [
      { title: 'with a keyboard', tests: [{ status: 'skipped' }] },
      { title: 'by drag', tests: [{ status: 'expected' }] },
    ];
    const suites = [{ title: 'board.spec.ts', specs: [], suites: [{ title: 'a move', specs }] }];
    expect(fromPlaywright(file({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 1 }, errors: [], suites }))).toEqual({
      passed: 7,
      failed: 2,
      skipped: ['board.spec.ts a move with a keyboard'],
    });
  });

  it('know when there is no report, or half of one', () => {
    expect(fromJest(join(folder, 'nowhere.json'))).toBeNull();
    expect(fromPlaywright(file('{"stats":'))).toBeNull();
  });

  it('end in one line', () => {
    const sum = addCounts({ passed: 1, failed: 0, skipped: ['a', 'b'] }, { passed: 10, failed: 3, skipped: [] });
    expect(closingLine(sum)).toBe('11 passed, 3 failed, 2 skipped');
  });

  it('let only tests of the real proposals be skipped', () => {
    const counts = { passed: 4, failed: 0, skipped: ['the real proposals import', 'the queue on Redis drains', 'a guard refuses'] };
    expect(judgeSkips(counts, { isCi: false })).toEqual({
      counts: { passed: 4, failed: 1, skipped: ['the real proposals import'] },
      left: ['the queue on Redis drains'],
      refused: ['a guard refuses'],
    });
    expect(judgeSkips(counts, { isCi: true })).toMatchObject({ counts: { failed: 2 }, left: [] });
  });
});
