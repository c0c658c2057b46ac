import { Loaded } from './loaded';
import { ProblemError } from './problem-error';

describe('Loaded', () => {
  it('is pending until the first answer', async () => {
    const loaded = new Loaded(() => Promise.resolve('first'));
    expect(loaded.pending()).toBe(true);
    await loaded.load();
    expect(loaded.pending()).toBe(false);
    expect(loaded.value()).toBe('first');
  });

  it('keeps the last answer when a later request fails', async () => {
    let fails = false;
    const loaded = new Loaded(() => (fails ? Promise.reject(new ProblemError('offline', 0, '')) : Promise.resolve('kept')));
    await loaded.load();
    fails = true;
    await loaded.load();
    expect(loaded.value()).toBe('kept');
    expect(loaded.problem()?.code).toBe('offline');
  });

  it('lets the latest of several requests count, whichever answers last', async () => {
    const answers: ((value: string) => void)[] = [];
    const loaded = new Loaded(() => new Promise<string>((resolve) => answers.push(resolve)));
    const requests = [loaded.load(), loaded.load()];
    answers[1]?.('new');
    answers[0]?.('old');
    await Promise.all(requests);
    expect(loaded.value()).toBe('new');
    expect(loaded.busy()).toBe(false);
  });

  it('does not overwrite what was set meanwhile', async () => {
    let answer: (value: string) => void = () => undefined;
    const loaded = new Loaded(() => new Promise<string>((resolve) => (answer = resolve)));
    const request = loaded.load();
    loaded.set('set');
    answer('asked');
    await request;
    expect(loaded.value()).toBe('set');
  });
});
