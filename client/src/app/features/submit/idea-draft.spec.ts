import { asSubmission, blankDraft, DraftShelf, isBlank, type IdeaDraft } from './idea-draft';

const draft: IdeaDraft = {
  ...blankDraft('pl'),
  title: ' Ławka przy przystanku ',
  need: 'Nie ma gdzie usiąść',
  tags: ['zieleń'],
  challenge: 'c-shade',
};

describe('a draft', () => {
  beforeEach(() => localStorage.clear());

  it('is blank until something is written', () => {
    expect(isBlank(blankDraft('en'))).toBe(true);
    expect(isBlank({ ...blankDraft('en'), effectGoal: 'less waiting' })).toBe(false);
    expect(isBlank({ ...blankDraft('en'), joinTeam: false, language: 'fi' })).toBe(true);
  });

  it('is sent trimmed, without the fields that say nothing', () => {
    expect(asSubmission(draft)).toEqual({
      title: 'Ławka przy przystanku',
      need: 'Nie ma gdzie usiąść',
      tags: ['zieleń'],
      language: 'pl',
      joinTeam: true,
      challenge: 'c-shade',
    });
  });

  it('is kept for one person in one organisation', () => {
    const maja = new DraftShelf(localStorage, 'aleksandrow', 'maja');
    maja.keep({ draft, at: '2026-03-02T10:00:00Z', attempt: null });
    expect(maja.read('en')).toEqual({ draft, at: '2026-03-02T10:00:00Z', attempt: null });
    expect(new DraftShelf(localStorage, 'aleksandrow', 'tomek').read('en')).toBeNull();
    expect(new DraftShelf(localStorage, 'lindvik', 'maja').read('en')).toBeNull();
    maja.clear();
    expect(maja.read('en')).toBeNull();
  });

  it('keeps the attempt whose answer never came', () => {
    const shelf = new DraftShelf(localStorage, 'aleksandrow', 'maja');
    const attempt = { key: 'once', input: asSubmission(draft) };
    shelf.keep({ draft, at: '', attempt });
    expect(shelf.read('en')?.attempt).toEqual(attempt);
  });

  it('survives whatever else stands in the storage', () => {
    const shelf = new DraftShelf(localStorage, 'aleksandrow', 'maja');
    localStorage.setItem('polku.draft.aleksandrow.maja', '{"draft":{"title":7,"tags":"x","language":"xx"}}');
    expect(shelf.read('sv')).toEqual({ draft: blankDraft('sv'), at: '', attempt: null });
    localStorage.setItem('polku.draft.aleksandrow.maja', 'not json');
    expect(shelf.read('sv')).toBeNull();
  });

  it('says when the browser keeps nothing', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    expect(new DraftShelf(full, 'aleksandrow', 'maja').keep({ draft, at: '', attempt: null })).toBe(false);
  });
});
