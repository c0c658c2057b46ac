import { parse } from 'csv-parse/sync';
import { csvLine } from './csv-line.js';

const read = (line: string): string[] => parse(line)[0] ?? [];

describe('a line of a CSV file', () => {
  it('holds text, numbers and nothing', () => {
    expect(csvLine(['Green bus stops', 12, null, -3.5])).toBe('Green bus stops,12,,-3.5\r\n');
  });

  it('is read back as it was, whatever the text holds', () => {
    const texts = ['a,b', 'say "yes"', 'two\nlines', 'two\r\nlines', 'a\tb', ' blanks ', 'ż;ά', '"', ''];
    expect(read(csvLine(texts))).toEqual(texts);
  });

  it.each(['=cmd', '+1', '-1', '@SUM(A1)', '\t=cmd', '\rx', '\nx', ' =cmd', '\u00a0=cmd', '＝cmd', '＋1', '－1', '＠x', '="a","b"'])(
    'lets no spreadsheet compute %j',
    (text) => {
      expect(read(csvLine([text]))).toEqual([`'${text}`]);
      expect(csvLine([text])).not.toMatch(/^"?[\s=+\-@＝＋－＠]/u);
    },
  );

  it('leaves alone what only looks a little like a formula', () => {
    expect(read(csvLine(['a=b', '1-2', "'quoted'", 'maja@aleksandrow.example']))).toEqual([
      'a=b',
      '1-2',
      "'quoted'",
      'maja@aleksandrow.example',
    ]);
  });
});
