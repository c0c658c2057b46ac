import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { PresenceView } from '#contracts';
import { strings } from '../../i18n/fi';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { WhoLooksHarness } from './testing/who-looks-harness';
import { WhoLooks } from './who-looks';

const people = ['Hanna', 'Irena', 'Maja', 'Oskar', 'Tomek'].map((name) => ({ id: name, name, unit: null }));

describe('WhoLooks', () => {
  const show = async (presence: PresenceView): Promise<WhoLooksHarness> => {
    const fixture = TestBed.createComponent(WhoLooks);
    fixture.componentRef.setInput('presence', presence);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, WhoLooksHarness);
  };

  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestI18n()] }));

  it('shows who looks, and says it in one sentence', async () => {
    const one = await show({ people: people.slice(0, 2), total: 2 });
    expect([await one.seen(), await one.words()]).toEqual([['HA', 'IR'], 'Looking at this now: Hanna and Irena']);
  });

  it('counts beyond three, and names all whose names are known', async () => {
    const many = await show({ people, total: 7 });
    expect(await many.seen()).toEqual(['HA', 'IR', 'MA', '+4']);
    expect(await many.words()).toBe('Looking at this now: Hanna, Irena, Maja, Oskar, Tomek and 2 more');
  });

  it('says it in the language of the screen', async () => {
    await TestBed.inject(Languages).choose('fi');
    expect(await (await show({ people: people.slice(0, 1), total: 1 })).words()).toBe('Tätä katsomassa nyt: Hanna');
  });

  it('has its words with the first screen: somebody may look at a card of it', () => {
    expect(strings).toHaveProperty(['presence', 'now']);
  });
});
