import { Pages, type Page } from './pages';
import { ProblemError } from './problem-error';

interface Item {
  readonly id: number;
}

describe('Pages', () => {
  const fetch = jest.fn<Promise<Page<Item>>, [object]>();
  const page = (ids: readonly number[], next: string | null = null): Promise<Page<Item>> =>
    Promise.resolve({ items: ids.map((id) => ({ id })), next });
  let list: Pages<Item, Page<Item>, { readonly q?: string }>;
  const ids = (): number[] => list.items().map((it) => it.id);

  beforeEach(async () => {
    fetch.mockReset();
    list = new Pages(fetch, (it: Item) => it.id);
    fetch.mockReturnValueOnce(page([3, 2], 'after-2'));
    await list.show({ q: 'shade' });
  });

  it('show the first page of what is asked for', () => {
    expect(fetch).toHaveBeenCalledWith({ q: 'shade' });
    expect([ids(), list.next(), list.pending()]).toEqual([[3, 2], 'after-2', false]);
  });

  it('add the next page, each item once', async () => {
    fetch.mockReturnValueOnce(page([2, 1]));
    await list.more();
    expect(fetch).toHaveBeenLastCalledWith({ q: 'shade', cursor: 'after-2' });
    expect([ids(), list.next()]).toEqual([[3, 2, 1], null]);
    await list.more();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('drop a page that comes when something else is asked for already', async () => {
    let answer: (late: Page<Item>) => void = () => undefined;
    fetch.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const more = list.more();
    fetch.mockReturnValueOnce(page([9]));
    await list.show({});
    answer({ items: [{ id: 1 }], next: null });
    await more;
    expect(ids()).toEqual([9]);
  });

  it('keep what is shown when no more comes, and say why', async () => {
    fetch.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    await list.more();
    expect([ids(), list.problem()?.code]).toEqual([[3, 2], 'offline']);
    fetch.mockReturnValueOnce(page([3]));
    await list.again();
    expect([ids(), list.problem()]).toEqual([[3], undefined]);
  });
});
