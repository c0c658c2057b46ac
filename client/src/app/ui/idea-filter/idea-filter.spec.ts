import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { type AskedFilter, countOf, queryOfFilter } from './asked-filter';
import { IdeaFilter } from './idea-filter';
import { IdeaFilterHarness, OwnerSearchDialogHarness } from './testing/idea-filter-harness';

const roads = { id: 'u-roads', name: 'Roads' };
const education = { id: 'u-education', name: 'Education' };
const people = [
  { id: 'm-tomek', name: 'Tomek', unit: 'Roads' },
  { id: 'm-oskar', name: 'Oskar', unit: null },
];

describe('IdeaFilter', () => {
  let fixture: ComponentFixture<IdeaFilter>;

  const open = async (filter: AskedFilter = {}) => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    fixture = TestBed.createComponent(IdeaFilter);
    fixture.componentRef.setInput('filter', filter);
    fixture.componentRef.setInput('units', [education, roads]);
    fixture.componentRef.setInput('challenges', [{ id: 'c-shade', question: 'Where is shade?' }]);
    fixture.componentRef.setInput('me', 'm-maja');
    fixture.componentRef.setInput('find', () => Promise.resolve(people));
    fixture.componentRef.setInput('person', (id: string) => {
      const person = people.find((it) => it.id === id);
      return person ? Promise.resolve(person) : Promise.reject(new Error('Nobody'));
    });
    const changes: unknown[] = [];
    fixture.componentInstance.changed.subscribe((it) => changes.push(it));
    await fixture.whenStable();
    return { bar: await TestbedHarnessEnvironment.harnessForFixture(fixture, IdeaFilterHarness), changes };
  };

  it('shows what the address says', async () => {
    const { bar } = await open({
      q: 'shade',
      mine: 'true',
      followed: 'true',
      due: 'overdue',
      tag: 'heat',
      owner: 'nobody',
      unit: 'u-roads',
      challenge: 'c-shade',
    });
    expect(await bar.words()).toBe('shade');
    expect(await bar.pressed()).toEqual(['Only mine', 'Followed', 'Overdue', expect.stringMatching(/^Tag: heat/)]);
    expect(await bar.choices()).toEqual([
      ['Any owner', '* Without an owner', 'I own it'],
      ['All units', 'Education', '* Roads'],
      ['All challenges', 'Without a challenge', '* Where is shade?'],
    ]);
  });

  it('names whose ideas an address asks for; who is not known is one person', async () => {
    const { bar } = await open({ owner: 'm-tomek' });
    expect((await bar.choices())[0]).toEqual(['Any owner', 'Without an owner', 'I own it', '* Tomek']);
    TestBed.resetTestingModule();
    const { bar: other } = await open({ owner: 'm-gone' });
    expect((await other.choices())[0]).toEqual(['Any owner', 'Without an owner', 'I own it', '* One person']);
  });

  it('narrows to a challenge or to none; one that is not among them is one challenge', async () => {
    const { bar, changes } = await open({ challenge: 'c-old' });
    expect((await bar.choices())[2]).toEqual(['All challenges', 'Without a challenge', 'Where is shade?', '* One challenge']);
    await bar.choose(2, 'none');
    await bar.choose(2, '');
    expect(changes).toEqual([{ challenge: 'none' }, { challenge: null }]);
  });

  it('finds somebody by name', async () => {
    const { bar, changes } = await open();
    await bar.findOwner();
    const dialog = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(OwnerSearchDialogHarness);
    expect(await dialog.found()).toEqual(['Tomek Roads', 'Oskar']);
    const changed = new Promise((resolve) => fixture.componentInstance.changed.subscribe(resolve));
    await dialog.pick('Tomek');
    await changed;
    expect(changes).toEqual([{ owner: 'm-tomek' }]);
    fixture.componentRef.setInput('filter', { owner: 'm-tomek' });
    expect((await bar.choices())[0]).toContain('* Tomek');
  });

  it('says what changes, and takes it away when it is pressed again', async () => {
    const { bar, changes } = await open({ due: 'week', mine: 'true', followed: undefined });
    await bar.press('Overdue');
    await bar.press('Due within a week');
    await bar.press('Only mine');
    await bar.press('Followed');
    await bar.choose(0, 'm-maja');
    await bar.choose(1, '');
    expect(changes).toEqual([{ due: 'overdue' }, { due: null }, { mine: null }, { followed: 'true' }, { owner: 'm-maja' }, { unit: null }]);
  });

  it('asks for words once they are written, and for none when they are gone', async () => {
    const { bar, changes } = await open();
    await bar.search('  lodzi ');
    await bar.search('');
    expect(changes).toEqual([{ q: 'lodzi' }, { q: null }]);
  });
});

describe('a filter of an address', () => {
  it('asks only for what it says, and for nothing it does not know', () => {
    const asked = {
      q: '',
      mine: 'false',
      followed: 'false',
      due: 'never',
      owner: 'nobody',
      unit: undefined,
      challenge: 'none',
      tag: 'heat',
    };
    expect([queryOfFilter(asked), countOf(asked)]).toEqual([{ owner: 'nobody', challenge: 'none', tag: 'heat' }, 3]);
  });
});
