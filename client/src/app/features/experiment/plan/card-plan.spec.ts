import { TestBed } from '@angular/core/testing';
import { ProblemError } from '../../../api/problem-error';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { anExperiment, aPlan } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { CardPlan, TYPING_PAUSE } from './card-plan';

describe('a card that saves itself', () => {
  const before = aPlan();
  let world: ExperimentWorld;
  let plan: CardPlan;

  const write = async (text: string): Promise<void> => {
    plan.entry.update((entry) => ({ ...entry, risks: text }));
    await world.settle();
  };
  const pause = async (): Promise<void> => {
    await jest.advanceTimersByTimeAsync(TYPING_PAUSE);
    await world.settle();
  };
  const open = async (): Promise<void> => {
    world = new ExperimentWorld(before);
    plan = TestBed.inject(CardPlan);
    await world.begin();
  };
  const conflict = (current: unknown): ProblemError => new ProblemError('version-conflict', 409, '', [], current);

  beforeEach(async () => {
    jest.useFakeTimers();
    sessionStorage.clear();
    await open();
  });
  afterEach(() => jest.useRealTimers());

  it('saves once the typing pauses, with the version that was seen', async () => {
    world.api.edit.mockResolvedValue(aPlan({ version: 2, card: aTestCard({ risks: 'Frost' }) }));
    await write('Fro');
    await write('Frost');
    expect(plan.keeping()).toBe('unsaved');
    await pause();
    expect(world.api.edit).toHaveBeenCalledTimes(1);
    expect(world.api.edit).toHaveBeenCalledWith('aleksandrow', before.id, expect.objectContaining({ version: 1 }));
    expect(world.api.edit.mock.calls[0]?.[2].card.risks).toBe('Frost');
    expect(plan.keeping()).toBe('saved');
    expect(sessionStorage).toHaveLength(0);
  });

  it('nothing is sent where nothing was changed, or something is wrong', async () => {
    await write(`${before.card.risks} `);
    await pause();
    plan.entry.update((entry) => ({ ...entry, threshold: '170' }));
    await world.settle();
    await pause();
    expect(plan.keeping()).toBe('faulty');
    expect(world.api.edit).not.toHaveBeenCalled();
  });

  it('what is wrong waits, and the rest is saved without it', async () => {
    world.api.edit.mockResolvedValue(aPlan({ version: 2, card: aTestCard({ risks: 'Frost' }) }));
    plan.entry.update((entry) => ({ ...entry, endsOn: '2026-03-01', risks: 'Frost' }));
    await world.settle();
    expect(plan.keeping()).toBe('unsaved');
    await pause();
    expect(world.api.edit.mock.calls[0]?.[2].card).toMatchObject({ endsOn: before.card.endsOn, risks: 'Frost' });
    expect(plan.entry().endsOn).toBe('2026-03-01');
    expect(plan.keeping()).toBe('faulty');
    expect(sessionStorage).toHaveLength(1);
  });

  it('another kind is not saved while the threshold does not fit it', async () => {
    plan.entry.update((entry) => ({ ...entry, kind: 'checklist', threshold: '2.5' }));
    await world.settle();
    await pause();
    expect(plan.keeping()).toBe('faulty');
    expect(world.api.edit).not.toHaveBeenCalled();
  });

  it('takes over what only others changed, and saves the rest upon it', async () => {
    const theirs = aPlan({ version: 2, card: aTestCard({ place: 'Another yard' }) });
    world.api.edit
      .mockRejectedValueOnce(conflict(theirs))
      .mockResolvedValue(aPlan({ version: 3, card: aTestCard({ place: 'Another yard', risks: 'Frost' }) }));
    await write('Frost');
    await pause();
    await pause();
    expect(plan.entry()).toMatchObject({ risks: 'Frost', place: 'Another yard' });
    const [, , sent] = world.api.edit.mock.calls[1] ?? [];
    expect(sent).toMatchObject({ version: 2, card: { risks: 'Frost', place: 'Another yard' } });
    expect(plan.keeping()).toBe('saved');
  });

  it('where both wrote the same field both texts are there, and nothing is saved before somebody chose', async () => {
    world.api.edit.mockRejectedValueOnce(conflict(aPlan({ version: 2, card: aTestCard({ risks: 'Theirs' }) })));
    await write('Mine');
    await pause();
    await pause();
    expect(plan.clashes()).toEqual([{ name: 'risks', mine: 'Mine', theirs: 'Theirs' }]);
    expect(plan.keeping()).toBe('clash');
    expect(plan.entry().risks).toBe('Mine');
    expect(world.api.edit).toHaveBeenCalledTimes(1);

    world.api.edit.mockResolvedValue(aPlan({ version: 3, card: aTestCard({ risks: 'Mine' }) }));
    const [clash] = plan.clashes();
    if (clash) plan.settle(clash, 'mine');
    await pause();
    expect(world.api.edit.mock.calls[1]?.[2]).toMatchObject({ version: 2, card: { risks: 'Mine' } });
  });

  it('theirs can be taken instead', async () => {
    world.api.edit.mockRejectedValueOnce(conflict(aPlan({ version: 2, card: aTestCard({ risks: 'Theirs' }) })));
    await write('Mine');
    await pause();
    const [clash] = plan.clashes();
    if (clash) plan.settle(clash, 'theirs');
    await pause();
    expect(plan.entry().risks).toBe('Theirs');
    expect(plan.keeping()).toBe('saved');
    expect(world.api.edit).toHaveBeenCalledTimes(1);
  });

  it('what could not be sent is there again when the page is opened again', async () => {
    world.api.edit.mockRejectedValue(new ProblemError('offline', 0, ''));
    await write('Frost');
    await pause();
    expect(plan.keeping()).toBe('failed');
    TestBed.resetTestingModule();
    await open();
    expect(plan.entry().risks).toBe('Frost');
    expect(plan.keeping()).toBe('unsaved');
  });

  it('what was written when the card was locked meanwhile is not lost', async () => {
    world.api.edit.mockRejectedValueOnce(conflict(anExperiment({ version: 2, measurements: [] })));
    await write('Frost');
    await pause();
    await pause();
    expect(plan.leftOver()).toBe(true);
    expect(plan.changed()).toEqual(['risks']);
    expect(world.api.edit).toHaveBeenCalledTimes(1);
    plan.discard();
    await world.settle();
    expect(plan.leftOver()).toBe(false);
  });

  it('says which field the server refused', async () => {
    const fields = [{ path: 'card.responsible.0', code: 'not-a-member' as const, message: '' }];
    world.api.edit.mockRejectedValue(new ProblemError('invalid', 422, '', [], undefined, fields));
    await write('Frost');
    await pause();
    expect(plan.keeping()).toBe('refused');
    expect(plan.faults()).toEqual(fields);
  });
});
