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
