import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BoardsApi } from '../../api/boards-api';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { UnitsApi } from '../../api/units-api';
import { ChallengesApi } from '../../api/challenges-api';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { aCard, transitionTo } from '../../ui/bulk/testing/cards';
import { Questions } from '../../ui/questions/questions';
import { IdeasPage } from './ideas-page';
import { IdeasPageHarness } from './testing/ideas-page-harness';

describe('IdeasPage', () => {
  const ideas = { list: jest.fn(), changeMany: jest.fn(), undo: jest.fn(), fileAddress: () => '' };

  const open = async (asked: Readonly<Record<string, string>> = {}): Promise<IdeasPageHarness> => {
    ideas.list.mockResolvedValue({ items: [4, 3, 2, 1].map((number) => aCard(number, 'submitted')), next: null });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: IdeasApi, useValue: ideas },
        { provide: BoardsApi, useValue: { read: jest.fn().mockResolvedValue({ columns: [], aside: [] }) } },
        { provide: ChallengesApi, useValue: { choices: jest.fn().mockResolvedValue([]) } },
        { provide: UnitsApi, useValue: { list: jest.fn().mockResolvedValue({ items: [] }) } },
        { provide: MembersApi, useValue: {} },
        { provide: Questions, useValue: {} },
        {
          provide: Session,
          useValue: { membership: () => ({ pathway: 'helsingborg', member: 'm-maja' }), organisation: () => 'aleksandrow' },
        },
      ],
    });
    const fixture = TestBed.createComponent(IdeasPage);
    for (const [name, value] of Object.entries(asked)) fixture.componentRef.setInput(name, value);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, IdeasPageHarness);
  };

  beforeEach(() => jest.clearAllMocks());

  it('selects ideas by key, by click, up to another with shift, all and none', async () => {
    const page = await open();
    await page.key('Idea 4', 'x');
    expect([await page.selected(), await page.focused()]).toEqual([['Idea 4'], 'Idea 4']);
    await page.tick('Idea 2', { shift: true });
    expect(await page.selected()).toEqual(['Idea 4', 'Idea 3', 'Idea 2']);
    await page.click('Idea 3');
    expect(await page.selected()).toEqual(['Idea 4', 'Idea 2']);
    await page.selectAll();
    expect(await page.selected()).toEqual(['Idea 4', 'Idea 3', 'Idea 2', 'Idea 1']);
    await page.selectAll();
    expect(await page.selected()).toEqual([]);
    await page.click('Idea 1', { control: true });
    expect(await page.selected()).toEqual(['Idea 1']);
    await page.escape('Idea 1');
    expect(await page.selected()).toEqual([]);
  });

  it('asks for the order that the address says; one that nobody knows is the usual one', async () => {
    const page = await open({ sort: 'age', tag: 'heat' });
    expect(ideas.list).toHaveBeenLastCalledWith('aleksandrow', { tag: 'heat', sort: 'age' });
    expect(await page.order()).toBe('Longest on the step first');
    expect(await page.facts('Idea 1')).toEqual(['#1', 'here since 2 Mar']);
    TestBed.resetTestingModule();
    await open({ sort: 'random' });
    expect(ideas.list).toHaveBeenLastCalledWith('aleksandrow', {});
  });

  it('says when each was changed, where that is their order', async () => {
    const page = await open({ sort: 'changed' });
    expect(await page.facts('Idea 1')).toEqual(['#1', 'changed 3 Mar']);
  });

  it('moves what is selected at once, shows each as it is then, and says of the others why not', async () => {
    const later = [transitionTo('pilot')];
    ideas.changeMany.mockResolvedValue({
      results: [
        { number: 3, card: aCard(3, 'submitted'), problem: { code: 'version-conflict', refusals: [] } },
        { number: 4, card: aCard(4, 'explore-idea', { version: 2, availableTransitions: later }), problem: null },
      ],
    });
    const page = await open();
    await page.key('Idea 4', 'x');
    await page.key('Idea 3', 'x');
    const bar = await page.bulkBar();
    expect(await bar.says()).toBe('2 selected');
    await bar.move('explore-idea');
    const asked = [
      { number: 4, version: 1 },
      { number: 3, version: 1 },
    ];
    expect(ideas.changeMany).toHaveBeenCalledWith('aleksandrow', { ideas: asked, change: { kind: 'move', to: 'explore-idea' } });
    expect([await page.stepOf('Idea 4'), await page.stepOf('Idea 3'), await page.selected()]).toEqual([
      'explore-idea',
      'submitted',
      ['Idea 3'],
    ]);
    expect(document.querySelector('polku-results-dialog')?.textContent).toContain('#3 · Idea 3');
  });
});
