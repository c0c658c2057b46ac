import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { DeferBlockBehavior, DeferBlockState, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Subject } from 'rxjs';
import type { Role } from '#contracts';
import { DecisionsApi } from '../api/decisions-api';
import { NotificationsApi } from '../api/notifications-api';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Live } from '../live/live';
import { Installation } from '../session/installation';
import { Session } from '../session/session';
import { Palettes } from './palette/palettes';
import { Shell } from './shell';
import { ShellHarness } from './testing/shell-harness';

describe('Shell', () => {
  const follow = jest.fn();
  const showPresence = jest.fn();

  const open = async (roles: readonly Role[]): Promise<{ shell: ShellHarness; page: HTMLElement }> => {
    Object.assign(globalThis, {
      matchMedia: () => ({ matches: false, addEventListener: jest.fn(), addListener: jest.fn(), removeListener: jest.fn() }),
    });
    const membership = { slug: 'aleksandrow', name: 'Aleksandrow', member: 'h' };
    const nobody = { items: [], next: null, unread: 0 };
    TestBed.configureTestingModule({
      deferBlockBehavior: DeferBlockBehavior.Manual,
      providers: [
        provideTestI18n(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: Installation, useValue: { demo: () => ({ password: 'polku-demo', people: [] }) } },
        { provide: DecisionsApi, useValue: { list: () => Promise.resolve({ items: [{ state: 'requested' }], next: null }) } },
        { provide: NotificationsApi, useValue: { list: () => Promise.resolve(nobody) } },
        {
          provide: Live,
          useValue: {
            follow,
            stop: jest.fn(),
            state: signal('online'),
            told: signal(0),
            changes: new Subject(),
            resets: new Subject(),
          },
        },
        {
          provide: Session,
          useValue: {
            me: signal({ name: 'Hanna', showsPresence: true, organisations: [membership] }),
            showPresence,
            membership: signal(membership),
            organisation: signal('aleksandrow'),
            roles: signal(roles),
            isHub: () => roles.includes('hub'),
          },
        },
      ],
    });
    const fixture = TestBed.createComponent(Shell);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    for (const later of await fixture.getDeferBlocks()) await later.render(DeferBlockState.Complete);
    return { shell: await TestbedHarnessEnvironment.harnessForFixture(fixture, ShellHarness), page };
  };

  it('shows the import to the hub only', async () => {
    expect(await (await open(['hub'])).shell.pages()).toEqual([
      'Home',
      'Board',
      'Ideas',
      'Decisions',
      'Lessons',
      'Challenges',
      'Effects',
      'Import',
    ]);
    TestBed.resetTestingModule();
    expect(await (await open(['employee'])).shell.pages()).toEqual([
      'Home',
      'Board',
      'Ideas',
      'Decisions',
      'Lessons',
      'Challenges',
      'Effects',
    ]);
  });

  it('keeps what has no room at the foot of a phone in a menu, which is marked while one of it is shown', async () => {
    const { shell } = await open(['hub']);
    expect(await shell.isMoreMarked()).toBe(false);
    await shell.openMore();
    expect(await shell.furtherPages()).toEqual(['Lessons', 'Challenges', 'Effects', 'Import']);
    await TestBed.inject(Router).navigateByUrl('/aleksandrow/effects');
    expect(await shell.isMoreMarked()).toBe(true);
  });

  it('says on every page that this is a demo, and how many decisions wait', async () => {
    const { page } = await open(['manager']);
    expect(page.textContent).toContain('everybody here is invented');
    expect(page.textContent).toContain('1 waits for you');
  });

  it('lets people choose, in the menu of their name, whether others see what they look at', async () => {
    const { shell } = await open(['employee']);
    await shell.openPersonMenu();
    expect(await shell.choice('Show others what I look at')).toBe('true');
    await shell.choose('Show others what I look at');
    expect(showPresence).toHaveBeenCalledWith(false);
  });

  it('follows the live stream of the organisation', async () => {
    await open(['hub']);
    expect(follow).toHaveBeenCalledWith('aleksandrow', 'h');
  });

  it('searches from everywhere with the slash key, but not while somebody types', async () => {
    const { shell, page } = await open(['hub']);
    const search = jest.spyOn(TestBed.inject(Palettes), 'openSearch').mockResolvedValue();
    const field = document.createElement('textarea');
    page.append(field);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(search).not.toHaveBeenCalled();
    page.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(search).toHaveBeenCalledTimes(1);
    await shell.search();
    expect(search).toHaveBeenCalledTimes(2);
  });

  it('opens the palette also while somebody types, and the sheet of shortcuts when nobody does', async () => {
    const { page } = await open(['hub']);
    const palettes = TestBed.inject(Palettes);
    const [palette, shortcuts] = [
      jest.spyOn(palettes, 'openPalette').mockResolvedValue(),
      jest.spyOn(palettes, 'openShortcuts').mockResolvedValue(),
    ];
    const field = document.createElement('textarea');
    page.append(field);
    for (const key of ['?', 'k']) field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect([palette.mock.calls.length, shortcuts.mock.calls.length]).toEqual([0, 0]);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
    page.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    expect([palette.mock.calls.length, shortcuts.mock.calls.length]).toEqual([1, 1]);
  });
});
