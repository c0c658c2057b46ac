import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Moments } from '../../i18n/moments';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { AskDecisionDialog } from './ask-decision-dialog';
import { AskDecisionDialogHarness } from './testing/ask-decision-dialog-harness';

describe('AskDecisionDialog', () => {
  const close = jest.fn();

  const open = async (): Promise<AskDecisionDialogHarness> => {
    close.mockReset();
    const people = [
      { id: 'o', name: 'Oskar', unit: 'Finance' },
      { id: 'i', name: 'Irena', unit: null },
    ];
    const question = { number: 12, title: 'Green bus stops', kind: 'time', deciders: () => Promise.resolve(people) };
    TestBed.configureTestingModule({
      providers: [provideTestI18n(), { provide: MatDialogRef, useValue: { close } }, { provide: MAT_DIALOG_DATA, useValue: question }],
    });
    const fixture = TestBed.createComponent(AskDecisionDialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, AskDecisionDialogHarness);
  };

  it('asks a manager, within ten working days unless another day is chosen', async () => {
    const dialog = await open();
    expect(await dialog.deciders()).toEqual(['Oskar · Finance', 'Irena']);
    await dialog.choose('Irena');
    await dialog.write('It is cheap');
    await dialog.confirm();
    const deadline = TestBed.inject(Moments).workingDaysFromNow(10);
    expect(await dialog.deadline()).toBe(deadline);
    expect(close).toHaveBeenCalledWith({ kind: 'time', decider: 'i', deadline, note: 'It is cheap' });
  });

  it('does not ask nobody', async () => {
    const dialog = await open();
    await dialog.confirm();
    expect(await dialog.problems()).toEqual(['This is needed']);
    expect(close).not.toHaveBeenCalled();
  });
});
