import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { PresenceApi } from '../api/presence-api';
import { Session } from '../session/session';
import { lookAt } from './look-at';
import { Presence } from './presence';

const shown = signal(12);

@Component({ template: '' })
class APage {
  constructor() {
    lookAt(shown);
  }
}

describe('looking at an idea', () => {
  const api = { look: jest.fn(), leave: jest.fn() };
  const me = signal<{ showsPresence: boolean }>({ showsPresence: true });
  let visibility: DocumentVisibilityState = 'visible';
  let page: ComponentFixture<APage>;

  const turn = (to: DocumentVisibilityState): void => {
    visibility = to;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const said = (call: jest.Mock): unknown[] =>
    call.mock.calls.map(([organisation, number]: [string, number]) => `${organisation} ${number}`);

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    api.look.mockResolvedValue({ people: [{ id: 'a', name: 'Tomek', unit: null }], total: 1 });
    api.leave.mockResolvedValue(undefined);
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    visibility = 'visible';
    shown.set(12);
    me.set({ showsPresence: true });
    TestBed.configureTestingModule({
      providers: [
        { provide: PresenceApi, useValue: api },
        { provide: Session, useValue: { organisation: signal('aleksandrow'), me } },
      ],
    });
    page = TestBed.createComponent(APage);
    page.detectChanges();
  });

  afterEach(() => jest.useRealTimers());

  it('is said after a moment and again every 20 seconds, and tells who else looks', async () => {
    expect(api.look).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(500);
    expect(said(api.look)).toEqual(['aleksandrow 12']);
    expect(TestBed.inject(Presence).at(12)?.people[0]?.name).toBe('Tomek');
    await jest.advanceTimersByTimeAsync(40_000);
    expect(api.look).toHaveBeenCalledTimes(3);
    const tabs = new Set(api.look.mock.calls.map((call: unknown[]) => call[2]));
    expect(tabs.size).toBe(1);
  });

  it('is not said by who only passes', async () => {
    await jest.advanceTimersByTimeAsync(400);
    page.destroy();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([api.look, api.leave].flatMap(said)).toEqual([]);
  });

  it('ends while the tab is hidden, and nothing wakes it', async () => {
    await jest.advanceTimersByTimeAsync(500);
    turn('hidden');
    expect(said(api.leave)).toEqual(['aleksandrow 12']);
    expect(jest.getTimerCount()).toBe(0);
    turn('visible');
    await jest.advanceTimersByTimeAsync(500);
    expect(api.look).toHaveBeenCalledTimes(2);
  });

  it('ends with the page, and goes on at the next idea', async () => {
    await jest.advanceTimersByTimeAsync(500);
    shown.set(13);
    page.detectChanges();
    await jest.advanceTimersByTimeAsync(500);
    expect([said(api.look), said(api.leave)]).toEqual([['aleksandrow 12', 'aleksandrow 13'], ['aleksandrow 12']]);
    page.destroy();
    expect(said(api.leave)).toEqual(['aleksandrow 12', 'aleksandrow 13']);
  });

  it('ends after what is on its way has arrived', async () => {
    let arrive = (): void => undefined;
    api.look.mockReturnValue(new Promise((resolve) => (arrive = () => resolve({ people: [], total: 0 }))));
    await jest.advanceTimersByTimeAsync(500);
    page.destroy();
    expect(api.leave).not.toHaveBeenCalled();
    arrive();
    await jest.advanceTimersByTimeAsync(0);
    expect(said(api.leave)).toEqual(['aleksandrow 12']);
  });

  it('is not said for who does not want that, from then on', async () => {
    await jest.advanceTimersByTimeAsync(500);
    me.set({ showsPresence: false });
    page.detectChanges();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([api.look.mock.calls.length, said(api.leave)]).toEqual([1, ['aleksandrow 12']]);
  });

  it('is lost without a word where the server is not there', async () => {
    api.look.mockRejectedValue(new Error('offline'));
    api.leave.mockRejectedValue(new Error('offline'));
    await jest.advanceTimersByTimeAsync(20_500);
    page.destroy();
    await jest.advanceTimersByTimeAsync(0);
    expect(api.look).toHaveBeenCalledTimes(2);
  });
});
