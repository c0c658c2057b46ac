import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';
import type { DecisionDetail, PersonView } from '#contracts';
import { DecisionsApi } from '../../api/decisions-api';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { aDetail } from '../../ui/decision/testing/a-decision';
import { Messages } from '../../ui/messages/messages';
import { aVerdict } from '../../ui/verdict/testing/a-verdict';
import { DecisionPage } from './decision-page';
import { DecisionPageHarness } from './testing/decision-page-harness';

const person = (id: string, name: string): PersonView => ({ id, name, unit: null });
const oskar = person('oskar', 'Oskar');
const irena = person('irena', 'Irena');
const notOpen = { code: 'panel-open' as const, params: { waiting: 1, deadline: '2026-03-13T22:59:59Z' }, link: null };

/** Oskar decides, Oskar and Irena score; nobody has scored yet. */
const scoring = (more: Partial<DecisionDetail> = {}): DecisionDetail =>
  aDetail({
    decider: oskar,
    panelSize: 2,
    panel: [
      { member: oskar, state: 'asked', conflict: null },
      { member: irena, state: 'asked', conflict: null },
    ],
    panelState: 'asked',
    blind: true,
    refusals: [notOpen],
    ...more,
  });

/** Both have scored. */
const open = (more: Partial<DecisionDetail> = {}): DecisionDetail =>
  scoring({
    blind: false,
    scored: 2,
    state: 'scoring',
    panelState: 'scored',
    panel: [
      { member: oskar, state: 'scored', conflict: null },
      { member: irena, state: 'scored', conflict: null },
    ],
    scoreRefusals: [{ code: 'scoring-open', params: {}, link: null }],
    stepOutRefusals: [{ code: 'scoring-open', params: {}, link: null }],
    refusals: [],
    scorecards: [
      {
        member: oskar,
        at: '2026-03-04T08:00:00Z',
        scores: [
          { criterion: 'desirability', score: 1, note: 'Nobody asked me for it' },
          { criterion: 'evidence', score: null, note: null },
        ],
      },
      {
        member: irena,
        at: '2026-03-04T09:00:00Z',
        scores: [
          { criterion: 'desirability', score: 5, note: null },
          { criterion: 'evidence', score: 4, note: null },
        ],
      },
    ],
    summary: [
      { criterion: 'desirability', mean: 3, low: 1, high: 5, counts: [1, 0, 0, 0, 1], notApplicable: 0 },
      { criterion: 'evidence', mean: 4, low: 4, high: 4, counts: [0, 0, 0, 1, 0], notApplicable: 1 },
    ],
    weightedMean: 3.33,
    ...more,
  });

describe('the page of a decision', () => {
  const api = { read: jest.fn(), score: jest.fn(), stepOut: jest.fn(), make: jest.fn(), delegate: jest.fn() };
  const ideas = { read: jest.fn() };
  const say = jest.fn();
  const changes = new Subject<{ kind: string; number: number }>();
  let whenStable: () => Promise<unknown>;

  const show = async (decision: DecisionDetail | ProblemError, who = 'irena'): Promise<DecisionPageHarness> => {
    if (decision instanceof ProblemError) api.read.mockRejectedValue(decision);
    else api.read.mockResolvedValue(decision);
    const members = {
      list: () =>
        Promise.resolve({
          items: [
            { ...irena, roles: ['manager'] },
            { ...person('maja', 'Maja'), roles: ['employee'] },
          ],
        }),
    };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: DecisionsApi, useValue: api },
        { provide: IdeasApi, useValue: ideas },
        { provide: MembersApi, useValue: members },
        { provide: Live, useValue: { changes, resets: new Subject() } },
        { provide: Messages, useValue: { say } },
        { provide: Session, useValue: { organisation: () => 'aleksandrow', membership: () => ({ member: who }) } },
      ],
    });
    const fixture = TestBed.createComponent(DecisionPage);
    fixture.componentRef.setInput('id', 'd1');
    document.body.append(fixture.nativeElement as HTMLElement);
    whenStable = () => fixture.whenStable();
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, DecisionPageHarness);
  };

  beforeEach(() => {
    localStorage.clear();
    jest.resetAllMocks();
    ideas.read.mockResolvedValue({ path: [], submitter: person('maja', 'Maja') });
  });

  it('says what is asked, and that there is no such decision', async () => {
    const page = await show(new ProblemError('not-found', 404, ''));
    expect(await page.parts()).toEqual(['There is no such decision']);
    TestBed.resetTestingModule();
    expect(await (await show(aDetail())).text()).toContain('Should the team get working time to explore it?');
  });

  it.each(['comes', 'fails'])('shows nothing that the path of its idea would move, until that path %s', async (how) => {
    let end: () => void = () => undefined;
    ideas.read.mockReturnValue(
      new Promise((resolve, reject) => (end = () => (how === 'comes' ? resolve({ path: [] }) : reject(new ProblemError('busy', 503, ''))))),
    );
    const page = await show(aDetail());
    expect(await page.text()).not.toContain('working time');
    end();
    await whenStable();
    expect(await page.text()).toContain('Should the team get working time to explore it?');
  });

  it('says beside the evidence that no decision led to where it was imported', async () => {
    const page = await show(aDetail({ imported: { step: 'pilot', stepName: 'Pilot', at: '2026-02-02T08:00:00Z' } }));
    expect(await page.text()).toContain('Imported to “Pilot” on 2 Feb: no decision in Polku led to it.');
    TestBed.resetTestingModule();
    expect(await (await show(aDetail())).text()).not.toContain('Imported');
  });

  it('marks what has changed since, beside what it was', async () => {
    const page = await show(
      aDetail({
        evidence: {
          at: '2026-03-03T08:00:00Z',
          items: [
            {
              kind: 'need',
              required: true,
              experiment: null,
              asked: 'No shade at two stops',
              changed: true,
              now: 'No shade at four stops',
            },
            { kind: 'team', required: false, experiment: null, asked: [oskar, irena], changed: false, now: null },
            { kind: 'schedule', required: false, experiment: null, asked: null, changed: false, now: null },
            { kind: 'engagement', required: false, experiment: null, asked: 2, changed: false, now: null },
          ],
        },
      }),
    );
    const [need, team, schedule, engagement] = await page.evidence();
    expect(need).toMatch(/changed since.*When it was asked.*No shade at two stops.*Now.*No shade at four stops/);
    expect(team).toContain('Oskar and Irena');
    expect(schedule).toContain('nothing there');
    expect(engagement).toContain('involved 2 times');
    expect(await page.text()).toContain('1 part has changed since.');
  });

  it('says what came out of the test before everything else, wherever it was put down', async () => {
    const rest = { required: true, experiment: null, changed: false, now: null };
    const items = [
      { ...rest, kind: 'need' as const, asked: 'No shade at two stops' },
      { ...rest, kind: 'verdict' as const, asked: aVerdict() },
      { ...rest, kind: 'team' as const, asked: [oskar] },
    ];
    const [first, second, third] = await (await show(aDetail({ evidence: { at: '2026-03-03T08:00:00Z', items } }))).evidence();
    expect(first).toContain('88.1% (52 of 59)');
    expect([second, third]).toEqual([expect.stringContaining('No shade at two stops'), expect.stringContaining('Oskar')]);
  });

  it('keeps a scorecard as a draft, and gives it only when every criterion is answered', async () => {
    let page = await show(scoring());
    expect(await (await page.criterion('Desirability')).anchors()).toContain('5Many wait for it');
    await (await page.criterion('Strength of evidence')).choose('not-applicable');
    await (await page.criterion('Strength of evidence')).write('Too early');
    await page.press('Give the scorecard');
    expect(await (await page.criterion('Desirability')).fault()).toBe('Choose a score, or that it does not apply.');
    expect(await (await page.criterion('Desirability')).isFocused()).toBe(true);
    expect(api.score).not.toHaveBeenCalled();

    TestBed.resetTestingModule();
    page = await show(scoring());
    expect(await (await page.criterion('Strength of evidence')).written()).toBe('Too early');
    await (await page.criterion('Desirability')).choose('4');
    const mine = {
      member: irena,
      at: '2026-03-04T08:00:00Z',
      scores: [
        { criterion: 'desirability', score: 4 as const, note: null },
        { criterion: 'evidence', score: null, note: 'Too early' },
      ],
    };
    api.score.mockResolvedValue(scoring({ mine, panelState: 'scored' }));
    await page.press('Give the scorecard');
    expect(api.score).toHaveBeenCalledWith('aleksandrow', 'd1', {
      scores: [
        { criterion: 'desirability', score: 4, note: null },
        { criterion: 'evidence', score: null, note: 'Too early' },
      ],
    });
    expect(localStorage.length).toBe(0);
    expect(await page.buttons()).toContain('Change it');
  });

  it('says why a scorecard was not taken, and keeps it', async () => {
    const page = await show(scoring());
    await (await page.criterion('Desirability')).choose('4');
    await (await page.criterion('Strength of evidence')).choose('2');
    api.score.mockRejectedValue(new ProblemError('offline', 0, ''));
    await page.press('Give the scorecard');
    expect(await page.text()).toContain('Polku cannot be reached');
    expect(await (await page.criterion('Desirability')).chosen()).toBe('4');
  });

  it('says in plain words what blind means, and who is waited for', async () => {
    const page = await show(scoring());
    expect(await page.text()).toContain('nobody sees another’s scorecard, not even the decider');
    expect(await page.text()).toContain('0 of 2 have scored. Still waiting for Oskar and Irena.');
    expect(await page.opinions()).toEqual([]);
  });

  it('says that everybody has scored, or everybody who stayed', async () => {
    const whole = [{ member: oskar, state: 'scored' as const, conflict: null }];
    const left = [...whole, { member: irena, state: 'conflicted' as const, conflict: 'My unit gains from it' }];
    expect(await (await show(open({ panel: whole }))).text()).toContain('Everybody has scored');
    TestBed.resetTestingModule();
    expect(await (await show(open({ panel: left }))).text()).toContain('Everybody who stayed has scored');
  });

  it('lets a member of the panel step out, with a reason that all read', async () => {
    const page = await show(scoring());
    await page.press('I have a conflict of interest');
    await page.press('Step out of the panel');
    expect(await (await page.field('What is the conflict?')).error()).toBe('This is needed');
    await (await page.field('What is the conflict?')).type('My unit gains from it');
    const panel = [
      { member: oskar, state: 'asked' as const, conflict: null },
      { member: irena, state: 'conflicted' as const, conflict: 'My unit gains from it' },
    ];
    api.stepOut.mockResolvedValue(scoring({ panel, panelSize: 1, panelState: 'conflicted', scoreRefusals: [notOpen] }));
    await page.press('Step out of the panel');
    expect(api.stepOut).toHaveBeenCalledWith('aleksandrow', 'd1', 'My unit gains from it');
    expect((await page.panel())[1]).toContain('Conflict of interest: My unit gains from it');
    expect(await page.parts()).not.toContain('Your scorecard');
  });

  it('shows the spread of opinions, and the mean as a quiet number', async () => {
    const page = await show(open());
    const [desirability, evidence] = await page.opinions();
    expect(desirability).toContain('From 1 to 5, mean 3');
    expect(desirability).toContain('opinions differ');
    expect(desirability).toContain('Oskar: 1Nobody asked me for it');
    expect(desirability).toContain('1 gave 1 and 1 gave 5');
    expect(evidence).toContain('1 not applicable');
    expect(evidence).not.toContain('opinions differ');
    expect(await page.text()).toContain('Weighted mean of all criteria: 3.3 of 5.');
  });

  it('tells the decider what has to come first', async () => {
    const page = await show(scoring({ panelState: null }), 'oskar');
    expect(await page.refusals()).toEqual([expect.stringContaining('One scorecard is still to come')]);
    expect(await page.buttons()).not.toContain('Decide');
  });

  it('asks for an explanation of a decision against the verdict, and for what must change', async () => {
    const verdict = { id: 'e1', number: 1, title: 'Green screen', verdict: 'not-met' as const, atFirst: null };
    const page = await show(open({ kind: 'scale-up', verdict, explanationFor: ['yes'] }), 'oskar');
    await page.press('Decide');
    await page.choose('adapt');
    expect(await page.fieldIfThere('Why against the verdict?')).toBeNull();
    expect(await page.fieldIfThere('What must change')).not.toBeNull();
    await page.choose('yes');
    expect(await page.text()).toContain('This goes against the verdict of experiment 1, Green screen: not met.');
    await (await page.field('Reason')).type('The people want it');
    expect(await page.text()).toContain('What Maja will read');
    await page.press('Decide yes');
    expect(await (await page.field('Why against the verdict?')).error()).toBe('This is needed');
    await (await page.field('Why against the verdict?')).type('The winter was mild');
    api.make.mockResolvedValue({});
    api.read.mockResolvedValue(
      open({
        kind: 'scale-up',
        state: 'decided',
        outcome: 'yes',
        reason: 'The people want it',
        decidedBy: irena,
        decidedAt: '2026-03-05T08:00:00Z',
        againstVerdict: true,
        explanation: 'The winter was mild',
        verdict,
      }),
    );
    await page.press('Decide yes');
    expect(api.make).toHaveBeenCalledWith('aleksandrow', 'd1', {
      outcome: 'yes',
      reason: 'The people want it',
      explanation: 'The winter was mild',
    });
    expect(await page.text()).toContain('Decided by Irena, in place of Oskar');
    expect(await page.text()).toContain('The verdict of experiment 1, Green screen, was: not met.');
    expect(await page.tags()).toContain('against the verdict');
    expect(await page.buttons()).not.toContain('Decide');
  });

  it('keeps what is being written when others change the decision', async () => {
    const page = await show(open(), 'oskar');
    await page.press('Decide');
    await (await page.field('Reason')).type('Half a thought');
    api.read.mockResolvedValue(open({ note: 'Somebody wrote this' }));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    changes.next({ kind: 'idea-edited', number: 12 });
    await jest.advanceTimersByTimeAsync(250);
    jest.useRealTimers();
    await whenStable();
    expect(await page.text()).toContain('Somebody wrote this');
    expect(await (await page.field('Reason')).text()).toBe('Half a thought');
  });

  it('gives the keyboard to the first field of a form that opens, and back to its button when it is left', async () => {
    const page = await show(open({ mayDelegate: true }), 'oskar');
    await page.press('Decide');
    expect(await page.focused()).toBe('yes');
    await page.press('Cancel');
    expect(await page.focused()).toBe('Decide');
    await page.press('Hand it to somebody else');
    expect(await page.focused()).toBe('Who decides instead?');
    await page.press('Cancel');
    expect(await page.focused()).toBe('Hand it to somebody else');
  });

  it('leads the keyboard to what was decided once the form is gone', async () => {
    const page = await show(open(), 'oskar');
    await page.press('Decide');
    await page.choose('yes');
    await (await page.field('Reason')).type('The people want it');
    api.make.mockResolvedValue({});
    api.read.mockResolvedValue(open({ state: 'decided', outcome: 'yes', decidedAt: '2026-03-05T08:00:00Z', reason: 'The people want it' }));
    await page.press('Decide yes');
    expect(await page.focused()).toBe('How it was decided');
  });

  it('gives the keyboard to the reason of who steps out of the panel, and back when they stay', async () => {
    const page = await show(scoring());
    await page.press('I have a conflict of interest');
    expect(await page.focused()).toBe('What is the conflict?');
    await page.press('Cancel');
    expect(await page.focused()).toBe('I have a conflict of interest');
  });

  it('is handed to somebody else who may decide, with its trace', async () => {
    const page = await show(open({ mayDelegate: true }), 'oskar');
    await page.press('Hand it to somebody else');
    await page.press('Hand it over');
    expect(await page.text()).toContain('This is needed');
    expect(api.delegate).not.toHaveBeenCalled();
    const search = document.querySelector<HTMLInputElement>('polku-hand-over-form polku-member-search input');
    search?.dispatchEvent(new Event('input'));
    const found = () => [...document.querySelectorAll<HTMLButtonElement>('polku-member-search li button')];
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    search?.dispatchEvent(new Event('input'));
    await jest.advanceTimersByTimeAsync(250);
    jest.useRealTimers();
    await whenStable();
    // Maja decides nothing.
    expect(found().map((it) => it.querySelector(':scope > span')?.textContent.trim())).toEqual(['Irena']);
    found()[0]?.click();
    await whenStable();
    await (await page.field('Why?')).type('She knows the stops');
    api.delegate.mockResolvedValue({});
    const step = { from: oskar, to: irena, at: '2026-03-04T08:00:00Z', by: oskar, reason: 'She knows the stops' };
    api.read.mockResolvedValue(open({ decider: irena, delegations: [step] }));
    await page.press('Hand it over');
    expect(api.delegate).toHaveBeenCalledWith('aleksandrow', 'd1', { to: 'irena', reason: 'She knows the stops' });
    expect(await page.text()).toContain('From Oskar to Irena');
  });
});
