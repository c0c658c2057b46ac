import { differences, type Stretch } from './differences';

const shown = (stretches: readonly Stretch[]): string => stretches.map(({ text, only }) => (only ? `[${text}]` : text)).join('');

describe('the differences of two texts', () => {
  it('are the words that stand in one of them only', () => {
    const { before, after } = differences('No shade at two stops', 'No shade at four stops and one square');
    expect(shown(before)).toBe('No shade at [two] stops');
    expect(shown(after)).toBe('No shade at [four] stops[ and one square]');
  });

  it('are none where nothing has changed', () => {
    const { before, after } = differences('No shade', 'No shade');
    expect([shown(before), shown(after)]).toEqual(['No shade', 'No shade']);
  });

  it('are everything where nothing is left', () => {
    const { before, after } = differences('Shade', '');
    expect([shown(before), shown(after)]).toEqual(['[Shade]', '']);
  });

  it('lose nothing of either text', () => {
    const { before, after } = differences('One\n\n two  three', 'two\nthree four');
    expect(before.map(({ text }) => text).join('')).toBe('One\n\n two  three');
    expect(after.map(({ text }) => text).join('')).toBe('two\nthree four');
  });

  it('are not looked for word by word in very long texts', () => {
    const long = 'word '.repeat(2000);
    expect(differences(long, `${long}more`).after).toEqual([{ text: `${long}more`, only: false }]);
  });
});
