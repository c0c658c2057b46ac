import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ProblemError } from '../../api/problem-error';
import { ExperimentMoves } from './experiment-moves';
import { CardPlan } from './plan/card-plan';
import { anExperiment, aPlan } from './testing/an-experiment';
import { ExperimentWorld } from './testing/experiment-world';

const lesson = { observed: 'o', learned: 'l', therefore: 't', saved: null };

describe('moving an experiment', () => {
  const open = async (experiment = anExperiment()): Promise<{ world: ExperimentWorld; moves: ExperimentMoves }> => {
    const world = new ExperimentWorld(experiment);
    const moves = TestBed.inject(ExperimentMoves);
    await world.begin();
    return { world, moves };
  };
  beforeEach(() => sessionStorage.clear());

  it('scaling one that runs first ends the measuring, each with the version of its own', async () => {
    const { world, moves } = await open();
    world.api.move
      .mockResolvedValueOnce(anExperiment({ state: 'measured', version: 5 }))
      .mockResolvedValueOnce(anExperiment({ state: 'concluded', version: 6 }));
    expect(await moves.end('scale', { result: 'It works', lesson })).toBeUndefined();
    expect(world.api.move.mock.calls.map(([, , input]) => input)).toEqual([
      { to: 'measured', version: 4 },
      { to: 'concluded', version: 5, result: 'It works', lesson },
    ]);
  });

  it('adapting leads on to the new plan', async () => {
    const { world, moves } = await open();
    const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    world.api.move.mockResolvedValue(anExperiment({ state: 'stopped', successor: { id: 'next', number: 2 } }));
    await moves.end('adapt', { lesson });
    expect(world.api.move).toHaveBeenCalledWith('aleksandrow', anExperiment().id, { to: 'stopped', version: 4, lesson, adapt: true });
    expect(go).toHaveBeenCalledWith(['/', 'aleksandrow', 'experiments', 'next']);
  });

  it('what is refused is answered, and the form stays', async () => {
    const { world, moves } = await open();
    world.open.doing.set({ kind: 'end', ending: 'stop' });
    const refused = new ProblemError('refused', 409, '', [{ code: 'lesson-written', params: {}, link: null }]);
    world.api.move.mockRejectedValue(refused);
    expect(await moves.end('stop', { lesson })).toBe(refused);
    expect(world.open.doing()).toEqual({ kind: 'end', ending: 'stop' });
  });

  it('a start locks the card as it was saved', async () => {
    const { world, moves } = await open(aPlan());
    world.api.move.mockResolvedValue(anExperiment());
    await moves.start();
    expect(world.api.move).toHaveBeenCalledWith('aleksandrow', aPlan().id, { to: 'running', version: 1 });
  });

  it('a start saves what is written first, and locks nothing that could not be saved', async () => {
    const { world, moves } = await open(aPlan());
    TestBed.inject(CardPlan).entry.update((entry) => ({ ...entry, risks: 'Frost' }));
    await world.settle();
    world.api.edit.mockRejectedValue(new ProblemError('offline', 0, ''));
    await moves.start();
    expect(world.api.edit).toHaveBeenCalledTimes(1);
    expect(world.api.move).not.toHaveBeenCalled();
  });
});
