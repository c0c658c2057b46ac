import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { TransitionAsk } from '#contracts';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { TransitionDialogHarness } from './testing/transition-dialog-harness';
import { TransitionDialog } from './transition-dialog';

describe('TransitionDialog', () => {
  const close = jest.fn();

  const open = async (asks: readonly TransitionAsk[]): Promise<TransitionDialogHarness> => {
    close.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: MatDialogRef, useValue: { close } },
        { provide: MAT_DIALOG_DATA, useValue: { number: 12, title: 'Green bus stops', name: 'Stop', asks } },
      ],
    });
    const fixture = TestBed.createComponent(TransitionDialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, TransitionDialogHarness);
  };

  it('asks only for what the transition needs', async () => {
    const dialog = await open(['reason']);
    expect(await dialog.has('reason')).toBe(true);
    expect(await dialog.has('returnOn')).toBe(false);
    expect(await dialog.has('observed')).toBe(false);
  });

  it('says what is missing, and stays open', async () => {
    const dialog = await open(['reason', 'lesson']);
    await dialog.fill('observed', 'Nobody came');
    await dialog.confirm();
    expect(await dialog.problems()).toEqual(['A reason is needed', 'This is needed', 'This is needed']);
    expect(close).not.toHaveBeenCalled();
  });

  it('answers with a lesson as the server takes it', async () => {
    const dialog = await open(['reason', 'lesson']);
    await dialog.fill('reason', ' Too few wanted it ');
    for (const part of ['observed', 'learned', 'therefore']) await dialog.fill(part, part);
    await dialog.confirm();
    const lesson = { observed: 'observed', learned: 'learned', therefore: 'therefore' };
    expect(close).toHaveBeenCalledWith({ reason: 'Too few wanted it', fields: { lesson } });
  });

  it('takes no day in the past, and not the idea itself', async () => {
    const dialog = await open(['returnOn', 'into']);
    await dialog.fill('returnOn', '2020-01-01');
    await dialog.fill('into', '12');
    await dialog.confirm();
    expect(await dialog.problems()).toHaveLength(2);
    await dialog.fill('into', '#7');
    await dialog.fill('returnOn', '2999-01-01');
    await dialog.confirm();
    expect(close).toHaveBeenCalledWith({ fields: { returnOn: '2999-01-01', into: 7 } });
  });
});
