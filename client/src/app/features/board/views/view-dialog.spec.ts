import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { SavedView } from '#contracts';
import { ProblemError } from '../../../api/problem-error';
import { ViewsApi } from '../../../api/views-api';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Session } from '../../../session/session';
import { Messages } from '../../../ui/messages/messages';
import { ViewDialogHarness } from './testing/view-dialog-harness';
import { ViewDialog } from './view-dialog';

const LATE: SavedView = { id: 'late', name: 'Late', filter: { due: 'overdue' }, shared: true, isDefault: false, mayChange: true };

describe('ViewDialog', () => {
  const close = jest.fn();
  const say = jest.fn();
  const api = { save: jest.fn(), change: jest.fn(), delete: jest.fn() };

  const open = async (view: SavedView | null, isHub = false): Promise<ViewDialogHarness> => {
    jest.resetAllMocks();
    api.save.mockResolvedValue({ ...LATE, id: 'new' });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: MatDialogRef, useValue: { close } },
        { provide: MAT_DIALOG_DATA, useValue: { pathway: 'helsingborg', filter: { due: 'overdue' }, view } },
        { provide: ViewsApi, useValue: api },
        { provide: Messages, useValue: { say } },
        { provide: Session, useValue: { organisation: () => 'aleksandrow', isHub: () => isHub } },
      ],
    });
    const fixture = TestBed.createComponent(ViewDialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ViewDialogHarness);
  };

  it('saves what is shown, once it has a name', async () => {
    const dialog = await open(null);
    await dialog.save();
    expect(await dialog.complaint()).toBe('Give it a name');
    await dialog.name(' What is late ');
    await dialog.tick('shared');
    await dialog.save();
    const view = { name: 'What is late', filter: { due: 'overdue' }, shared: true };
    expect(api.save).toHaveBeenCalledWith('aleksandrow', 'helsingborg', view);
    expect(api.change).not.toHaveBeenCalled();
    expect([say.mock.lastCall, close.mock.lastCall]).toEqual([['Saved: What is late'], [true]]);
  });

  it('lets the hub alone say that the board opens with it', async () => {
    expect(await (await open(LATE)).has('first')).toBe(false);
    TestBed.resetTestingModule();
    const dialog = await open({ ...LATE, mayChange: false }, true);
    await dialog.tick('first');
    await dialog.save();
    expect(api.change).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'late', { isDefault: true });
  });

  it('no longer opens the board with what is no longer shared', async () => {
    const dialog = await open({ ...LATE, isDefault: true }, true);
    await dialog.tick('shared');
    await dialog.save();
    expect(api.change).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'late', { name: 'Late', shared: false, isDefault: false });
  });

  it('asks twice before it deletes what others share, and once for what is private', async () => {
    const shared = await open(LATE);
    expect(await shared.delete()).toBe('Delete for everybody');
    expect(api.delete).not.toHaveBeenCalled();
    await shared.delete();
    expect(api.delete).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'late');
    TestBed.resetTestingModule();
    await (await open({ ...LATE, shared: false })).delete();
    expect(api.delete).toHaveBeenCalledTimes(1);
  });

  it('stays open with what the server said', async () => {
    const dialog = await open(null);
    api.save.mockRejectedValue(new ProblemError('offline', 0, ''));
    await dialog.name('Late');
    await dialog.save();
    expect(await dialog.complaint()).toMatch(/^Polku cannot be reached/);
    expect(close).not.toHaveBeenCalled();
  });
});
