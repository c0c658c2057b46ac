import type { Routes } from '@angular/router';
import { allStrings } from './i18n/all-strings';
import { hubOnly, memberOf, toFirstBoard } from './session/guards';

/** All pages; each is a chunk of its own. Titles are keys of strings. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toFirstBoard], children: [] },
  { path: 'sign-in', title: 'session.title', loadComponent: async () => (await import('./session/sign-in-page')).SignInPage },
  {
    path: 'nothing-here',
    title: 'shell.not-found.title',
    loadComponent: async () => (await import('./shell/nothing-here-page')).NothingHerePage,
  },
  { path: 'guest', title: 'shell.guest.title', loadComponent: async () => (await import('./shell/guest-page')).GuestPage },
  { path: 'no-answer', loadComponent: async () => (await import('./shell/no-answer-page')).NoAnswerPage },
  {
    path: ':organisation',
    canActivate: [memberOf],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'board' },
      {
        path: 'board',
        title: 'board.title',
        data: { fills: true },
        loadComponent: async () => (await import('./features/board/board-page')).BoardPage,
      },
      {
        path: 'notifications',
        title: 'shell.notifications.title',
        loadComponent: async () => (await import('./shell/notifications/notifications-page')).NotificationsPage,
      },
      {
        path: '',
        canActivate: [allStrings],
        children: [
          { path: 'home', title: 'shell.nav.home', loadComponent: async () => (await import('./features/home/home-page')).HomePage },
          { path: 'ideas', title: 'shell.nav.ideas', loadComponent: async () => (await import('./features/ideas/ideas-page')).IdeasPage },
          {
            path: 'ideas/new',
            title: 'shell.submit',
            loadComponent: async () => (await import('./features/submit/submit-page')).SubmitPage,
          },
          { path: 'ideas/:number', title: 'shell.idea', loadComponent: async () => (await import('./features/idea/idea-page')).IdeaPage },
          {
            path: 'experiments/:id',
            title: 'shell.experiment',
            loadComponent: async () => (await import('./features/experiment/experiment-page')).ExperimentPage,
          },
          {
            path: 'decisions',
            title: 'shell.nav.decisions',
            loadComponent: async () => (await import('./features/decisions/decisions-page')).DecisionsPage,
          },
          {
            path: 'decisions/:id',
            title: 'decision.title',
            loadComponent: async () => (await import('./features/decision/decision-page')).DecisionPage,
          },
          {
            path: 'lessons',
            title: 'shell.nav.lessons',
            loadComponent: async () => (await import('./features/lessons/lessons-page')).LessonsPage,
          },
          {
            path: 'challenges',
            title: 'shell.nav.challenges',
            loadComponent: async () => (await import('./features/challenges/challenges-page')).ChallengesPage,
          },
          {
            path: 'effects',
            title: 'shell.nav.effects',
            loadComponent: async () => (await import('./features/effects/effects-page')).EffectsPage,
          },
          {
            path: 'sessions',
            title: 'shell.me.sessions',
            loadComponent: async () => (await import('./features/sessions/sessions-page')).SessionsPage,
          },
          {
            path: 'import',
            title: 'shell.nav.import',
            canActivate: [hubOnly],
            loadComponent: async () => (await import('./features/import/import-page')).ImportPage,
          },
        ],
      },
      { path: '**', title: 'shell.not-found.title', loadComponent: async () => (await import('./shell/not-found-page')).NotFoundPage },
    ],
  },
];
