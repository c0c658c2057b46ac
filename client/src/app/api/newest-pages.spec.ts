import { ProblemError } from './problem-error';
import { anEvent } from '../features/idea/testing/an-idea';
import { NewestPages } from './newest-pages';

describe('NewestPages', () => {
  const [first, second, third, fourth] = [anEvent(), anEvent(), anEvent(), anEvent()];

  it('goes back page by page', async () => {
    const pages = new NewestPages((cursor) =>
      Promise.resolve(cursor ? { items: [third], next: null } : { items: [first, second], next: 'c' }),
    );
    await pages.load();
    expect(pages.next()).toBe('c');
    await pages.more();
    expect(pages.items()).toEqual([first, second, third]);
    expect(pages.next()).toBeNull();
  });

  it('keeps earlier events in sight, each once, when newer ones come', async () => {
    let newest = { items: [first, second], next: 'c' };
    const pages = new NewestPages((cursor) => Promise.resolve(cursor ? { items: [third], next: null } : newest));
    await pages.load();
    await pages.more();
    newest = { items: [fourth, first], next: 'b' };
    await pages.load();
    expect(pages.items()).toEqual([fourth, first, second, third]);
  });

  it('fetches all that is shown again, where what is earlier may have changed', async () => {
    const changed = { ...third, kind: 'idea-edited' } as const;
    let pages = new Map([
      ['', { items: [first], next: 'b' }],
      ['b', { items: [second], next: 'c' }],
      ['c', { items: [third], next: 'd' }],
    ]);
    const fetch = jest.fn((cursor: string | null) => Promise.resolve(pages.get(cursor ?? '') ?? { items: [], next: null }));
    const shown = new NewestPages<typeof first>(fetch);
    await shown.load();
    await shown.more();
    await shown.more();
    pages = new Map([
      ['', { items: [fourth], next: 'a' }],
      ['a', { items: [first], next: 'b' }],
      ['b', { items: [second], next: 'c' }],
      ['c', { items: [changed], next: 'd' }],
    ]);
    fetch.mockClear();
    await shown.loadShown();
    expect(shown.items()).toEqual([fourth, first, second, changed]);
    expect([fetch.mock.calls.length, shown.next()]).toEqual([4, 'd']);
  });

  it('says when no more came, and keeps what is shown', async () => {
    const pages = new NewestPages((cursor) =>
      cursor ? Promise.reject(new ProblemError('offline', 0, '')) : Promise.resolve({ items: [first], next: 'c' }),
    );
    await pages.load();
    await pages.more();
    expect(pages.problem()?.code).toBe('offline');
    expect(pages.items()).toEqual([first]);
  });
});
