import { IcuTranspiler } from './icu-transpiler';

describe('IcuTranspiler', () => {
  const fill = (language: string, value: string, params: Record<string, unknown>): unknown => {
    const transpiler = new IcuTranspiler();
    transpiler.onLangChanged(language);
    return transpiler.transpile({ value, params, translation: {}, key: 'any' });
  };

  it.each([
    [1, '1 pomysł'],
    [3, '3 pomysły'],
    [5, '5 pomysłów'],
    [22, '22 pomysły'],
  ])('counts %d in Polish', (count, expected) => {
    const text = '{count, plural, one {# pomysł} few {# pomysły} many {# pomysłów} other {# pomysłu}}';
    expect(fill('pl', text, { count })).toBe(expected);
  });

  it('keeps an angle bracket as it is', () => {
    expect(fill('en', 'less than < {limit}', { limit: 5 })).toBe('less than < 5');
  });

  it('leaves a sentence without placeholders alone', () => {
    expect(fill('fi', 'Lähetä idea', {})).toBe('Lähetä idea');
  });
});
