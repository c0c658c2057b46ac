import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { WipLimit } from '#contracts';
import { BoardsApi } from '../../api/boards-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { Messages } from '../../ui/messages/messages';
import { LimitDialog } from './limit-dialog';
import { LimitDialogHarness } from './testing/limit-dialog-harness';

describe('LimitDialog', () => {
  const close = jest.fn();
  const say = jest.fn();
  const set = jest.fn();

  const open = async (limit: WipLimit | null): Promise<LimitDialogHarness> => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: MatDialogRef, useValue: { close } },
        { provide: MAT_DIALOG_DATA, useValue: { pathway: 'helsingborg', step: 'pilot', name: 'Pilot', limit } },
        { provide: BoardsApi, useValue: { limit: set } },
        { provide: Messages, useValue: { say } },
        { provide: Session, useValue: { organisation: () => 'aleksandrow' } },
      ],
    });
    const fixture = TestBed.createComponent(LimitDialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, LimitDialogHarness);
  };

  it('sets a limit that refuses, and says so', async () => {
    const dialog = await open(null);
    expect(await dialog.canLift()).toBe(false);
    await dialog.fill('4', 'hard');
    await dialog.save();
    expect(set).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'pilot', { atMost: 4, hard: true });
    expect(say).toHaveBeenCalledWith('Pilot: at most 4');
    expect(close).toHaveBeenCalledWith(true);
  });

  it.each(['', '0', '2.5', 'many'])('takes no limit of “%s”', async (atMost) => {
    const dialog = await open(null);
    await dialog.fill(atMost, 'soft');
    await dialog.save();
    expect(await dialog.complaint()).toBe('A whole number from 1 to 10,000');
    expect(set).not.toHaveBeenCalled();
  });

  it('lifts the limit', async () => {
    const dialog = await open({ atMost: 4, hard: true });
    await dialog.lift();
    expect(set).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'pilot', null);
    expect(say).toHaveBeenCalledWith('Pilot: no limit');
  });

  it('stays open with what the server said', async () => {
    const dialog = await open(null);
    set.mockRejectedValue(new ProblemError('not-allowed', 403, ''));
    await dialog.fill('4', 'soft');
    await dialog.save();
    expect(await dialog.complaint()).toBe('Your role does not allow this.');
    expect(close).not.toHaveBeenCalled();
  });
});
