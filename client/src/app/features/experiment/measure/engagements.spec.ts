import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ProblemError } from '../../../api/problem-error';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { anExperiment } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { Engagements } from './engagements';

describe('people who were involved', () => {
  let world: ExperimentWorld;
  let fixture: ComponentFixture<Engagements>;

  const field = (label: string) => TestbedHarnessEnvironment.loader(fixture).getHarness(TextFieldHarness.labelled(label));
  // “How many” comes first.
  const how = async () => (await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(TextFieldHarness.labelled('How')))[1];
  const press = async (selector: string): Promise<void> => {
    fixture.nativeElement.querySelector(selector).click();
    await fixture.whenStable();
  };
  const send = () => press('button[type="submit"]');
  const write = async (): Promise<void> => {
    await (await field('Day')).enter('2026-03-18');
    await (await field('Who was involved')).type(' Parents of the nursery ');
    await (await field('How many')).type('14');
    await (await how())?.type('A walk');
    await (await field('What was heard')).type('It smells of green.');
  };

  beforeEach(async () => {
    world = new ExperimentWorld(anExperiment());
    await world.begin();
    fixture = TestBed.createComponent(Engagements);
    await fixture.whenStable();
    await press('button.add');
  });

  it('need a group, a way and what was heard, though no number', async () => {
    await send();
    for (const it of [await field('Who was involved'), await how(), await field('What was heard')]) {
      expect(await it?.error()).toBe('This is needed');
    }
    expect(await (await field('How many')).error()).toBeNull();
    expect(world.ideas.engage).not.toHaveBeenCalled();
  });

  it('are counted whole, and at least one', async () => {
    await write();
    await (await field('How many')).type('0');
    expect(await (await field('How many')).error()).toBe('This number is too small');
    await (await field('How many')).type('2,5');
    expect(await (await field('How many')).error()).toBe('This must be a whole number');
    await send();
    expect(world.ideas.engage).not.toHaveBeenCalled();
  });

  it('are recorded with the idea and this experiment', async () => {
    world.ideas.engage.mockResolvedValue({});
    await write();
    await send();
    expect(world.ideas.engage).toHaveBeenCalledWith('aleksandrow', 12, {
      on: '2026-03-18',
      who: 'Parents of the nursery',
      count: 14,
      how: 'A walk',
      heard: 'It smells of green.',
      experiment: anExperiment().id,
    });
    expect(world.api.read).toHaveBeenCalledTimes(2);
    expect(fixture.nativeElement.querySelector('form')).toBeNull();
  });

  it('say at their fields what the server finds wrong', async () => {
    world.ideas.engage.mockRejectedValue(
      new ProblemError('invalid', 422, '', [], undefined, [
        { path: 'count', code: 'too-large', message: '' },
        { path: 'heard', code: 'bad-character', message: '' },
      ]),
    );
    await write();
    await send();
    expect(await (await field('How many')).error()).toBe('This number is too large');
    expect(await (await field('What was heard')).error()).toBe('This contains a character that is not allowed');
    expect(await (await field('Who was involved')).text()).toBe(' Parents of the nursery ');
  });

  it('keep what was typed when they could not be saved, also while the form is closed', async () => {
    world.ideas.engage.mockRejectedValue(new ProblemError('offline', 0, ''));
    await write();
    await send();
    expect(fixture.nativeElement.querySelector('[role="alert"]').textContent).toContain('cannot be reached');
    await press('form button[type="button"]');
    await press('button.add');
    expect(await (await field('What was heard')).text()).toBe('It smells of green.');
    expect(await (await field('How many')).text()).toBe('14');
  });
});
