import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ProblemError } from '../../../api/problem-error';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { anExperiment, tomek } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { Observations } from './observations';

describe('observations', () => {
  let world: ExperimentWorld;
  let fixture: ComponentFixture<Observations>;

  const field = (label: string) => TestbedHarnessEnvironment.loader(fixture).getHarness(TextFieldHarness.labelled(label));
  const press = async (selector: string): Promise<void> => {
    fixture.nativeElement.querySelector(selector).click();
    await fixture.whenStable();
  };
  const send = () => press('button[type="submit"]');
  const show = async (experiment = anExperiment()): Promise<void> => {
    world = new ExperimentWorld(experiment);
    await world.begin();
    fixture = TestBed.createComponent(Observations);
    await fixture.whenStable();
  };
  const write = async (text: string): Promise<void> => {
    await press('button.add');
    await (await field('Day')).enter('2026-03-18');
    await (await field('What was observed')).type(text);
  };

  it('are not written by those who only read', async () => {
    await show(anExperiment({ mayMeasure: false, mayCorrect: false }));
    expect(fixture.nativeElement.querySelector('button')).toBeNull();
  });

  it('need a day and a text', async () => {
    await show();
    await press('button.add');
    await (await field('Day')).enter('');
    await send();
    expect(await (await field('Day')).error()).toBe('This is needed');
    expect(await (await field('What was observed')).error()).toBe('This is needed');
    expect(world.api.observe).not.toHaveBeenCalled();
  });

  it('are sent with their day, and shown', async () => {
    await show();
    const seen = {
      id: '01900000-0000-7000-8000-0000000000b1',
      on: '2026-03-18',
      text: 'Birds nest in it.',
      by: tomek,
      at: '2026-03-18T10:00:00Z',
    };
    world.api.observe.mockResolvedValue(anExperiment({ version: 5, observations: [seen] }));
    await write(' Birds nest in it. ');
    await send();
    expect(world.api.observe).toHaveBeenCalledWith('aleksandrow', anExperiment().id, { on: '2026-03-18', text: 'Birds nest in it.' });
    expect(fixture.nativeElement.querySelector('article').textContent).toContain('Birds nest in it.');
    expect(fixture.nativeElement.querySelector('form')).toBeNull();
  });

  it('say at the field what the server finds wrong with it', async () => {
    await show();
    world.api.observe.mockRejectedValue(
      new ProblemError('invalid', 422, '', [], undefined, [{ path: 'text', code: 'bad-character', message: '' }]),
    );
    await write('Birds nest in it.');
    await send();
    expect(await (await field('What was observed')).error()).toBe('This contains a character that is not allowed');
    expect(await (await field('What was observed')).text()).toBe('Birds nest in it.');
  });

  it('keep what was typed when they could not be saved, also while the form is closed', async () => {
    await show();
    world.api.observe.mockRejectedValue(new ProblemError('offline', 0, ''));
    await write('Birds nest in it.');
    await send();
    expect(fixture.nativeElement.querySelector('[role="alert"]').textContent).toContain('cannot be reached');
    await press('form button[type="button"]');
    await press('button.add');
    expect(await (await field('What was observed')).text()).toBe('Birds nest in it.');
    expect(await (await field('Day')).text()).toBe('2026-03-18');
  });
});
