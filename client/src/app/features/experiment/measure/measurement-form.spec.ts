import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MetricKind } from '#contracts';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { MeasurementForm } from './measurement-form';

describe('adding a measurement', () => {
  const save = jest.fn();
  let fixture: ComponentFixture<MeasurementForm>;
  let loader: HarnessLoader;

  const show = async (kind: MetricKind, unit: string | null = null): Promise<void> => {
    save.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] });
    fixture = TestBed.createComponent(MeasurementForm);
    fixture.componentRef.setInput('save', save);
    fixture.componentRef.setInput('kind', kind);
    fixture.componentRef.setInput('unit', unit);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  };
  const send = async (): Promise<void> => {
    fixture.nativeElement.querySelector('button[type="submit"]').click();
    await fixture.whenStable();
  };
  const field = (label: string) => loader.getHarness(TextFieldHarness.labelled(label));
  const labels = async (): Promise<string[]> => {
    const fields = await loader.getAllHarnesses(TextFieldHarness);
    return Promise.all(fields.map(async (it) => (await it.label()).replace(/\s+optional$/, '')));
  };

  it('records how many of how many, and is ready for the next', async () => {
    await show('proportion');
    await (await field('Day')).enter('2026-05-20');
    await (await field('Successes')).type('17');
    await (await field('Out of')).type('20');
    await send();
    expect(save).toHaveBeenCalledWith({ group: 'test', on: '2026-05-20', successes: 17, total: 20, note: null });
    expect(await (await field('Successes')).text()).toBe('');
    expect(await (await field('Successes')).hasFocus()).toBe(true);
    expect(await (await field('Day')).text()).toBe('2026-05-20');
  });

  it('complains of nothing when it was sent from its last field and is empty again', async () => {
    await show('proportion');
    await (await field('Successes')).type('17');
    const total = await field('Out of');
    await total.type('20');
    await total.focus();
    await send();
    expect(await (await field('Successes')).hasFocus()).toBe(true);
    expect(await (await field('Successes')).error()).toBeNull();
    expect(await total.error()).toBeNull();
  });

  it('does not count more than were observed, nor parts of one', async () => {
    await show('proportion');
    await (await field('Successes')).type('21');
    await (await field('Out of')).type('20');
    await send();
    expect(await (await field('Successes')).error()).toBe('This is more than were observed');
    await (await field('Successes')).type('1,5');
    expect(await (await field('Successes')).error()).toBe('This must be a whole number');
    expect(save).not.toHaveBeenCalled();
  });

  it.each<[MetricKind, string | null, readonly string[], boolean]>([
    ['mean-difference', 'min', ['Day', 'Value, min', 'Note'], true],
    ['paired', 'dB', ['Day', 'Before, dB', 'After, dB', 'Note'], false],
    ['rate', 'day', ['Day', 'Events', 'In how much, day', 'Note'], false],
    ['checklist', null, ['Day', 'Fulfilled', 'Out of items looked at', 'Note'], false],
  ])('asks for %s only what it needs', async (kind, unit, names, groups) => {
    await show(kind, unit);
    expect(await labels()).toEqual(names);
    expect(fixture.nativeElement.querySelector('select') !== null).toBe(groups);
  });

  it('sends a pair as it is written, with decimals', async () => {
    await show('paired', 'dB');
    await (await field('Day')).enter('2026-05-20');
    await (await field('Before')).type('58,5');
    await (await field('After')).type('−2');
    await send();
    expect(save).toHaveBeenCalledWith({ group: 'test', on: '2026-05-20', before: 58.5, value: -2, note: null });
  });

  it('what was typed stays when it could not be saved', async () => {
    await show('proportion');
    save.mockResolvedValue({ code: 'offline', refusals: [], fields: [] });
    await (await field('Successes')).type('17');
    await (await field('Out of')).type('20');
    await send();
    expect(await (await field('Successes')).text()).toBe('17');
    expect(fixture.nativeElement.querySelector('[role="alert"]')?.textContent).toContain('cannot be reached');
  });
});
