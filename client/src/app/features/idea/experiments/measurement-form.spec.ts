import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { MeasurementForm } from './measurement-form';

describe('MeasurementForm', () => {
  const save = jest.fn();
  let fixture: ComponentFixture<MeasurementForm>;
  let loader: HarnessLoader;

  const send = async (): Promise<void> => {
    fixture.nativeElement.querySelector('button[type="submit"]').click();
    await fixture.whenStable();
  };
  const field = (label: string) => loader.getHarness(TextFieldHarness.labelled(label));

  beforeEach(async () => {
    save.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] });
    fixture = TestBed.createComponent(MeasurementForm);
    fixture.componentRef.setInput('save', save);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  });

  it('records how many of how many, and is ready for the next', async () => {
    await (await field('Day')).enter('2026-05-20');
    await (await field('Successes')).type('17');
    await (await field('Out of')).type('20');
    await send();
    expect(save).toHaveBeenCalledWith({ group: 'test', on: '2026-05-20', successes: 17, total: 20, note: null });
    expect(await (await field('Successes')).text()).toBe('');
    expect(await (await field('Day')).text()).toBe('2026-05-20');
  });

  it('complains of nothing when it was sent from its last field and is empty again', async () => {
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
    await (await field('Successes')).type('21');
    await (await field('Out of')).type('20');
    await send();
    expect(await (await field('Successes')).error()).toBe('This is more than were observed');
    await (await field('Successes')).type('1,5');
    expect(await (await field('Successes')).error()).toBe('This is not a number');
    expect(save).not.toHaveBeenCalled();
  });
});
