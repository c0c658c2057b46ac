import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { aDetail } from '../../../ui/decision/testing/a-decision';
import { OpenDecision } from '../open-decision';
import { DecideForm } from './decide-form';

describe('DecideForm', () => {
  const save = jest.fn();
  let fixture: ComponentFixture<DecideForm>;
  let loader: HarnessLoader;

  const host = (): HTMLElement => fixture.nativeElement;
  const choose = async (outcome: string): Promise<void> => {
    host().querySelector<HTMLInputElement>(`input[value="${outcome}"]`)?.click();
    await fixture.whenStable();
  };
  const send = async (): Promise<void> => {
    host().querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await fixture.whenStable();
  };
  const field = (label: string) => loader.getHarness(TextFieldHarness.labelled(label));

  beforeEach(async () => {
    save.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [provideTestI18n(), provideRouter([]), { provide: OpenDecision, useValue: { idea: { value: () => null } } }],
    });
    fixture = TestBed.createComponent(DecideForm);
    fixture.componentRef.setInput('decision', aDetail());
    fixture.componentRef.setInput('save', save);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  });

  it('needs an outcome and a reason', async () => {
    await send();
    expect(host().textContent).toContain('Choose one of the three.');
    expect(await (await field('Reason')).error()).toBe('This is needed');
    expect(save).not.toHaveBeenCalled();
  });

  it('says yes with a reason, without a lesson', async () => {
    await choose('yes');
    await (await field('Reason')).type('cheap, reversible');
    await send();
    expect(save).toHaveBeenCalledWith({ outcome: 'yes', reason: 'cheap, reversible' });
  });

  it('adapts only with what must change', async () => {
    await choose('adapt');
    await (await field('Reason')).type('not yet');
    await send();
    expect(await (await field('What must change')).error()).toBe('This is needed');
    expect(save).not.toHaveBeenCalled();
    await (await field('What must change')).type('ask the schools');
    await send();
    expect(save).toHaveBeenCalledWith({ outcome: 'adapt', reason: 'not yet', mustChange: 'ask the schools' });
  });

  it('stops only with a lesson', async () => {
    await choose('stop');
    await (await field('Reason')).type('no effect');
    await send();
    expect(await (await field('Observed')).error()).toBe('This is needed');
    expect(save).not.toHaveBeenCalled();
    for (const part of ['Observed', 'Learned', 'Therefore']) await (await field(part)).type(part);
    await send();
    expect(save).toHaveBeenCalledWith({
      outcome: 'stop',
      reason: 'no effect',
      lesson: { observed: 'Observed', learned: 'Learned', therefore: 'Therefore' },
    });
  });

  it('asks for changes only when it says which', async () => {
    await choose('adapt');
    await (await field('Reason')).type('nearly there');
    await send();
    expect(await (await field('What must change')).error()).toBe('This is needed');
    expect(save).not.toHaveBeenCalled();
    await (await field('What must change')).type('two stops, not ten');
    await send();
    expect(save).toHaveBeenCalledWith({ outcome: 'adapt', reason: 'nearly there', mustChange: 'two stops, not ten' });
  });

  it('keeps what is written when it is refused, and says why', async () => {
    save.mockResolvedValue({ code: 'refused', refusals: [{ code: 'not-own-idea', params: {}, link: null }], fields: [] });
    await choose('yes');
    await (await field('Reason')).type('cheap');
    await send();
    expect(host().textContent).toContain('Nobody decides on their own idea');
    expect(await (await field('Reason')).text()).toBe('cheap');
  });
});
