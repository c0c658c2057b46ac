import type { HomeDuty, HomeIdea, HomeView, NotificationView } from '#contracts';

const NAMES = ['Submitted', 'Explore idea', 'Explore set-up', 'Pilot'];

/** An idea of mine as the server would send it; it stands at the second of four stations. */
export const aHomeIdea = (number: number, more: Partial<HomeIdea> = {}): HomeIdea => ({
  number,
  title: `Idea ${number}`,
  language: 'en',
  step: 'explore-idea',
  stepName: 'Explore idea',
  stepSince: '2026-03-02T08:00:00Z',
  due: null,
  overdue: false,
  path: NAMES.map((name, at) => ({ step: name, name, state: at < 1 ? 'done' : at === 1 ? 'now' : 'ahead' })),
  ...more,
});

/** Something that waits, long overdue: a decision on money. */
export const aDuty = (number: number, more: Partial<HomeDuty> = {}): HomeDuty => ({
  kind: 'decide',
  decision: 'money',
  number,
  title: `Idea ${number}`,
  language: 'en',
  due: '2026-03-02T08:00:00Z',
  overdue: true,
  link: `/aleksandrow/decisions/${number}`,
  ...more,
});

/** Something new to read. */
export const aNews = (id: string, more: Partial<NotificationView> = {}): NotificationView => ({
  id,
  kind: 'moved',
  number: 12,
  title: 'Green bus stops',
  at: '2026-03-02T08:00:00Z',
  readAt: null,
  text: 'Your idea moved',
  reason: null,
  link: '/aleksandrow/ideas/12',
  ...more,
});

/** All of it; the totals are those of what is shown. */
export const aHome = (
  ideas: readonly HomeIdea[] = [],
  waiting: readonly HomeDuty[] = [],
  news: readonly NotificationView[] = [],
): HomeView => ({
  ideas: { items: [...ideas], total: ideas.length },
  waiting: { items: [...waiting], total: waiting.length },
  news: { items: [...news], total: news.length },
});
