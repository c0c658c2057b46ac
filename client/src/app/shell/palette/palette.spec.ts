import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { provideRouter, Router } from '@angular/router';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { Theme } from '../theme';
import { EarlyLetters } from './early-letters';
import { Palette, type PalettePurpose } from './palette';
import { PaletteHarness } from './testing/palette-harness';

describe('Palette', () => {
  const list = jest.fn();
  const people = jest.fn();
  const close = jest.fn();
  const choose = jest.fn();
  const lamps = { number: 7, title: 'Lamps in Kępa park', stepName: 'Pilot' };

  interface Opened {
    readonly isHub?: boolean;
    readonly purpose?: PalettePurpose;
    readonly typedBefore?: string;
  }

  const open = async ({ isHub = false, purpose = 'go', typedBefore = '' }: Opened = {}): Promise<PaletteHarness> => {
    Element.prototype.scrollIntoView = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: IdeasApi, useValue: { list } },
        { provide: MembersApi, useValue: { list: people } },
        { provide: MatDialogRef, useValue: { close } },
        { provide: MAT_DIALOG_DATA, useValue: purpose },
        { provide: Theme, useValue: { choices: ['auto', 'light', 'dark'], choice: signal('auto'), choose } },
        { provide: Session, useValue: { organisation: signal('aleksandrow'), isHub: () => isHub } },
      ],
    });
    TestBed.inject(EarlyLetters).keep();
    for (const key of typedBefore) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const fixture = TestBed.createComponent(Palette);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, PaletteHarness);
  };

  /** Writes, and waits until it has looked for that. */
  const typed = async (palette: PaletteHarness, q: string): Promise<void> => {
    await palette.write(q);
    const asked = (): boolean => list.mock.calls.some(([, query]: unknown[]) => (query as { q: string }).q === q);
    while (!asked()) await new Promise((resolve) => setTimeout(resolve, 10));
    await palette.settle();
  };

  beforeEach(() => {
    jest.resetAllMocks();
    list.mockResolvedValue({ items: [], next: null });
    people.mockResolvedValue({ items: [], next: null });
  });

  it('offers the pages first, then what can be done, the import to the hub only', async () => {
    const choices = await (await open()).choices();
    expect(choices.slice(0, 8)).toEqual([
      'Home',
      'Board',
      'Ideas',
      'Decisions',
      'Lessons',
      'Challenges',
      'Effects',
      'Where you are signed in',
    ]);
    expect(choices).toEqual(expect.arrayContaining(['Submit an idea', 'Appearance: Dark', 'Language: Suomi', 'Keyboard shortcuts?']));
    expect(choices).not.toContain('Appearance: As the device');
    expect(choices).not.toContain('Import');
    TestBed.resetTestingModule();
    expect(await (await open({ isHub: true })).choices()).toContain('Import');
  });

  it('narrows while one writes, whatever the capitals and accents, and finds ideas', async () => {
    list.mockResolvedValue({ items: [lamps], next: null });
    const palette = await open();
    await typed(palette, 'LA');
    expect(await palette.choices()).toEqual(expect.arrayContaining(['Lamps in Kępa park#7 · Pilot', 'Language: Polski']));
    expect(list).toHaveBeenCalledWith('aleksandrow', { q: 'LA', limit: 6 });
    await typed(palette, 'ελλη');
    expect(await palette.choices()).toContain('Language: Ελληνικά');
  });

  it('begins with what was typed before it was there', async () => {
    expect(await (await open({ typedBefore: 'suo' })).written()).toBe('suo');
  });

  it('shows where in the texts of an idea the words stand', async () => {
    list.mockResolvedValue({ items: [{ ...lamps, excerpt: 'people who walk there at night see a lamp wake' }], next: null });
    const palette = await open();
    await typed(palette, 'night');
    expect(await palette.choices()).toContain('Lamps in Kępa park#7 · Pilotpeople who walk there at night see a lamp wake');
  });

  it('leads to the list of all that was found, after the ideas', async () => {
    list.mockResolvedValue({ items: [lamps], next: null });
    const palette = await open();
    await typed(palette, 'kepa');
    expect(await palette.choices()).toEqual(['Lamps in Kępa park#7 · Pilot', 'All ideas with “kepa”']);
    await palette.press('down', 'enter');
    await palette.settle();
    expect(TestBed.inject(Router).url).toBe('/aleksandrow/ideas?q=kepa');
  });

  it('opened for a search, offers the list of all at once, before anything is found, and pages after what was found', async () => {
    const palette = await open({ purpose: 'search' });
    await palette.write('lesson');
    expect((await palette.choices())[0]).toBe('All ideas with “lesson”');
    list.mockResolvedValue({ items: [lamps], next: null });
    await typed(palette, 'lessons');
    expect(await palette.choices()).toEqual(['All ideas with “lessons”', 'Lamps in Kępa park#7 · Pilot', 'Lessons']);
    list.mockResolvedValue({ items: [], next: null });
    await typed(palette, 'lesson');
    expect(await palette.choices()).toEqual(['Lessons']);
  });

  it('finds people by their name, and leads to the ideas they own; residents own none', async () => {
    people.mockResolvedValue({
      items: [
        { id: 'm-tomek', name: 'Tomek', unit: 'Roads', roles: ['employee'] },
        { id: 'm-sanna', name: 'Tove', unit: null, roles: ['resident'] },
      ],
      next: null,
    });
    const palette = await open();
    await typed(palette, 'to');
    expect((await palette.choices()).filter((it) => /^To/.test(it))).toEqual(['TomekRoads · their ideas']);
    await palette.click('Tomek');
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).url).toBe('/aleksandrow/ideas?owner=m-tomek');
  });

  it('is worked by keys: arrows go round, Enter takes', async () => {
    const palette = await open();
    expect(await palette.current()).toBe('Home');
    await palette.press('down', 'down');
    expect(await palette.current()).toBe('Ideas');
    await palette.press('up', 'up', 'up');
    expect(await palette.current()).toBe('Keyboard shortcuts?');
    await palette.press('enter');
    expect(close).toHaveBeenCalledWith('shortcuts');
  });

  it('opens an idea, and goes to a page', async () => {
    list.mockResolvedValue({ items: [lamps], next: null });
    const palette = await open();
    await typed(palette, 'kepa');
    await palette.press('enter');
    await palette.settle();
    expect(TestBed.inject(Router).url).toBe('/aleksandrow/ideas/7');
  });

  it('does what can be done everywhere', async () => {
    const palette = await open();
    await palette.click('Appearance: Dark');
    expect(choose).toHaveBeenCalledWith('dark');
  });

  it('still offers what it knows when ideas cannot be looked up, and says when nothing is called that', async () => {
    list.mockRejectedValue(new Error('offline'));
    const palette = await open();
    await typed(palette, 'lesso');
    expect(await palette.choices()).toEqual(['Lessons']);
    await typed(palette, 'xyzzy');
    expect(await palette.choices()).toEqual([]);
    expect(await palette.current()).toBeNull();
  });
});
