import { pastedRows } from './pasted-table';

describe('a pasted table', () => {
  it.each([
    ['tabs', 'on\tsuccesses\ttotal\n2026-03-02\t17\t20'],
    ['semicolons', 'on;successes;total\r\n2026-03-02;17;20'],
    ['commas', '\uFEFFon,successes,total\n2026-03-02,17,20\n'],
  ])('is taken apart at %s', (_, text) =>
    expect(pastedRows(text)).toEqual([
      { row: 1, cells: ['on', 'successes', 'total'] },
      { row: 2, cells: ['2026-03-02', '17', '20'] },
    ]),
  );

  it('keeps a new line or delimiter in quotes in its cell, and counts rows as a spreadsheet does', () => {
    expect(pastedRows('on;note\n2026-03-02;"one; two\nthree"\n\n2026-03-03;')).toEqual([
      { row: 1, cells: ['on', 'note'] },
      { row: 2, cells: ['2026-03-02', 'one; two\nthree'] },
      { row: 4, cells: ['2026-03-03', ''] },
    ]);
  });
});
