import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, withComponentInputBinding } from '@angular/router';
import type { EffectPage, EffectSummary, EffectView } from '#contracts';
import { EffectsApi } from '../../api/effects-api';
import { ProblemError } from '../../api/problem-error';
import { UnitsApi } from '../../api/units-api';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { EffectsPage } from './effects-page';
import { EffectsPageHarness } from './testing/effects-page-harness';

const maja = { id: '01900000-0000-7000-8000-000000000001', name: 'Maja', unit: 'Education' };
const anEffect = (number: number, more: Partial<EffectView> = {}): EffectView => ({
  idea: { number, title: `Idea ${number}` },
  state: 'in-use',
  unit: 'Roads',
  owner: maja,
  expected: { value: 1200, unit: 'hours a year', by: '2027-12-31', direction: 'at-least' },
  amendments: [],
  reachedLate: false,
  effectOverdue: false,
  undecided: false,
  measured: null,
  reached: null,
  followUpOn: '2027-06-01',
  overdue: false,
  ...more,
});
const counts = (more: Partial<EffectSummary> = {}): EffectSummary => ({
  total: 4,
  inUse: 2,
  followedUp: 2,
  reached: 1,
  reachedLate: 0,
  missed: 1,
  overdue: 1,
  ...more,
});
const aPage = (items: readonly EffectView[], next: string | null = null, summary = counts()): EffectPage => ({
  items: [...items],
  next,
  summary,
});

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Outlet {}

describe('the page of effects', () => {
  const api = { list: jest.fn() };
  let page: EffectsPageHarness;

  const open = async (address = '/aleksandrow/effects'): Promise<void> => {
    const units = { items: [{ id: 'b1', name: 'Roads' }], next: null };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([{ path: ':organisation/effects', component: EffectsPage }], withComponentInputBinding()),
        { provide: EffectsApi, useValue: api },
        { provide: UnitsApi, useValue: { list: () => Promise.resolve(units) } },
        { provide: Session, useValue: { organisation: signal('aleksandrow') } },
      ],
    });
    await TestBed.inject(Languages).start();
    const fixture = TestBed.createComponent(Outlet);
    await TestBed.inject(Router).navigateByUrl(address);
    await fixture.whenStable();
    page = await TestbedHarnessEnvironment.loader(fixture).getHarness(EffectsPageHarness);
  };
  const url = (): string => TestBed.inject(Router).url;

  beforeEach(() => {
    jest.resetAllMocks();
    api.list.mockResolvedValue(aPage([anEffect(1)]));
  });

  it('puts expected and measured side by side, with a word for every result', async () => {
    const measured = { value: 1300, on: '2026-03-02', note: 'Counted by hand.' };
    api.list.mockResolvedValue(
      aPage([
        anEffect(4, { state: 'followed-up', measured, reached: true }),
        anEffect(3, { state: 'followed-up', measured: { ...measured, value: 900, note: null }, reached: false }),
        anEffect(2, { overdue: true, followUpOn: '2026-03-01' }),
        anEffect(1),
      ]),
    );
    await open();
    const [reached, , , waits] = await page.rows();
    expect(reached).toContain('at least 1,200 hours a year by 31 Dec 2027');
    expect(reached).toMatch(/1,300 hours a year on 2 Mar.*Counted by hand\./);
    expect(waits).toMatch(/not measured yet.*follow-up 1 Jun 2027/);
    expect((await page.tags()).map(([word, meaning]) => [word.replace(/ since.*/, ''), meaning])).toEqual([
      ['reached', 'met'],
      ['not reached', 'lesson'],
      ['follow-up overdue', 'late'],
    ]);
    expect((await page.leadTo())[0]).toBe('/aleksandrow/ideas/4#rollout');
  });

  it('does not call good what came later than promised, and says what was promised and not measured', async () => {
    const measured = { value: 1300, on: '2028-03-02', note: null };
    api.list.mockResolvedValue(
      aPage([
        anEffect(3, { state: 'followed-up', measured, reached: true, reachedLate: true }),
        anEffect(2, { effectOverdue: true, undecided: true }),
      ]),
    );
    await open();
    expect((await page.tags()).map(([word, meaning]) => [word, meaning])).toEqual([
      ['reached, measured later than promised', 'waiting'],
      ['promised by\u00a031 Dec 2027, not measured yet', 'late'],
    ]);
    expect((await page.rows())[1]).toContain('No decision on scale-up');
  });

  it('puts what was expected at first beside what is expected now, with who, when and why', async () => {
    const promise = {
      followUpOn: '2027-06-01',
      receivingUnit: 'Roads',
      unit: 'hours a year',
      by: '2027-12-31',
      direction: 'at-least' as const,
    };
    const [after, before] = [
      { ...promise, value: 1200 },
      { ...promise, value: 2000, followUpOn: '2027-05-01', receivingUnit: 'Parks' },
    ];
    if (!after) throw new Error('Nothing is expected.');
    const amendments = [{ number: 1, at: '2026-03-05T10:00:00.000Z', by: maja, reason: 'Two roads were closed.', before, after }];
    api.list.mockResolvedValue(aPage([anEffect(1, { amendments })]));
    await open();
    const [row] = await page.rows();
    expect(row).toMatch(/First expected.*at least 2,000 hours a year.*Amendment 1.*Maja, 5 Mar.*Reason: Two roads were closed\./s);
  });

  it('counts them', async () => {
    await open();
    expect(await page.summary()).toEqual([
      expect.stringMatching(/rollouts ?4/),
      expect.stringMatching(/in use ?2/),
      expect.stringMatching(/followed up ?2/),
      expect.stringMatching(/reached their effect ?1/),
      expect.stringMatching(/reached it late ?0/),
      expect.stringMatching(/did not reach it ?1/),
      expect.stringMatching(/overdue ?1/),
    ]);
  });

  it('is narrowed by the address, to units as they are and as rollouts call them', async () => {
    api.list.mockResolvedValue(aPage([anEffect(1, { unit: 'Parks' }), anEffect(2, { unit: 'roads' })]));
    await open('/aleksandrow/effects?state=in-use');
    expect(api.list).toHaveBeenCalledWith('aleksandrow', { state: 'in-use' });
    expect(await page.choices('unit')).toEqual(['All units', 'Parks', 'Roads']);
    await page.choose('unit', 'Parks');
    expect(url()).toBe('/aleksandrow/effects?state=in-use&unit=Parks');
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', { state: 'in-use', unit: 'Parks' });
  });

  it('does not ask for a state that there is not', async () => {
    await open('/aleksandrow/effects?state=lost');
    expect(api.list).toHaveBeenCalledWith('aleksandrow', {});
  });

  it('goes on page by page', async () => {
    api.list.mockResolvedValueOnce(aPage([anEffect(2)], 'after-2'));
    await open();
    api.list.mockResolvedValueOnce(aPage([anEffect(1)]));
    await page.press('Show more');
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', { cursor: 'after-2' });
    expect((await page.leadTo()).map((it) => it?.split('/').at(-1))).toEqual(['2#rollout', '1#rollout']);
  });

  it('teaches where there is none yet, without empty numbers and filters', async () => {
    const none = counts({ total: 0, inUse: 0, followedUp: 0, reached: 0, reachedLate: 0, missed: 0, overdue: 0 });
    api.list.mockResolvedValue(aPage([], null, none));
    await open();
    expect(await page.text()).toContain('A rollout is planned once scale-up has been decided with yes.');
    expect([await page.summary(), await page.choices('state')]).toEqual([[], []]);
  });

  it('says that nothing matches, and shows all again', async () => {
    api.list.mockResolvedValueOnce(aPage([]));
    await open('/aleksandrow/effects?state=withdrawn&unit=Parks');
    expect(await page.text()).toContain('Nothing matches');
    await page.press('Show all rollouts');
    expect(url()).toBe('/aleksandrow/effects');
    expect(await page.rows()).toHaveLength(1);
  });

  it('says why nothing came, and tries again', async () => {
    api.list.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    await open();
    expect(await page.text()).toContain('Polku cannot be reached');
    await page.press('Try again');
    expect(await page.rows()).toHaveLength(1);
  });
});
