import type { MetricKind } from '#contracts';
import { ANY_DAY } from './measured.js';
import { readMeasurements } from './read-measurements.js';

const read = (text: string, kind: MetricKind = 'proportion', itemsLeft: number | null = null) =>
  readMeasurements(text, { kind }, { today: '2026-03-31', period: ANY_DAY, itemsLeft });

/** What was read, as short as can be; or what is wrong. */
const said = (text: string, kind: MetricKind = 'proportion', itemsLeft: number | null = null) => {
  const { faults, measured } = read(text, kind, itemsLeft);
  if (faults.length > 0) return faults.map(({ row, column, code }) => `${row ?? '-'} ${column ?? '-'} ${code}`);
  return measured.map((it) => Object.values(it).filter((value) => value !== null));
};

describe('measurements that are pasted', () => {
  it('are read from what a spreadsheet copies, with blank rows and empty columns left out', () => {
    const text = 'date\tgroup\tsuccesses\ttotal\tnote\t\r\n2026-03-02\ttest\t9\t20\tRain, all day\t\n\n2026-03-03\tcomparison\t4\t20\t\t\n';
    expect(read(text)).toMatchObject({ total: 2, faults: [] });
    expect(said(text)).toEqual([
      ['test', '2026-03-02', 9, 20, 'Rain, all day'],
      ['comparison', '2026-03-03', 4, 20],
    ]);
  });

  it('are read from a CSV file with a byte order mark, quotation marks and commas', () => {
    expect(said('\u{feff}on,successes,total,note\n2026-03-02,9,20,"He said ""so"", twice"\n')).toEqual([
      ['test', '2026-03-02', 9, 20, 'He said "so", twice'],
    ]);
  });

  it.each([
    ['Date;Value;Note\n2/3/2026;5.25;x', '2026-03-02'],
    ['Data;Wartość;Uwagi\n02.03.2026;5,25;x', '2026-03-02'],
    ['Ημερομηνία;Τιμή;Σημείωση\n2-3-2026;5,25;x', '2026-03-02'],
    ['Datum;Värde;Anmärkning\n2026-03-02 08:15;5,25;x', '2026-03-02'],
    ['Päivämäärä;Arvo;Huomautus\n2.3.2026 klo;5,25;x', null],
    ['Päivämäärä;Arvo;Huomautus\n2. 3. 2026;5,25;x', '2026-03-02'],
    ['Pvm;Arvo;Huomautus\n2026.3.2;5,25;x', '2026-03-02'],
  ])('name their columns and write their days and numbers as the language does: %j', (text, day) => {
    expect(said(text, 'mean')).toEqual(day === null ? ['2 Päivämäärä not-a-date'] : [['test', day, 5.25, 'x']]);
  });

  it.each([
    ['Grupa', 'testowa', 'porównawcza'],
    ['Ομάδα', 'δοκιμής', 'σύγκρισης'],
    ['Grupp', 'Test', 'Jämförelse'],
    ['Ryhmä', 'testi', 'Vertailu'],
    ['group', 'test', 'comparison'],
  ])('name their groups as the language does: %s', (column, test, comparison) => {
    expect(said(`date;${column};value\n2026-03-02;${test};1\n2026-03-02;${comparison};2\n`, 'mean')).toEqual([
      ['test', '2026-03-02', 1],
      ['comparison', '2026-03-02', 2],
    ]);
  });

  it.each<[MetricKind, string, unknown[]]>([
    ['proportion-difference', 'successes;total\n9;20', [9, 20]],
    ['mean-difference', 'value\n-1 234,5', [-1234.5]],
    ['rate', 'count;exposure\n3;6,5', [3, 6.5]],
    ['rate-ratio', 'Antal händelser;Exponering\n3;6,5', [3, 6.5]],
    ['paired', 'after;before\n8,5;\u{2212}2', [8.5, -2]],
    ['checklist', 'z ilu;sukcesy\n4;3', [3, 4]],
  ])('of a %s have its values', (kind, text, values) => {
    const [header, row] = text.split('\n');
    expect(said(`date;${header}\n2026-03-02;${row}`, kind)).toEqual([['test', '2026-03-02', ...values]]);
  });

  it('do not take a decimal comma where commas part the columns', () => {
    expect(said('date,value\n2026-03-02,5,25', 'mean')).toEqual(['2 - wrong-columns']);
    expect(said('date,value\n2026-03-02,"5,25"', 'mean')).toEqual(['2 value not-a-number']);
    expect(said('date,value\n2026-03-02,5.25', 'mean')).toEqual([['test', '2026-03-02', 5.25]]);
  });

  it('say row by row what is wrong, each thing once', () => {
    const text = [
      'Date;Group;Successes;Total;Note',
      '2026-03-02;test;9;20;',
      ';test;9;20;',
      '2026-02-30;test;9;20;',
      '2026-04-01;test;9;20;',
      '2026-03-02;both;9;20;',
      '2026-03-02;test;nine;20;',
      '2026-03-02;test;9,5;20;',
      '2026-03-02;test;21;20;',
      '2026-03-02;test;-1;0;',
      '2026-03-02;test;;20;',
      `2026-03-02;test;9;20;${'x'.repeat(501)}`,
      '2026-03-02;test;9;20;;more',
      '1/2/26;test;1 000 000 001;20;',
    ].join('\n');
    expect(said(text)).toEqual([
      '3 Date required',
      '4 Date not-a-date',
      '5 Date in-the-future',
      '6 Group unknown-value',
      '7 Successes not-a-number',
      '8 Successes not-whole',
      '9 Successes more-than-total',
      '10 Successes too-small',
      '10 Total too-small',
      '11 Successes required',
      '12 Note too-long',
      '13 - wrong-columns',
      '14 Date not-a-date',
      '14 Successes too-large',
    ]);
    expect(read(text).measured).toHaveLength(1);
  });

  it('say what is wrong with the columns before anything else', () => {
    expect(said('date;colour;value;Date\n2026-03-02;red;1;2026-03-02')).toEqual([
      '1 colour unknown-field',
      '1 value unknown-field',
      '1 Date duplicate',
      '1 successes required',
      '1 total required',
    ]);
    expect(said('9;20\n8;20')).toEqual([
      '1 9 unknown-field',
      '1 20 unknown-field',
      '1 on required',
      '1 successes required',
      '1 total required',
    ]);
  });

  it('refuse a comparison group where there is none, and more items than a checklist has', () => {
    expect(said('date;group;before;after\n2026-03-02;comparison;1;2', 'paired')).toEqual(['2 group unknown-value']);
    expect(said('date;successes;total\n2026-03-02;1;4\n2026-03-03;1;4\n2026-03-04;0;1', 'checklist', 6)).toEqual(['3 total too-large']);
    expect(said('date;successes;total\n2026-03-02;1;4\n2026-03-03;1;2', 'checklist', 6)).toHaveLength(2);
  });

  it('must be there, and be readable', () => {
    expect(said('')).toEqual(['- - no-rows']);
    expect(said(' \n\n')).toEqual(['- - no-rows']);
    expect(said('date;successes;total\n')).toEqual(['- - no-rows']);
    expect(said('date;successes;total;note\n2026-03-02;1;2;"never closed\n')).toEqual([expect.stringMatching(/^\d - not-readable$/)]);
  });
});
