import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ProblemError } from '../../../api/problem-error';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { anExperiment } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { AmendForm } from './amend-form';

describe('amending a locked card', () => {
  let world: ExperimentWorld;
  let fixture: ComponentFixture<AmendForm>;

  const field = (label: string) => TestbedHarnessEnvironment.loader(fixture).getHarness(TextFieldHarness.labelled(label));
  const words = (): string => fixture.nativeElement.textContent.replace(/\s+/g, ' ');
  const send = async (): Promise<void> => {
    fixture.nativeElement.querySelector('button[type="submit"]').click();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    world = new ExperimentWorld(anExperiment());
    await world.begin();
    world.open.doing.set({ kind: 'amend' });
    fixture = TestBed.createComponent(AmendForm);
    await fixture.whenStable();
  });

  it('needs a reason, warns when something was measured, and does not offer another kind', async () => {
    expect(words()).toContain('marked “amended after data”');
    expect(fixture.nativeElement.querySelector('#amend-kind select')).toBeNull();
    await (await field('Threshold')).type('65');
    expect(words()).toContain('Changes: Threshold');
    await send();
    expect(await (await field('Reason')).error()).toBe('This is needed');
    expect(world.api.amend).not.toHaveBeenCalled();
  });

  it('sends the whole card with the reason', async () => {
    world.api.amend.mockResolvedValue(anExperiment({ version: 5, amendedAfterData: true }));
    await (await field('Reason')).type('A sensor broke.');
    await (await field('Threshold')).type('65');
    await send();
    const { responsible, ...card } = aTestCard({ threshold: 0.65 });
    expect(world.api.amend).toHaveBeenCalledWith('aleksandrow', anExperiment().id, {
      version: 4,
      reason: 'A sensor broke.',
      card: { ...card, responsible: responsible.map((it) => it.id) },
    });
    expect(world.open.doing()).toBeNull();
  });

  it('when somebody else was faster their change is kept, and mine waits to be sent again', async () => {
    const theirs = anExperiment({ version: 5, card: aTestCard({ place: 'Another yard' }) });
    world.api.amend.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], theirs)).mockResolvedValue(theirs);
    await (await field('Reason')).type('A sensor broke.');
    await (await field('Threshold')).type('65');
    await send();
    expect(words()).toContain('Somebody else changed this in the meantime');
    expect(await (await field('Place')).text()).toBe('Another yard');
    expect(await (await field('Threshold')).text()).toBe('65');
    await send();
    expect(world.api.amend.mock.calls[1]?.[2]).toMatchObject({ version: 5, card: { place: 'Another yard', threshold: 0.65 } });
  });

  it('gives the focus back to the card when it is left', async () => {
    const card = document.body.appendChild(document.createElement('h2'));
    card.id = 'card';
    card.tabIndex = -1;
    const cancel: HTMLButtonElement[] = [...fixture.nativeElement.querySelectorAll('button[type="button"]')];
    cancel.find((it) => it.textContent.trim() === 'Cancel')?.click();
    fixture.destroy();
    TestBed.tick();
    expect(document.activeElement).toBe(card);
    card.remove();
  });
});
