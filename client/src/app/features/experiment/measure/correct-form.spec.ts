import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Languages } from '../../../i18n/languages';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { aMeasurement } from '../testing/an-experiment';
import { CorrectForm } from './correct-form';

describe('correcting a measurement', () => {
  const save = jest.fn();
  let fixture: ComponentFixture<CorrectForm>;

  const field = (label: string) => TestbedHarnessEnvironment.loader(fixture).getHarness(TextFieldHarness.labelled(label));
  const send = async (): Promise<void> => {
    fixture.nativeElement.querySelector('button[type="submit"]').click();
    await fixture.whenStable();
  };
  const withdraw = async (): Promise<void> => {
    fixture.nativeElement.querySelector('input[type="checkbox"]').click();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    save.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] });
    fixture = TestBed.createComponent(CorrectForm);
    fixture.componentRef.setInput('measurement', aMeasurement({ note: 'Rain' }));
    fixture.componentRef.setInput('meant', aTestCard());
    fixture.componentRef.setInput('save', save);
    await fixture.whenStable();
  });

  it('begins with what stands there, and needs a reason', async () => {
    expect(await (await field('Successes')).text()).toBe('17');
    expect(await (await field('Note')).text()).toBe('Rain');
    await send();
    expect(await (await field('Reason')).error()).toBe('This is needed');
    expect(save).not.toHaveBeenCalled();
  });

  it('sends all values anew with the reason', async () => {
    await (await field('Successes')).type('18');
    await (await field('Reason')).type(' Counted twice. ');
    await send();
    expect(save).toHaveBeenCalledWith({
      group: 'test',
      on: '2026-03-16',
      successes: 18,
      total: 20,
      note: 'Rain',
      reason: 'Counted twice.',
    });
  });

  it('does not count more than were observed', async () => {
    await (await field('Successes')).type('21');
    await (await field('Reason')).type('Counted twice.');
    await send();
    expect(await (await field('Successes')).error()).toBe('This is more than were observed');
    expect(save).not.toHaveBeenCalled();
  });

  it('withdrawing asks for no values, not even right ones', async () => {
    await (await field('Successes')).type('21');
    await withdraw();
    await (await field('Reason')).type('The sensor was broken.');
    await send();
    expect(save).toHaveBeenCalledWith({ withdrawn: true, reason: 'The sensor was broken.' });
  });

  it('what the server says of a field is said there, and what was typed stays', async () => {
    save.mockResolvedValue({
      code: 'invalid',
      refusals: [],
      fields: [
        { path: 'on', code: 'in-the-future' },
        { path: 'reason', code: 'bad-character' },
      ],
    });
    await (await field('Successes')).type('18');
    await (await field('Reason')).type('Counted twice.');
    await send();
    expect(await (await field('Day')).error()).toBe('This lies in the future');
    expect(await (await field('Reason')).error()).toBe('This contains a character that is not allowed');
    expect(await (await field('Reason')).text()).toBe('Counted twice.');
    expect(await (await field('Successes')).text()).toBe('18');
  });

  it('what is refused is said at its foot, and what was typed stays', async () => {
    save.mockResolvedValue({ code: 'offline', refusals: [], fields: [] });
    await withdraw();
    await (await field('Reason')).type('The sensor was broken.');
    await send();
    expect(fixture.nativeElement.querySelector('[role="alert"]')?.textContent).toContain('cannot be reached');
    expect(await (await field('Reason')).text()).toBe('The sensor was broken.');
    expect(fixture.nativeElement.querySelector('input[type="checkbox"]').checked).toBe(true);
  });

  it('another language of the screen takes nothing away', async () => {
    await (await field('Reason')).type('Counted twice.');
    await TestBed.inject(Languages).choose('pl');
    await fixture.whenStable();
    expect(await (await field('Powód')).text()).toBe('Counted twice.');
  });
});
