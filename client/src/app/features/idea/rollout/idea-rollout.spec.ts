import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ExpectedEffectView, HistoryItem, PlanRollout, RolloutView } from '#contracts';
import { DecisionsApi } from '../../../api/decisions-api';
import { ExperimentsApi } from '../../../api/experiments-api';
import { IdeasApi } from '../../../api/ideas-api';
import { MembersApi } from '../../../api/members-api';
import { ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Messages, type MessageAction } from '../../../ui/messages/messages';
import { OpenIdea } from '../open-idea';
import { anEvent, anIdea, aRollout } from '../testing/an-idea';
import { IdeaRollout } from './idea-rollout';
import { RolloutHarness } from './testing/rollout-harness';

const half = { title: 'Half of the city', on: '2026-03-20', doneOn: null, overdue: false };

describe('the rollout of an idea', () => {
  const api = { read: jest.fn(), plan: jest.fn(), move: jest.fn() };
  const said: { text: string; action: MessageAction | undefined }[] = [];
  const messages = { say: (text: string, action?: MessageAction): void => void said.push({ text, action }) };
  let fixture: ComponentFixture<IdeaRollout>;
  let rollout: RolloutHarness;

  const show = async (value: RolloutView | null, history: readonly HistoryItem[] = []): Promise<void> => {
    api.read.mockResolvedValue(value);
    const none = { items: [], next: null };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        OpenIdea,
        { provide: Messages, useValue: messages },
        { provide: RolloutsApi, useValue: api },
        { provide: MembersApi, useValue: { list: () => Promise.resolve(none) } },
        {
          provide: IdeasApi,
          useValue: {
            read: () => Promise.resolve(anIdea({ step: 'scale' })),
            history: () => Promise.resolve({ items: history, next: null }),
          },
        },
        { provide: DecisionsApi, useValue: { ofIdea: () => Promise.resolve(none) } },
        { provide: ExperimentsApi, useValue: { ofIdea: () => Promise.resolve(none) } },
      ],
    });
    await TestBed.inject(Languages).start();
    jest.spyOn(TestBed.inject(Moments), 'today').mockReturnValue('2026-03-10');
    TestBed.inject(OpenIdea).open('aleksandrow', 12);
    await again();
  };
  const again = async (): Promise<void> => {
    fixture = TestBed.createComponent(IdeaRollout);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
    rollout = await TestbedHarnessEnvironment.harnessForFixture(fixture, RolloutHarness);
  };
  /** Answers a plan with the rollout that it makes. */
  const written = (more: Partial<RolloutView> = {}) =>
    api.plan.mockImplementation((_organisation: string, _number: number, plan: PlanRollout) =>
      now({
        ...more,
        version: (plan.version ?? 0) + 1,
        unit: plan.unit ?? null,
        followUpOn: plan.followUpOn ?? null,
        milestones: plan.milestones.map((it) => ({ ...it, doneOn: it.doneOn ?? null, overdue: false })),
      }),
    );
  /** From now on the rollout is this. */
  const now = (more: Partial<RolloutView>): Promise<RolloutView> => {
    const rollout = aRollout(more);
    api.read.mockResolvedValue(rollout);
    return Promise.resolve(rollout);
  };
  const planSent = (): PlanRollout => api.plan.mock.lastCall?.[2] as PlanRollout;

  beforeEach(() => {
    jest.resetAllMocks();
    sessionStorage.clear();
    said.length = 0;
  });

  it('says on a line how far it is', async () => {
    await show(aRollout({ state: 'under-way' }));
    expect(await rollout.stands()).toBe('under way');
    expect(await rollout.text()).toContain('at least 1,200 hours a year by 31 Dec 2027');
  });

  it('is planned where there is none, with an effect in its direction', async () => {
    await show(null);
    written({ state: 'planned' });
    await rollout.press('Plan the rollout');
    await rollout.write({ 'Receiving unit': 'Roads', 'How much': '40', 'Of what': 'complaints', 'By when': '2026-12-31' });
    await rollout.choose('at most');
    await rollout.press('Save');
    expect(planSent()).toEqual({
      version: undefined,
      unit: 'Roads',
      owner: null,
      milestones: [],
      expectedEffect: { value: 40, unit: 'complaints', by: '2026-12-31', direction: 'at-most' },
      followUpOn: null,
    });
  });

  describe('an expected effect once it has begun', () => {
    const first = { value: 1200, unit: 'hours a year', by: '2027-12-31', direction: 'at-least' } as const;
    const by = { id: 'm', name: 'Maja', unit: null };

    it('is changed with a reason only', async () => {
      await show(aRollout({ state: 'under-way' }));
      written();
      await rollout.press('Edit the plan');
      expect(await rollout.text()).toContain('The rollout has begun');
      expect(await rollout.text()).not.toContain('Why something else is promised now');
      await rollout.write({ 'How much': '900' });
      await rollout.press('Save');
      expect(api.plan).not.toHaveBeenCalled();
      await rollout.write({ Reason: 'Two roads were closed. ' });
      await rollout.press('Save');
      expect(planSent()).toMatchObject({ version: 3, expectedEffect: { ...first, value: 900 }, reason: 'Two roads were closed.' });
    });

    it.each([
      [{ 'Receiving unit': 'Parks' }, { unit: 'Parks' }],
      [{ 'Follow up on': '2027-09-01' }, { followUpOn: '2027-09-01' }],
    ])('needs one for the rest of its promise too: %j', async (typed, sent) => {
      await show(aRollout({ state: 'under-way' }));
      written();
      await rollout.press('Edit the plan');
      await rollout.write(typed);
      await rollout.press('Save');
      expect(api.plan).not.toHaveBeenCalled();
      await rollout.write({ Reason: 'They take it over.' });
      await rollout.press('Save');
      expect(planSent()).toMatchObject({ ...sent, reason: 'They take it over.' });
    });

    it('needs none where nothing that was promised is changed', async () => {
      const milestones = [{ title: 'Half of the city', on: '2027-03-01', doneOn: null, overdue: false }];
      await show(aRollout({ state: 'under-way', milestones }));
      written();
      await rollout.press('Edit the plan');
      await rollout.press('Save');
      expect(planSent()).not.toHaveProperty('reason');
    });

    it('stands beside what was expected at first, with who, when and why', async () => {
      const [less, later] = [
        { ...first, value: 900 },
        { ...first, value: 900, by: '2028-12-31' },
      ];
      const at = '2026-03-05T10:00:00.000Z';
      const promise = (effect: ExpectedEffectView) => ({ ...effect, followUpOn: '2027-06-01', receivingUnit: 'Roads' });
      await show(
        aRollout({
          state: 'followed-up',
          expectedEffect: later,
          measuredEffect: { value: 1000, on: '2026-03-09', note: null },
          effectReached: true,
          amendments: [
            { number: 1, at, by, reason: 'Two roads were closed.', before: promise(first), after: promise(less) },
            {
              number: 2,
              at,
              by: null,
              reason: 'A year more.',
              before: promise(less),
              after: { ...promise(later), followUpOn: '2027-09-01' },
            },
          ],
        }),
      );
      const text = await rollout.text();
      expect(text).toContain('First expected at least 1,200 hours a year by 31 Dec 2027 · not reached');
      expect(text).toMatch(/Amendment 1 · Maja, 5 Mar\S* ?Reason: Two roads were closed\./);
      expect(text).toContain('Before: at least 900 hours a year by 31 Dec 2027Follow-up before: 1 Jun 2027Reason: A year more.');
    });
  });

  it('goes into use with open milestones only once that was asked', async () => {
    const moves: RolloutView['availableTransitions'] = [{ to: 'in-use', asks: [], refusals: [] }];
    await show(aRollout({ state: 'under-way', milestones: [half], availableTransitions: moves }));
    api.move.mockImplementation(() => now({ state: 'in-use', milestones: [half] }));
    await rollout.press('Put into use');
    expect(api.move).not.toHaveBeenCalled();
    expect(await rollout.text()).toContain('1 milestone is still open. Put it into use all the same?');
    await rollout.press('Put into use');
    expect(api.move).toHaveBeenCalledWith('aleksandrow', 12, { to: 'in-use', version: 3 });
    expect(await rollout.stands()).toBe('in use');
  });

  describe('milestones', () => {
    it('are checked off with one click, which is taken back with another', async () => {
      await show(aRollout({ milestones: [half] }));
      written();
      await rollout.check('Half of the city');
      expect(planSent()).toMatchObject({ version: 3, milestones: [{ title: 'Half of the city', on: '2026-03-20', doneOn: '2026-03-10' }] });
      expect(await rollout.text()).toContain('reached on 10 Mar');
      const [message] = said;
      expect([message?.text, message?.action?.name]).toEqual(['Reached: Half of the city', 'Undo']);
      message?.action?.run();
      await fixture.whenStable();
      expect(planSent()).toMatchObject({ version: 4, milestones: [{ doneOn: null }] });
    });

    it('are checked off also when somebody else has written meanwhile, whose text stays', async () => {
      await show(aRollout({ milestones: [half] }));
      const theirs = aRollout({ version: 9, unit: 'Parks', milestones: [half] });
      api.plan.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], theirs));
      api.plan.mockResolvedValueOnce(theirs);
      await rollout.check('Half of the city');
      expect(planSent()).toMatchObject({ version: 9, unit: 'Parks', milestones: [{ doneOn: '2026-03-10' }] });
    });

    it('stay as they are when that could not be written, and it says so', async () => {
      await show(aRollout({ milestones: [half] }));
      api.plan.mockRejectedValue(new ProblemError('offline', 0, ''));
      await rollout.check('Half of the city');
      expect(await rollout.isChecked('Half of the city')).toBe(false);
      expect(await rollout.text()).toContain('Polku cannot be reached');
    });

    it('are added into the order of their days, changed and removed', async () => {
      await show(aRollout({ milestones: [half] }));
      written();
      await rollout.press('Add a milestone');
      await rollout.write({ 'What is reached': 'First street', 'By when': '2026-03-12' });
      await rollout.press('Save');
      expect(planSent().milestones.map((it) => it.title)).toEqual(['First street', 'Half of the city']);
      await rollout.press('Edit: First street');
      await rollout.write({ 'By when': '2026-04-01' });
      await rollout.press('Save');
      expect(planSent().milestones.map((it) => it.title)).toEqual(['Half of the city', 'First street']);
      expect(document.activeElement?.ariaLabel).toBe('Edit: First street');
      await rollout.press('Remove: Half of the city');
      expect(planSent().milestones.map((it) => it.title)).toEqual(['First street']);
      expect(said.at(-1)?.action?.name).toBe('Undo');
      expect(document.activeElement?.textContent.trim()).toBe('Add a milestone');
    });

    it('are only read by who may not edit, overdue ones marked', async () => {
      await show(aRollout({ mayEdit: false, availableTransitions: [], milestones: [{ ...half, on: '2026-03-02', overdue: true }] }));
      expect(await rollout.text()).toContain('overdue since 2 Mar');
      expect(await rollout.buttons()).toEqual([]);
    });
  });

  describe('two people plan at once', () => {
    // Before it has begun nothing of it needs a reason.
    const planned = (more: Partial<RolloutView> = {}): RolloutView => aRollout({ state: 'planned', effectLocked: false, ...more });
    const meanwhile = (more: Partial<RolloutView>): void => {
      api.plan.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], planned({ version: 9, ...more })));
    };

    it('what they wrote apart is brought together', async () => {
      await show(planned());
      written();
      meanwhile({ followUpOn: '2027-08-01' });
      await rollout.press('Edit the plan');
      await rollout.write({ 'Receiving unit': 'Parks' });
      await rollout.press('Save');
      expect(planSent()).toMatchObject({ version: 9, unit: 'Parks', followUpOn: '2027-08-01' });
    });

    it('what they both wrote is shown side by side, and mine can be saved without touching the rest', async () => {
      await show(planned());
      written();
      meanwhile({ unit: 'Schools', followUpOn: '2027-08-01' });
      await rollout.press('Edit the plan');
      await rollout.write({ 'Receiving unit': 'Parks' });
      await rollout.press('Save');
      expect(await rollout.text()).toContain('Receiving unit: Schools');
      expect(await rollout.text()).toContain('Receiving unit: Parks');
      await rollout.press('Save my text');
      expect(planSent()).toMatchObject({ version: 9, unit: 'Parks', followUpOn: '2027-08-01' });
    });

    it('or theirs is taken, and I go on', async () => {
      await show(aRollout());
      meanwhile({ unit: 'Schools', state: 'in-use', effectLocked: true });
      await rollout.press('Edit the plan');
      await rollout.write({ 'Receiving unit': 'Parks', 'Of what': 'hours a month' });
      await rollout.write({ Reason: 'Months are enough.' });
      await rollout.press('Save');
      await rollout.press('Keep the text as it is now');
      written();
      await rollout.press('Save');
      expect(planSent()).toMatchObject({
        version: 9,
        unit: 'Schools',
        expectedEffect: { unit: 'hours a month' },
        reason: 'Months are enough.',
      });
    });
  });

  it('keeps a plan that is being written over a visit elsewhere, until it is let go', async () => {
    await show(aRollout());
    await rollout.press('Edit the plan');
    await rollout.write({ 'Receiving unit': 'Parks' });
    fixture.destroy();
    await again();
    expect(await rollout.text()).toContain('What you typed earlier is still here');
    expect(await rollout.written('Receiving unit')).toBe('Parks');
    await rollout.press('Cancel');
    expect(document.activeElement?.id).toBe('rollout');
    fixture.destroy();
    await again();
    expect(await rollout.text()).not.toContain('What you typed earlier');
  });

  describe('the follow-up', () => {
    it('is asked for when its day has passed', async () => {
      await show(aRollout({ followUpOn: '2026-03-02', overdue: true }));
      expect(await rollout.text()).toContain('follow-up overdue');
      expect(await rollout.text()).toContain('The follow-up was due on 2 Mar');
      expect(await rollout.text()).toContain('Measured not measured yet');
      expect(await rollout.filled()).toEqual(['Measure the effect']);
    });

    it('can be made before its day, but is not pressed for', async () => {
      await show(aRollout({ followUpOn: '2026-05-02' }));
      expect(await rollout.text()).toContain('to be measured on 2 May');
      expect(await rollout.filled()).toEqual([]);
      expect(await rollout.buttons()).toContain('Measure the effect');
    });

    it('says before it is saved that it comes later than promised', async () => {
      const expectedEffect = { value: 1200, unit: 'hours a year', by: '2026-01-31', direction: 'at-least' as const };
      await show(aRollout({ followUpOn: '2026-03-10', expectedEffect }));
      await rollout.press('Measure the effect');
      await rollout.write({ 'How much was measured': '1200' });
      expect(await rollout.text()).toContain('The expected effect is reached, but measured later than promised.');
    });

    it('says beside what was expected whether it is reached, before it is saved', async () => {
      await show(aRollout({ followUpOn: '2026-03-10' }));
      await rollout.press('Measure the effect');
      await rollout.write({ 'How much was measured': '1100' });
      expect(await rollout.text()).toContain('The expected effect is not reached.');
      await rollout.write({ 'How much was measured': '1200', Note: 'Counted by hand.' });
      expect(await rollout.text()).toContain('The expected effect is reached.');
      const measuredEffect = { value: 1200, on: '2026-03-10', note: 'Counted by hand.' };
      api.move.mockImplementation(() => now({ state: 'followed-up', measuredEffect, effectReached: true }));
      await rollout.press('Save the follow-up');
      expect(document.activeElement?.id).toBe('rollout');
      expect(api.move).toHaveBeenCalledWith('aleksandrow', 12, {
        to: 'followed-up',
        version: 3,
        measuredEffect,
      });
      expect(await rollout.text()).toContain('1,200 hours a year on 10 Mar');
    });

    it('that fell short is a result, and no alarm', async () => {
      const missed = { state: 'followed-up', measuredEffect: { value: 900, on: '2026-03-03', note: null }, effectReached: false } as const;
      await show(aRollout({ ...missed, availableTransitions: [], mayEdit: false }));
      expect(await rollout.text()).toContain('That is a result too.');
      expect(await rollout.tag()).toEqual({ text: 'not reached', meaning: 'lesson' });
    });
  });

  it('says why it was withdrawn, by whom, from where, and offers the way back', async () => {
    const gone = anEvent({ kind: 'rollout-moved', from: 'under-way', to: 'withdrawn', reason: 'The schools closed.' });
    await show(
      aRollout({ state: 'withdrawn', mayEdit: false, availableTransitions: [{ to: 'planned', asks: ['reason'], refusals: [] }] }),
      [gone],
    );
    expect(await rollout.text()).toContain('Withdrawn by Maja, 2 Mar');
    expect(await rollout.text()).toContain('The schools closed.');
    expect(await rollout.stands()).toBeNull();
    expect(await rollout.tag()).toEqual({ text: 'withdrawn', meaning: 'lesson' });
    api.move.mockResolvedValue(aRollout({ state: 'planned' }));
    await rollout.press('Plan again');
    await rollout.write({ 'Why is it planned again?': 'They open again.' });
    await rollout.press('Plan again');
    expect(api.move).toHaveBeenCalledWith('aleksandrow', 12, { to: 'planned', version: 3, reason: 'They open again.' });
  });
});
