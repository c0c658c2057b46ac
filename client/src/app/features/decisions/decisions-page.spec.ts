import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';
import type { AbsenceView, DecisionView } from '#contracts';
import { AbsenceApi } from '../../api/absence-api';
import { DecisionsApi } from '../../api/decisions-api';
import { MembersApi } from '../../api/members-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { aDecision } from '../../ui/decision/testing/a-decision';
import { Messages } from '../../ui/messages/messages';
import { DecisionsPage } from './decisions-page';
import { DecisionsPageHarness } from './testing/decisions-page-harness';

const irena = { id: 'irena', name: 'Irena', unit: null };
const notThere: AbsenceView = { absence: null, standsInFor: [] };

describe('the page of decisions', () => {
  const api = { list: jest.fn(), logAddress: jest.fn() };
  const absence = { read: jest.fn(), announce: jest.fn(), end: jest.fn() };
  let whenStable: () => Promise<unknown>;

  const show = async (
    decisions: readonly DecisionView[],
    inputs: Readonly<Record<string, string>> = {},
    isManager = true,
  ): Promise<DecisionsPageHarness> => {
    api.list.mockResolvedValue({ items: decisions, next: null });
    api.logAddress.mockReturnValue('/log.csv?outcome=stop');
    const members = { list: () => Promise.resolve({ items: [{ ...irena, roles: ['manager'] }] }) };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: DecisionsApi, useValue: api },
        { provide: AbsenceApi, useValue: absence },
        { provide: MembersApi, useValue: members },
        { provide: Messages, useValue: { say: jest.fn() } },
        { provide: Live, useValue: { changes: new Subject(), resets: new Subject() } },
        {
          provide: Session,
          useValue: {
            organisation: () => 'aleksandrow',
            membership: () => ({ member: 'oskar' }),
            isHub: () => false,
            isManager: () => isManager,
          },
        },
      ],
    });
    const fixture = TestBed.createComponent(DecisionsPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    whenStable = () => fixture.whenStable();
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, DecisionsPageHarness);
  };

  beforeEach(() => {
    jest.resetAllMocks();
    absence.read.mockResolvedValue(notThere);
  });

  it('lists what waits for me, and what is to be done with each', async () => {
    const open = { code: 'panel-open' as const, params: { waiting: 1, deadline: '2026-03-13T22:59:59Z' }, link: null };
    const page = await show([
      aDecision({ id: 'a', overdue: true }),
      aDecision({ id: 'b', panelState: 'asked', panelSize: 2 }),
      aDecision({ id: 'c', refusals: [open] }),
    ]);
    expect(api.list).toHaveBeenCalledWith('aleksandrow', { mine: true });
    expect(await page.actions()).toEqual(['Decide: Green bus stops', 'Score: Green bus stops', 'Look at it: Green bus stops']);
    expect(await page.links()).toContain('/aleksandrow/decisions/b');
  });

  it('teaches when nothing waits', async () => {
    expect(await (await show([])).text()).toContain('When you are asked to score a decision or to make one');
  });

  it('narrows the log by the address, and offers the same as a file', async () => {
    const page = await show([aDecision({ state: 'decided', outcome: 'stop' })], { view: 'log', outcome: 'stop', against: 'true' });
    expect(api.list).toHaveBeenCalledWith('aleksandrow', expect.objectContaining({ outcome: 'stop', against: true, kind: undefined }));
    expect(await page.fileAddress()).toBe('/log.csv?outcome=stop');
  });

  it('says that nothing fits, and offers to see more', async () => {
    expect(await (await show([], { view: 'log', q: 'snow' })).text()).toContain('No decision fits');
  });

  it('gives no file and asks for no absence where somebody never decides', async () => {
    const page = await show([], { view: 'log' }, false);
    expect(await page.fileAddress()).toBeNull();
    expect(await page.views()).toEqual(['Waiting for me', 'Log']);
    expect(absence.read).not.toHaveBeenCalled();
  });

  it('says above everything that one is away, and for whom one stands in', async () => {
    absence.read.mockResolvedValue({
      absence: { from: '2026-03-02', until: '2026-03-06', delegate: irena, away: true },
      standsInFor: [{ member: irena, until: '2026-03-09' }],
    });
    const page = await show([]);
    expect(await page.text()).toContain('You are away until Friday, 6 March 2026. Irena decides meanwhile.');
    TestBed.resetTestingModule();
    const away = await show([], { view: 'away' });
    expect(await away.text()).toContain('You decide for Irena until Monday, 9 March 2026');
    absence.end.mockResolvedValue(undefined);
    absence.read.mockResolvedValue(notThere);
    await away.press('I am back');
    expect(absence.end).toHaveBeenCalledWith('aleksandrow');
    expect(await away.text()).toContain('Decisions do not wait for holidays.');
  });

  it('announces an absence with who decides meanwhile', async () => {
    const page = await show([], { view: 'away' });
    await page.press('Announce an absence');
    await (await page.field('First day away')).enter('2099-07-10');
    await (await page.field('Last day away')).enter('2099-07-01');
    await page.press('Save the absence');
    expect(await (await page.field('Last day away')).error()).toBe('This lies before the first day');
    await (await page.field('Last day away')).enter('2099-07-20');
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    await page.search('Ire');
    await jest.advanceTimersByTimeAsync(250);
    jest.useRealTimers();
    await whenStable();
    await page.pick('Irena');
    absence.announce.mockRejectedValueOnce(
      new ProblemError('invalid', 422, '', [], undefined, [{ path: 'delegate', code: 'not-a-member', message: '' }]),
    );
    await page.press('Save the absence');
    expect(await page.text()).toContain('This is not a member of the organisation');
    const saved = { from: '2099-07-10', until: '2099-07-20', delegate: irena, away: false };
    absence.announce.mockResolvedValue({ absence: saved, standsInFor: [] });
    await page.press('Save the absence');
    expect(absence.announce).toHaveBeenLastCalledWith('aleksandrow', { from: '2099-07-10', until: '2099-07-20', delegate: 'irena' });
    expect(await page.text()).toContain('Irena decides meanwhile.');
  });
});
