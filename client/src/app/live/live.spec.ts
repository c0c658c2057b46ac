import { EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { LiveChange } from '#contracts';
import { Connection } from '../api/connection';
import { ProblemError } from '../api/problem-error';
import { SessionApi } from '../api/session-api';
import { Live } from './live';
import { Presence } from './presence';
import { FakeChannel, FakeEventSource, FakeLocks } from './testing/fake-streams';

describe('Live', () => {
  const read = jest.fn();
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const change = (place: string): Partial<LiveChange> => ({ place, kind: 'idea-moved', number: 12 });

  /** A tab of the browser, with services of its own. */
  const aTab = (): { live: Live; connection: Connection; presence: Presence; heard: string[]; resets: () => number } => {
    const providers = [Live, Connection, Presence, { provide: SessionApi, useValue: { read } }];
    const injector = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
    const live = injector.get(Live);
    const heard: string[] = [];
    let resets = 0;
    live.changes.subscribe((it) => heard.push(it.place));
    live.resets.subscribe(() => (resets += 1));
    return { live, connection: injector.get(Connection), presence: injector.get(Presence), heard, resets: () => resets };
  };

  const follow = async (...tabs: { live: Live }[]): Promise<void> => {
    for (const tab of tabs) tab.live.follow('aleksandrow', 'hanna');
    await settled();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    read.mockReset().mockResolvedValue({});
    FakeEventSource.all = [];
    FakeChannel.all = [];
    Object.assign(globalThis, { EventSource: FakeEventSource, BroadcastChannel: FakeChannel });
    Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
  });

  afterEach(() => jest.useRealTimers());

  it('opens one stream for all tabs, and all of them hear it', async () => {
    const [first, second] = [aTab(), aTab()];
    await follow(first, second);
    expect(FakeEventSource.open.map((it) => it.url)).toEqual(['/api/v1/organisations/aleksandrow/live']);
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    FakeEventSource.open[0]?.send('change', change('8'));
    expect(first.heard).toEqual(['8']);
    expect(second.heard).toEqual(['8']);
  });

  it('hands the stream on when its tab closes, after the last place', async () => {
    const [first, second] = [aTab(), aTab()];
    await follow(first, second);
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    FakeEventSource.open[0]?.send('change', change('8'));
    first.live.stop();
    await settled();
    expect(FakeEventSource.open.map((it) => it.url)).toEqual(['/api/v1/organisations/aleksandrow/live?after=8']);
  });

  it('tells a tab that comes later where the stream is', async () => {
    const first = aTab();
    await follow(first);
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    const second = aTab();
    await follow(second);
    first.live.stop();
    await settled();
    expect(FakeEventSource.open[0]?.url).toContain('after=7');
  });

  it('opens the stream anew after the last place where the browser gave up', async () => {
    const tab = aTab();
    await follow(tab);
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    FakeEventSource.open[0]?.breaks('for good');
    expect(tab.live.state()).toBe('reconnecting');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(FakeEventSource.open[0]?.url).toContain('after=7');
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    expect(tab.live.state()).toBe('online');
  });

  it('says when too much was missed', async () => {
    const [first, second] = [aTab(), aTab()];
    await follow(first, second);
    FakeEventSource.open[0]?.send('reset', { place: '900' });
    expect([first.resets(), second.resets()]).toEqual([1, 1]);
  });

  it('says each time when the person was told something, and when that may have been missed', async () => {
    const [first, second] = [aTab(), aTab()];
    await follow(first, second);
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    // What came before the stream began is asked for as well.
    expect([first.live.told(), second.live.told()]).toEqual([1, 1]);
    FakeEventSource.open[0]?.send('notified');
    FakeEventSource.open[0]?.send('notified');
    expect([first.live.told(), second.live.told()]).toEqual([3, 3]);
    FakeEventSource.open[0]?.breaks('for a while');
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    expect([first.live.told(), second.live.told()]).toEqual([4, 4]);
  });

  it('knows who looks at which idea in all tabs, also those that come later, and only while the stream is there', async () => {
    const first = aTab();
    const lookers = (number: number, ...names: string[]) => ({
      number,
      people: names.map((name) => ({ id: name, name, unit: null })),
      total: names.length,
    });
    const seen = (tab: { presence: Presence }, number: number) => tab.presence.at(number)?.people.map(({ name }) => name);
    await follow(first);
    FakeEventSource.open[0]?.send('ready', { place: '7' });
    FakeEventSource.open[0]?.send('presence', { whole: true, ideas: [lookers(12, 'Maja'), lookers(13, 'Tomek')] });
    const later = aTab();
    await follow(later);
    FakeEventSource.open[0]?.send('presence', { whole: false, ideas: [lookers(12), lookers(14, 'Oskar')] });
    for (const tab of [first, later]) expect([12, 13, 14].map((it) => seen(tab, it))).toEqual([undefined, ['Tomek'], ['Oskar']]);
    FakeEventSource.open[0]?.breaks('for a while');
    expect([first, later].map((tab) => seen(tab, 13))).toEqual([undefined, undefined]);
  });

  it('looks whether the server is there again when a request was lost but the stream was not', async () => {
    const tab = aTab();
    await follow(tab);
    tab.connection.noteSilence();
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(read).toHaveBeenCalled();
  });

  it('is offline when requests do not reach the server', async () => {
    const tab = aTab();
    await follow(tab);
    tab.connection.noteSilence();
    expect(tab.live.state()).toBe('offline');
    tab.connection.noteAnswer();
    expect(tab.live.state()).toBe('online');
  });

  it('passes on that the session has ended', async () => {
    const [first, second] = [aTab(), aTab()];
    await follow(first, second);
    FakeEventSource.open[0]?.send('signed-out');
    expect([first.connection.sessionEnded(), second.connection.sessionEnded()]).toEqual([1, 1]);
    expect(FakeEventSource.open).toEqual([]);
  });

  it('asks whether the session has ended when the stream breaks', async () => {
    const tab = aTab();
    await follow(tab);
    read.mockRejectedValue(new ProblemError('not-signed-in', 401, ''));
    FakeEventSource.open[0]?.breaks('for good');
    await settled();
    expect(tab.connection.sessionEnded()).toBe(1);
  });

  it('has a stream of its own where the browser has no locks', async () => {
    Reflect.deleteProperty(navigator, 'locks');
    const [first, second] = [aTab(), aTab()];
    await follow(first, second);
    expect(FakeEventSource.open).toHaveLength(2);
  });
});
