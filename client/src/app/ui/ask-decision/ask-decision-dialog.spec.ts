import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { Moments } from '../../i18n/moments';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { AskDecisionDialog, type DecisionQuestion } from './ask-decision-dialog';
import { AskDecisionDialogHarness } from './testing/ask-decision-dialog-harness';

const oskar = { id: 'o', name: 'Oskar', unit: 'Finance' };
const irena = { id: 'i', name: 'Irena', unit: null };

describe('AskDecisionDialog', () => {
  const close = jest.fn();
  const send = jest.fn();
  let fixture: ComponentFixture<AskDecisionDialog>;

  const open = async (due: (moments: Moments) => string | null = () => null): Promise<AskDecisionDialogHarness> => {
    jest.resetAllMocks();
    send.mockResolvedValue(undefined);
    const question: Omit<DecisionQuestion, 'due'> = {
      number: 12,
      title: 'Green bus stops',
      kind: 'time',
      deciders: () => Promise.resolve([oskar, irena]),
      members: () => Promise.resolve([oskar, irena]),
      about: () =>
        Promise.resolve({
          idea: {
            need: 'No shade',
            proposal: null,
            beneficiaries: null,
            effectGoal: null,
            schedule: null,
            costEstimate: null,
            testGroup: null,
            partners: null,
            team: [oskar].map((it) => ({ ...it })),
            lessons: [],
          },
          experiments: [],
        }),
      send,
    };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: MatDialogRef, useValue: { close } },
        {
          provide: MAT_DIALOG_DATA,
          useFactory: (moments: Moments): DecisionQuestion => ({ ...question, due: due(moments) }),
          deps: [Moments],
        },
      ],
    });
    fixture = TestBed.createComponent(AskDecisionDialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, AskDecisionDialogHarness);
  };

  it('asks a manager, within ten working days unless another day is chosen', async () => {
    const dialog = await open();
    expect(await dialog.deciders()).toEqual(['Oskar · Finance', 'Irena']);
    await dialog.choose('Irena');
    await dialog.write('It is cheap');
    await dialog.confirm();
    const deadline = TestBed.inject(Moments).workingDaysFromNow(10);
    expect(await dialog.deadline()).toBe(deadline);
    expect(send).toHaveBeenCalledWith({ kind: 'time', decider: 'i', deadline, note: 'It is cheap' });
    expect(close).toHaveBeenCalledWith(true);
  });

  it.each([
    ['sooner', 3, 3],
    ['today', 0, 0],
    ['later than usual', 11, 10],
    ['in the past', -5, 10],
  ])('suggests a day when the step has to be answered %s', async (_when, dueIn, suggested) => {
    const dialog = await open((moments) =>
      dueIn < 0 ? new Date(Date.now() + dueIn * 86_400_000).toISOString() : `${moments.workingDaysFromNow(dueIn)}T12:00:00Z`,
    );
    expect(await dialog.deadline()).toBe(TestBed.inject(Moments).workingDaysFromNow(suggested));
  });

  it('does not ask nobody', async () => {
    const dialog = await open();
    await dialog.confirm();
    expect(await dialog.problems()).toEqual(['This is needed']);
    expect(send).not.toHaveBeenCalled();
    await dialog.choose('Oskar');
    expect(await dialog.problems()).toEqual([]);
  });

  it('says what the decision can rest on, and what is not there yet', async () => {
    const dialog = await open();
    expect(await dialog.text()).toContain('There: need and team.');
    expect(await dialog.text()).toContain('Not there yet: proposal, for whom and effect goal.');
  });

  it('asks a panel to score it, each member once', async () => {
    const dialog = await open();
    await dialog.startPanel();
    await fixture.whenStable();
    await dialog.pick('Irena');
    await dialog.startPanel();
    await fixture.whenStable();
    expect(await dialog.found()).toEqual(['Oskar Finance']);
    await dialog.pick('Oskar');
    expect(await dialog.panel()).toEqual(['Irena', 'Oskar']);
    await dialog.remove('Irena');
    await dialog.choose('Oskar');
    await dialog.confirm();
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ decider: 'o', panel: ['o'] }));
  });

  it('stays open with everything that was written, and says what is missing', async () => {
    const dialog = await open();
    const missing = { code: 'evidence-missing', params: { kinds: ['proposal', 'effect-goal'] }, link: '/aleksandrow/ideas/12#fields' };
    send.mockResolvedValue({ code: 'refused', refusals: [missing], fields: [] });
    await dialog.choose('Oskar');
    await dialog.write('It is cheap');
    await dialog.confirm();
    expect(await dialog.text()).toContain('rests on what is not there yet: proposal and effect goal');
    expect(await dialog.written()).toBe('It is cheap');
    expect(close).not.toHaveBeenCalled();
  });

  it('shows what the server says of a field', async () => {
    const dialog = await open();
    send.mockResolvedValue({ code: 'invalid', refusals: [], fields: [{ path: 'panel.1', code: 'not-a-member', message: '' }] });
    await dialog.choose('Oskar');
    await dialog.confirm();
    expect(await dialog.problems()).toEqual(['This is not a member of the organisation']);
  });
});
