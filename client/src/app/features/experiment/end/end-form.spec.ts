import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Refusal } from '#contracts';
import { ProblemError } from '../../../api/problem-error';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { aMove, anExperiment } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { EndForm } from './end-form';
import type { Ending } from './endings';

describe('ending an experiment', () => {
  const lesson = { observed: 'The gap lets dust in.', learned: 'The frame must reach the ground.', therefore: 'Close the gap.' };
  const measured = anExperiment({ state: 'measured', availableTransitions: [aMove('concluded'), aMove('stopped')] });
  let world: ExperimentWorld;
  let fixture: ComponentFixture<EndForm>;

  const field = (label: string) => TestbedHarnessEnvironment.loader(fixture).getHarness(TextFieldHarness.labelled(label));
  const send = async (): Promise<void> => {
    fixture.nativeElement.querySelector('button[type="submit"]').click();
    await fixture.whenStable();
  };
  const show = async (ending: Ending, experiment = measured): Promise<void> => {
    world = new ExperimentWorld(experiment);
    await world.begin();
    world.open.doing.set({ kind: 'end', ending });
    fixture = TestBed.createComponent(EndForm);
    fixture.componentRef.setInput('ending', ending);
    await fixture.whenStable();
  };
  const writeLesson = async (): Promise<void> => {
    await (await field('Observed')).type(lesson.observed);
    await (await field('Learned')).type(lesson.learned);
    await (await field('Therefore')).type(lesson.therefore);
  };
  const labels = async (): Promise<string[]> => {
    const fields = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(TextFieldHarness);
    return Promise.all(fields.map(async (it) => (await it.label()).replace(/\s+optional$/, '')));
  };

  it('with a conclusion needs its result and the whole lesson', async () => {
    await show('scale');
    await send();
    for (const label of ['Result', 'Observed', 'Learned', 'Therefore']) expect(await (await field(label)).error()).toBe('This is needed');
    expect(world.api.move).not.toHaveBeenCalled();
  });

  it('with a conclusion sends the result and what was learned', async () => {
    await show('scale');
    world.api.move.mockResolvedValue(anExperiment({ state: 'concluded', version: 5 }));
    await (await field('Result')).type(' It works. ');
    await writeLesson();
    await send();
    expect(world.api.move).toHaveBeenCalledWith('aleksandrow', measured.id, {
      to: 'concluded',
      version: 4,
      result: 'It works.',
      lesson: { ...lesson, saved: null },
    });
    expect(world.open.doing()).toBeNull();
  });

  it.each<[Ending, ReturnType<typeof anExperiment>, boolean]>([
    ['stop', measured, false],
    ['stop', anExperiment(), false],
    ['adapt', anExperiment(), false],
    ['adapt', measured, true],
    ['scale', anExperiment(), true],
  ])('by %s asks for a result only where it is concluded', async (ending, experiment, asks) => {
    await show(ending, experiment);
    expect((await labels()).includes('Result')).toBe(asks);
  });

  it('says what it saved in the currency of its card, and not less than nothing', async () => {
    await show('stop', anExperiment({ card: aTestCard({ costCap: { amount: 4800, currency: 'PLN' } }) }));
    world.api.move.mockResolvedValue(anExperiment({ state: 'stopped', version: 5 }));
    await writeLesson();
    await (await field('What it saved')).type('-5');
    await send();
    expect(await (await field('What it saved')).error()).toBe('This number is too small');
    await (await field('What it saved')).type('12 000,50');
    await send();
    expect(world.api.move).toHaveBeenCalledWith('aleksandrow', measured.id, {
      to: 'stopped',
      version: 4,
      lesson: { ...lesson, saved: { amount: 12000.5, currency: 'PLN' } },
    });
  });

  it('says at their fields what the server finds wrong, and keeps what was typed', async () => {
    await show('scale');
    world.api.move.mockRejectedValue(
      new ProblemError('invalid', 422, '', [], undefined, [
        { path: 'result', code: 'bad-character', message: '' },
        { path: 'lesson.learned', code: 'bad-character', message: '' },
        { path: 'lesson.saved.amount', code: 'too-large', message: '' },
      ]),
    );
    await (await field('Result')).type('It works.');
    await writeLesson();
    await (await field('What it saved')).type('99999999999');
    await send();
    expect(await (await field('Result')).error()).toBe('This contains a character that is not allowed');
    expect(await (await field('Learned')).error()).toBe('This contains a character that is not allowed');
    expect(await (await field('Observed')).error()).toBeNull();
    expect(await (await field('What it saved')).error()).toBe('This number is too large');
    expect(await (await field('Result')).text()).toBe('It works.');
    expect(await (await field('Learned')).text()).toBe(lesson.learned);
  });

  it('that somebody else was faster with is said, and what was typed stays to be sent again', async () => {
    await show('stop');
    world.api.move
      .mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], { ...measured, version: 6 }))
      .mockResolvedValue(anExperiment({ state: 'stopped', version: 7 }));
    await writeLesson();
    await send();
    expect(fixture.nativeElement.querySelector('[role="alert"]').textContent).toContain('Somebody else changed this in the meantime');
    expect(await (await field('Observed')).text()).toBe(lesson.observed);
    await send();
    expect(world.api.move.mock.calls[1]?.[2]).toMatchObject({ to: 'stopped', version: 6, lesson });
  });

  it('says before anything is written what stands against it', async () => {
    const refusals: Refusal[] = [{ code: 'test-card-complete', params: { fields: 'Place' }, link: null }];
    await show('scale', { ...measured, availableTransitions: [aMove('concluded', { refusals })] });
    expect(fixture.nativeElement.querySelector('polku-refusals').textContent).toContain('The test card still lacks: Place');
  });
});
