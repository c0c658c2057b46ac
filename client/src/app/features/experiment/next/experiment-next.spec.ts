import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { ExperimentView } from '#contracts';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { aMove, anExperiment, aPlan } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { ExperimentNext } from './experiment-next';

describe('what comes next', () => {
  let world: ExperimentWorld;
  let fixture: ComponentFixture<ExperimentNext>;

  const show = async (experiment: ExperimentView): Promise<void> => {
    sessionStorage.clear();
    world = new ExperimentWorld(experiment);
    await world.begin();
    fixture = TestBed.createComponent(ExperimentNext);
    await fixture.whenStable();
  };
  const buttons = (): string[] =>
    [...fixture.nativeElement.querySelectorAll('.actions button, .actions a')].map((it: Element) => (it.textContent ?? '').trim());
  const press = async (name: string): Promise<void> => {
    const all: HTMLButtonElement[] = [...fixture.nativeElement.querySelectorAll('button')];
    all.find((it) => it.textContent.trim() === name)?.click();
    await fixture.whenStable();
  };
  const words = (): string => fixture.nativeElement.textContent.replace(/\s+/g, ' ');
  const far = aTestCard({ startsOn: '2020-01-01', endsOn: '2099-12-31' });

  it('of a plan lists what is missing by its name on the card, and the button says how much', async () => {
    await show(aPlan({ card: aTestCard({ risks: null, place: null }) }));
    const missing = [...fixture.nativeElement.querySelectorAll('.missing li')].map((it: Element) => it.textContent?.trim());
    expect(missing).toEqual(['Place', 'Risks']);
    expect(buttons()).toEqual(['Start: 2 things are missing']);
  });

  it('a start is confirmed, because it locks the card', async () => {
    await show(aPlan({ card: far }));
    world.api.move.mockResolvedValue(anExperiment({ card: far }));
    await press('Start the experiment');
    expect(words()).toContain('The start locks the test card');
    expect(world.api.move).not.toHaveBeenCalled();
    await press('Start and lock the card');
    expect(world.api.move).toHaveBeenCalledWith('aleksandrow', aPlan().id, { to: 'running', version: 1 });
    expect(buttons()[0]).toBe('Add a measurement');
  });

  it('what else stands against the start is said, and it cannot be pressed', async () => {
    const refusals = [{ code: 'idea-on-step' as const, params: { steps: ['pilot'] }, link: null }];
    await show(aPlan({ card: far, availableTransitions: [aMove('running', { refusals })] }));
    expect(words()).toContain('Only possible while the idea is on: Pilot');
    expect(fixture.nativeElement.querySelector('.actions button').disabled).toBe(true);
  });

  it('after its end offers three ways', async () => {
    await show(anExperiment({ overdue: true, card: aTestCard({ startsOn: '2020-01-01', endsOn: '2020-02-01' }) }));
    expect(buttons()).toEqual(['It works: conclude and scale', 'Adapt: plan a new one', 'Stop with a lesson']);
    await press('Adapt: plan a new one');
    expect(world.open.doing()).toEqual({ kind: 'end', ending: 'adapt' });
    // What is to be done is done in the form that has opened.
    expect(buttons()).toEqual([]);
  });

  it('where nothing was measured there is nothing to scale', async () => {
    await show(anExperiment({ measurements: [], overdue: true, card: aTestCard({ startsOn: '2020-01-01', endsOn: '2020-02-01' }) }));
    expect(fixture.nativeElement.querySelector('.actions button').disabled).toBe(true);
    expect(words()).toContain('there is no result to scale');
  });
});
