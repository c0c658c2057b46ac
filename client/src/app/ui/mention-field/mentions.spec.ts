import { namedIn, nameBegunAt, partsOf } from './mentions';

const tomek = { id: 't', name: 'Tomek' };
const tomekB = { id: 'b', name: 'Tomek Brzęczyszczykiewicz' };

describe('a name behind an @', () => {
  it.each([
    ['@', { at: 0, begun: '' }],
    ['Ask @To', { at: 4, begun: 'To' }],
    ['Ask (@Brzę', { at: 5, begun: 'Brzę' }],
    ['Ask @Tomek Brz', { at: 4, begun: 'Tomek Brz' }],
    ['hanna@aleksandrow', null],
    ['Ask @Tomek about it now', null],
    ['Ask\n@Ma', { at: 4, begun: 'Ma' }],
  ])('is begun at the end of %j: %j', (text, begun) => {
    expect(nameBegunAt(text, text.length)).toEqual(begun);
  });

  it('names those whose name stands there, and is cut out with the longest that fits', () => {
    const text = 'Ask @Tomek Brzęczyszczykiewicz, then @Tomek.';
    expect(namedIn(text, [tomek, tomekB, { id: 'm', name: 'Maja' }])).toEqual([tomek, tomekB]);
    expect(partsOf(text, [tomek, tomekB])).toEqual([
      { text: 'Ask ', isName: false },
      { text: '@Tomek Brzęczyszczykiewicz', isName: true },
      { text: ', then ', isName: false },
      { text: '@Tomek', isName: true },
      { text: '.', isName: false },
    ]);
    expect(partsOf('', [tomek])).toEqual([]);
  });

  it('does not name who was picked first, when another whose name begins alike took their place', () => {
    expect(namedIn('Ask @Tomek Brzęczyszczykiewicz.', [tomek, tomekB])).toEqual([tomekB]);
  });
});
