import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { SavedView } from '#contracts';
import { ViewsApi } from '../../../api/views-api';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Session } from '../../../session/session';
import type { BoardShown } from '../board-shown';
import { BoardViews } from './board-views';
import { BoardViewsHarness } from './testing/board-views-harness';

const late: SavedView = { id: 'late', name: 'Late', filter: { due: 'overdue' }, shared: true, isDefault: false, mayChange: false };
const all: SavedView = { id: 'all', name: 'All of it', filter: {}, shared: true, isDefault: false, mayChange: false };

describe('the saved views of the board', () => {
  const show = async (shown: BoardShown, isHub = false): Promise<BoardViewsHarness> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: ViewsApi, useValue: { list: () => Promise.resolve([all, late]) } },
        { provide: Session, useValue: { organisation: () => 'aleksandrow', isHub: () => isHub } },
      ],
    });
    const fixture = TestBed.createComponent(BoardViews);
    fixture.componentRef.setInput('pathway', 'helsingborg');
    fixture.componentRef.setInput('shown', shown);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, BoardViewsHarness);
  };

  it('name the one that is shown on their button, and tick it', async () => {
    const views = await show({ due: 'overdue' });
    expect(await views.button()).toBe('Late');
    expect(await views.items()).toEqual(['Everything', 'All of it shared', '* Late shared']);
  });

  it('never take one that shows everything for the whole board', async () => {
    const views = await show({});
    expect(await views.items()).toEqual(['* Everything', 'All of it shared', 'Late shared']);
    expect(await views.button()).toBe('Views');
  });

  it('let the hub change and delete one that shows everything', async () => {
    expect(await (await show({}, true)).items()).toContain('Name and sharing …');
  });
});
