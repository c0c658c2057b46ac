import { parse } from 'csv-parse/sync';
import { csvLine } from './csv-line.js';

const read = (line: string): string[] => parse(line)[0] ?? [];

describe('a line of a CSV file', () => {
  it('holds text, numbers and nothing', () => {
    expect(csvLine(['Green bus stops', 12, null, -3.5])).toBe('"Green bus stops",12,,-3.5\r\n');
  });

  it('keeps plain text as it is, with its accents and signs', () => {
    const texts = ['Zażółć gęślą jaźń – 5 °C; 3 zł', 'Łódź; Gdańsk', 'a = b; c-d', 'Α; Β', 'ä; ö', '5\u00adWochen', '👩‍🏫; ok'];
    expect(read(csvLine(texts))).toEqual(texts);
  });

  it('is read back as it was, whatever the text holds', () => {
    const texts = ['a,b', 'say "yes"', 'two\nlines', 'two\r\nlines', 'a\tb', ' blanks ', 'ż;ά', '"', ''];
    expect(read(csvLine(texts))).toEqual(texts);
  });

  it.each([
    '=cmd',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=cmd',
    '\rx',
    '\nx',
    ' =cmd',
    '\u00a0=cmd',
    '＝cmd',
    '＋1',
    '－1',
    '＠x',
    '="a","b"',
    '\u200b=cmd',
    '\ufeff=cmd',
    '\u00ad+1',
    '\u2060-1',
    '\u202e@x',
    '\u3164=x',
    '\u2800=x',
  ])('lets no spreadsheet compute %j', (text) => {
    // Behind a tab it would begin a cell of its own.
    expect(read(csvLine([text]))).toEqual([text === '\t=cmd' ? "'\t'=cmd" : `'${text}`]);
    expect(csvLine([text])).not.toMatch(/^"?[\s=+\-@＝＋－＠]/u);
  });

  it.each([
    ['x;=1+1;y', "x;'=1+1;y"],
    ['x; =1+1', "x;' =1+1"],
    ['x;\u200b@SUM(A1)', "x;'\u200b@SUM(A1)"],
    ['x;"=1+1"', 'x;\'"=1+1"'],
    ['x;-1;+1', "x;'-1;'+1"],
    ['x\n=1+1', "x\n'=1+1"],
    ['x\r\n+1', "x\r\n'+1"],
    ['x\t@y', "x\t'@y"],
    ['x;;=1', "x;;'=1"],
    ['x\u2028=1', "x\u2028'=1"],
    ['=1;=2', "'=1;'=2"],
  ])('lets none of another list separator compute %j either', (text, safe) => {
    const line = csvLine([12, text, 'end']);
    expect(read(line)).toEqual(['12', safe, 'end']);
    const split = parse(line, { delimiter: ';', relaxQuotes: true, relaxColumnCount: true }).flat();
    for (const cell of split) expect(cell).not.toMatch(/^[\s\p{DI}"]*[=+\-@＝＋－＠]/u);
  });

  it('leaves alone what only looks a little like a formula', () => {
    expect(read(csvLine(['a=b', '1-2', "'quoted'", 'maja@aleksandrow.example']))).toEqual([
      'a=b',
      '1-2',
      "'quoted'",
      'maja@aleksandrow.example',
    ]);
  });
});
