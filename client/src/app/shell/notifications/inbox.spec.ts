import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import type { NotificationView } from '#contracts';
import { NotificationsApi } from '../../api/notifications-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { Inbox } from './inbox';

const told = (id: string, readAt: string | null = null): NotificationView => ({
  id,
  kind: 'moved',
  number: 12,
  title: 'Green bus stops',
  at: '2026-03-02T08:00:00Z',
  readAt,
  text: 'Your idea moved',
  reason: null,
  link: '/aleksandrow/ideas/12',
});

describe('Inbox', () => {
  const api = { list: jest.fn(), read: jest.fn() };
  const heard = signal(0);
  const resets = new Subject<void>();
  let inbox: Inbox;

  const settle = async (): Promise<void> => {
    TestBed.tick();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };

  beforeEach(async () => {
    jest.resetAllMocks();
    api.list.mockResolvedValue({ items: [told('a'), told('b')], next: 'more', unread: 2 });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: NotificationsApi, useValue: api },
        { provide: Live, useValue: { told: heard, resets } },
        { provide: Session, useValue: { organisation: () => 'aleksandrow' } },
      ],
    });
    inbox = TestBed.inject(Inbox);
    await settle();
  });

  it('loads what the person was told, and again when there is something new', async () => {
    expect(inbox.unread()).toBe(2);
    heard.set(1);
    await settle();
    expect(api.list).toHaveBeenCalledTimes(2);
    resets.next();
    await settle();
    expect(api.list).toHaveBeenCalledTimes(3);
  });

  it('marks as read without waiting for the server', async () => {
    api.read.mockResolvedValue({ unread: 1 });
    const marked = inbox.markRead(['a']);
    expect(inbox.items()?.map((it) => it.readAt !== null)).toEqual([true, false]);
    await marked;
    expect(inbox.unread()).toBe(1);
  });

  it('shows them as unread again when the server did not hear', async () => {
    api.read.mockRejectedValue(new ProblemError('offline', 0, ''));
    await inbox.markRead();
    expect(inbox.items()?.map((it) => it.readAt)).toEqual([null, null]);
  });

  it('adds older ones once', async () => {
    api.list.mockResolvedValue({ items: [told('b'), told('c')], next: null, unread: 2 });
    await inbox.more();
    expect(inbox.items()?.map((it) => it.id)).toEqual(['a', 'b', 'c']);
    expect(inbox.hasMore()).toBe(false);
  });
});
