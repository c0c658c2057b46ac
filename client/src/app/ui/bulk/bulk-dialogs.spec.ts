import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { ComponentHarness, ComponentHarnessConstructor } from '@angular/cdk/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { RefusalsDialog, type RefusalsExplained } from '../refusals/refusals-dialog';
import { RefusalsDialogHarness } from '../refusals/testing/refusals-dialog-harness';
import { OwnerDialog, type OwnerQuestion } from './owner-dialog';
import { type BulkResults, ResultsDialog } from './results-dialog';
import { TagDialog, type TagQuestion } from './tag-dialog';
import { OwnerDialogHarness, ResultsDialogHarness, TagDialogHarness } from './testing/bulk-dialog-harnesses';

describe('the dialogs for many ideas', () => {
  const close = jest.fn();
  afterEach(() => jest.useRealTimers());

  const open = async <T extends ComponentHarness, D>(
    dialog: Type<unknown>,
    harness: ComponentHarnessConstructor<T>,
    data: D,
  ): Promise<T> => {
    close.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: MatDialogRef, useValue: { close } },
        { provide: MAT_DIALOG_DATA, useValue: data },
      ],
    });
    const fixture = TestBed.createComponent(dialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, harness);
  };

  it('give the ideas to somebody who is found, or to nobody', async () => {
    const find = jest.fn().mockResolvedValue([{ id: 'o', name: 'Oskar', unit: 'Finance' }]);
    const dialog = await open<OwnerDialogHarness, OwnerQuestion>(OwnerDialog, OwnerDialogHarness, { count: 3, find });
    expect(await dialog.heading()).toContain('3');
    const search = await dialog.search();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    await search.type('osk');
    await jest.advanceTimersByTimeAsync(300);
    expect(find).toHaveBeenCalledWith('osk');
    await search.pick('Oskar Finance');
    expect(close).toHaveBeenCalledWith({ kind: 'assign', owner: 'o' });
    await dialog.press('Nobody');
    expect(close).toHaveBeenLastCalledWith({ kind: 'assign', owner: null });
  });

  it('add a tag that is written, and say when none is', async () => {
    const dialog = await open<TagDialogHarness, TagQuestion>(TagDialog, TagDialogHarness, { count: 2, tags: ['air', 'water'] });
    await dialog.press('Add');
    expect(await dialog.error()).not.toBeNull();
    expect(close).not.toHaveBeenCalled();
    await dialog.type(' greenery ');
    await dialog.press('Add');
    expect(close).toHaveBeenCalledWith({ kind: 'tag', tag: 'greenery' });
  });

  it('take a tag from those that have it', async () => {
    const dialog = await open<TagDialogHarness, TagQuestion>(TagDialog, TagDialogHarness, { count: 2, tags: ['air', 'water'] });
    expect(await dialog.present()).toEqual(['air', 'water']);
    await dialog.remove('water');
    expect(close).toHaveBeenCalledWith({ kind: 'untag', tag: 'water' });
  });

  it('say of each idea that was not changed why', async () => {
    const dialog = await open<ResultsDialogHarness, BulkResults>(ResultsDialog, ResultsDialogHarness, {
      done: 4,
      refused: [
        { number: 12, title: 'Green bus stops', code: 'refused', refusals: [{ code: 'role-in', params: { roles: ['hub'] }, link: null }] },
        { number: 14, title: 'Benches', code: 'not-found', refusals: [] },
      ],
    });
    expect(await dialog.done()).toContain('4');
    expect(await dialog.refused()).toEqual(['#12 · Green bus stops', '#14 · Benches']);
    const [first, second] = await dialog.reasons();
    expect(first).toBe('Only these may do it: innovation hub');
    expect(second).toMatch(/\w{3,}/);
  });

  it('say of one idea why something is not possible yet', async () => {
    const dialog = await open<RefusalsDialogHarness, RefusalsExplained>(RefusalsDialog, RefusalsDialogHarness, {
      heading: 'Not to Pilot yet',
      about: '#12 · Green bus stops',
      refusals: [{ code: 'role-in', params: { roles: ['hub'] }, link: null }],
    });
    expect(await dialog.heading()).toBe('Not to Pilot yet');
    expect(await dialog.about()).toBe('#12 · Green bus stops');
    expect(await dialog.reasons()).toEqual(['Only these may do it: innovation hub']);
  });
});
