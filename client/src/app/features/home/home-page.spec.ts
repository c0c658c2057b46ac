import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { Subject } from 'rxjs';
import type { LiveChange } from '#contracts';
import { HomeApi } from '../../api/home-api';
import { NotificationsApi } from '../../api/notifications-api';
import { ProblemError } from '../../api/problem-error';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { HomePage } from './home-page';
import { aDuty, aHome, aHomeIdea, aNews } from './testing/a-home';
import { HomePageHarness } from './testing/home-page-harness';

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Outlet {}

@Component({ template: '' })
class Elsewhere {}

describe('Home', () => {
  const api = { read: jest.fn() };
  const notifications = { read: jest.fn() };
  const organisation = signal('aleksandrow');
  const told = signal(0);
  const changes = new Subject<LiveChange>();
  const resets = new Subject<void>();
  let page: HomePageHarness;
  let whenStable: () => Promise<unknown>;

  const open = async (): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([
          { path: ':organisation/home', component: HomePage },
          { path: '**', component: Elsewhere },
        ]),
        { provide: HomeApi, useValue: api },
        { provide: NotificationsApi, useValue: notifications },
        { provide: Live, useValue: { changes, resets, told, state: signal('online') } },
        { provide: Session, useValue: { organisation } },
      ],
    });
    await TestBed.inject(Languages).start();
    const fixture = TestBed.createComponent(Outlet);
    whenStable = () => fixture.whenStable();
    await TestBed.inject(Router).navigateByUrl('/aleksandrow/home');
    await fixture.whenStable();
    page = await TestbedHarnessEnvironment.loader(fixture).getHarness(HomePageHarness);
  };
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

  beforeEach(() => {
    jest.resetAllMocks();
    organisation.set('aleksandrow');
    notifications.read.mockResolvedValue({ unread: 0 });
    api.read.mockResolvedValue(aHome());
  });

  it('shows each of my ideas as a line of stations, the one where it stands by its name', async () => {
    api.read.mockResolvedValue(aHome([aHomeIdea(3, { due: day(-2), overdue: true }), aHomeIdea(2, { due: day(0) }), aHomeIdea(1)]));
    await open();
    expect(api.read).toHaveBeenCalledWith('aleksandrow');
    const [late, today, open_] = await page.rows('ideas');
    expect(late).toMatch(/Idea 3.*Explore idea, station 2 of 4.*#3 · here since 2 Mar.*2 days late/);
    expect(today).toContain('answer today');
    expect(open_).not.toMatch(/answer|late/);
    expect(await page.tags('ideas')).toEqual([
      ['2 days late', 'late'],
      ['answer today', 'waiting'],
    ]);
    expect((await page.dots())[0]).toBe('done now ahead ahead');
    expect(await page.leadTo('ideas')).toEqual([3, 2, 1].map((number) => `/aleksandrow/ideas/${number}`));
  });

  it('says of an idea beside the path where it is, and never that it has failed', async () => {
    const path = aHomeIdea(1).path.map((it) => ({ ...it, state: it.state === 'now' ? ('left' as const) : it.state }));
    api.read.mockResolvedValue(
      aHome([aHomeIdea(2, { step: 'stopped', stepName: 'Stopped', path }), aHomeIdea(1, { step: 'parked', stepName: 'Parked', path })]),
    );
    await open();
    expect(await page.tags('ideas')).toEqual([
      ['Stopped', 'lesson'],
      ['Parked', 'unclear'],
    ]);
    expect((await page.rows('ideas'))[0]).not.toContain('station');
    expect((await page.dots())[0]).toBe('done left ahead ahead');
  });

  it('says what is to be done with each that waits, by when, and in words when that has passed', async () => {
    api.read.mockResolvedValue(
      aHome(
        [],
        [
          aDuty(4, { due: day(-1) }),
          aDuty(3, { kind: 'score', decision: 'time', due: day(0), overdue: false }),
          aDuty(2, { kind: 'own', decision: null, due: day(10), overdue: false, link: '/aleksandrow/ideas/2' }),
          aDuty(1, { kind: 'triage', decision: null, link: '/aleksandrow/ideas/1' }),
        ],
      ),
    );
    await open();
    const [decide, score, own, triage] = await page.rows('waiting');
    expect(decide).toMatch(/Idea 4.*money decision: yours to make.*#4.*1 day late/);
    expect(score).toMatch(/time decision: your scorecard.*due today/);
    expect(own).toMatch(/You own it.*due \d+ \w+/);
    expect(triage).toMatch(/Waits for its first answer.*days late/);
    expect((await page.tags('waiting')).map(([, meaning]) => meaning)).toEqual(['late', 'waiting', 'waiting', 'late']);
    expect(await page.leadTo('waiting')).toEqual([
      '/aleksandrow/decisions/4',
      '/aleksandrow/decisions/3',
      '/aleksandrow/ideas/2',
      '/aleksandrow/ideas/1',
    ]);
  });

  it('counts what it does not show, and leads to all of it', async () => {
    api.read.mockResolvedValue({
      ideas: { items: [aHomeIdea(1)], total: 14 },
      waiting: { items: [aDuty(1)], total: 24 },
      news: { items: [aNews('a')], total: 9 },
    });
    await open();
    expect(await page.part('ideas')).toContain('All 14 of my ideas');
    expect(await page.leadTo('ideas')).toContain('/aleksandrow/ideas?mine=true');
    expect(await page.part('waiting')).toMatch(/^Waiting for me.*24 wait for you.*and 23 more$/);
    expect(await page.part('news')).toMatch(/^What is new.*9 new.*8 more are unread · All notifications$/);
  });

  it('teaches where there is nothing yet', async () => {
    await open();
    expect(await page.part('ideas')).toMatch(/An idea that you submit, own or work on stands here.*Submit an idea/);
    expect(await page.leadTo('ideas')).toEqual(['/aleksandrow/ideas/new', '/aleksandrow/board']);
    expect(await page.part('waiting')).toContain('Nothing waits for you.');
    expect(await page.part('news')).toMatch(/You have read everything\..*All notifications/);
  });

  it('has read what is opened', async () => {
    api.read.mockResolvedValue(aHome([], [], [aNews('a'), aNews('b')]));
    await open();
    await page.openFirstNews();
    expect(notifications.read).toHaveBeenCalledWith('aleksandrow', ['a']);
    expect(TestBed.inject(Router).url).toBe('/aleksandrow/ideas/12');
  });

  it('says what went wrong, and tries again', async () => {
    api.read.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    await open();
    expect(await page.text()).toContain('This could not be loaded');
    await page.press('Try again');
    expect(await page.part('waiting')).toContain('Nothing waits for you.');
  });

  it('keeps what it shows when it cannot be asked for again', async () => {
    api.read.mockResolvedValue(aHome([aHomeIdea(1)]));
    await open();
    api.read.mockRejectedValue(new ProblemError('offline', 0, ''));
    told.update((count) => count + 1);
    await whenStable();
    expect(await page.rows('ideas')).toHaveLength(1);
    expect(api.read).toHaveBeenCalledTimes(2);
  });

  it('follows what happens: something new, a decision, one of its ideas; not to the ideas of others', async () => {
    api.read.mockResolvedValue(aHome([aHomeIdea(7)]));
    await open();
    const change = { place: '1', kind: 'idea-edited', number: 8, at: '', from: null, to: null, version: 2, own: false } as const;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    changes.next(change);
    await jest.advanceTimersByTimeAsync(400);
    expect(api.read).toHaveBeenCalledTimes(1);
    changes.next({ ...change, number: 7 });
    changes.next({ ...change, kind: 'decision-asked' });
    await jest.advanceTimersByTimeAsync(400);
    expect(api.read).toHaveBeenCalledTimes(2);
    resets.next();
    await jest.advanceTimersByTimeAsync(400);
    expect(api.read).toHaveBeenCalledTimes(3);
    jest.useRealTimers();
  });

  it('shows nothing of the organisation that one has left', async () => {
    api.read.mockResolvedValue(aHome([aHomeIdea(7)]));
    await open();
    api.read.mockReturnValue(new Promise(() => undefined));
    organisation.set('lindvik');
    await whenStable();
    expect(await page.text()).not.toContain('Idea 7');
    expect(await page.text()).toContain('Loading Home');
  });
});
