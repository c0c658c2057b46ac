import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Shortcuts } from './shortcuts';
import { ShortcutsHarness } from './testing/shortcuts-harness';

describe('the sheet of shortcuts', () => {
  it('names every key of the board', async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(Shortcuts);
    await fixture.whenStable();
    const sheet = await TestbedHarnessEnvironment.harnessForFixture(fixture, ShortcutsHarness);
    expect(await sheet.keysOf('On the board')).toEqual([
      'From card to card: ← → ↑ ↓',
      'Open the idea: Enter',
      'Select the card: X',
      'Pick up the card: Space',
      'Carry it: ← → ↑ ↓',
      'Put it down: Space',
      'Put it back: Esc',
    ]);
  });
});
