import { wordsOf } from './words.js';

describe('a name in a text', () => {
  const finds = (name: string, text: string) => wordsOf(name, 'maja+1@aleksandrow.example').test(text);

  it.each([
    ['Maja Łoś', 'Ask MAJA  ŁOŚ.', true],
    ['Maja Łoś', 'Maja Łośowa knows.', false],
    ['Maja Łoś', 'Maja knows, Łoś does not.', false],
    ['Maja', 'Ask Maja.', true],
    ['Maja', 'Seniorzy spotkają się 3 maja.', false],
    ['J. (Jo) Doe', 'j. (jo) doe was here', true],
    ['Rose', 'Write to MAJA+1@aleksandrow.example, please', true],
    ['Rose', 'Write to anna.maja+1@aleksandrow.example2', false],
  ])('%s in "%s": %s', (name, text, found) => {
    expect(finds(name, text)).toBe(found);
  });
});
