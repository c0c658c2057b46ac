import { changedTexts } from './changed-texts';

describe('what an edit changed', () => {
  it('is told text by text, tags as words, and without the owner', () => {
    const before = { need: 'Shade', tags: ['heat'], ownerId: 'm-1', proposal: null };
    const after = { need: 'Shade and water', tags: ['heat', 'water'], ownerId: 'm-2', proposal: 'Trees' };
    expect(changedTexts({ kind: 'idea-edited', details: { fields: ['need'], before, after } })).toEqual([
      { name: 'need', before: 'Shade', after: 'Shade and water' },
      { name: 'tags', before: 'heat', after: 'heat, water' },
      { name: 'proposal', before: '', after: 'Trees' },
    ]);
  });

  it('names the challenges by what they ask', () => {
    const [before, after] = [{ challenge: null }, { challenge: 'Where is shade?' }];
    expect(changedTexts({ kind: 'idea-edited', details: { fields: ['challenge'], before, after } })).toEqual([
      { name: 'challenge', before: '', after: 'Where is shade?' },
    ]);
  });

  it('is nothing where the texts were erased, or something else happened', () => {
    expect(changedTexts({ kind: 'idea-edited', details: { fields: ['need'] } })).toEqual([]);
    expect(changedTexts({ kind: 'idea-moved', details: { before: {}, after: {} } })).toEqual([]);
  });
});
