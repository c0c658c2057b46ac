import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES } from '#contracts';
import { EN } from './en.js';
import { WORDS } from './index.js';

/** The names of the values that a message asks for, those inside a choice too. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly { type: number; value?: unknown; options?: Record<string, { value: never[] }> }[]): void => {
    for (const element of elements) {
      // 0 is plain text.
      if (element.type !== 0 && typeof element.value === 'string') names.add(element.value);
      for (const option of Object.values(element.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst() as never[]);
  return [...names].sort();
}

/** The choices of a message: `decision: accept, money, …`. */
function choices(message: string): string[] {
  const found = [...message.matchAll(/\{(\w+), select,((?:\s*\w+ \{[^{}]*\})+)\}/g)];
  return found.map(([, name, options = '']) => `${name}: ${[...options.matchAll(/(\w+) \{/g)].map(([, key]) => key).join()}`).sort();
}

describe.each(LANGUAGES)('the sentences about notifications in %s', (language) => {
  const words = WORDS[language];

  it('are all there', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(EN).sort());
    expect(Object.entries(words).filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it.each(Object.keys(EN) as (keyof typeof EN)[])('ask for the same values and offer the same choices: %s', (key) => {
    const asked = placeholders(EN[key]);
    const said = placeholders(words[key]);
    expect(said).toEqual(asked);
    expect(choices(words[key])).toEqual(choices(EN[key]));
  });

  it('are nobody else’s', () => {
    if (language === 'en') return;
    expect(Object.entries(words).filter(([key, message]) => message === EN[key as keyof typeof EN])).toEqual([]);
  });
});
