import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { ErrorHandler, inject, provideAppInitializer, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { ProblemError } from './api/problem-error';
import { problemInterceptor } from './api/problem-interceptor';
import { routes } from './app.routes';
import { beginEarly } from './begin-early';
import { provideI18n } from './i18n/provide-i18n';
import { MissingParts } from './shell/missing-parts';
import { PageTitle } from './shell/page-title';

/** Everything the application stands on. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: MissingParts },
    provideHttpClient(withInterceptors([problemInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // The server does not answer, or the page's chunk is that of an older version.
      withNavigationErrorHandler(({ url, error }) => {
        const without = error instanceof ProblemError ? 'answer' : 'files';
        const page = inject(Router).createUrlTree(['/no-answer'], { queryParams: { to: url, without } });
        return new RedirectCommand(page, { skipLocationChange: true });
      }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideI18n(),
    provideAppInitializer(beginEarly),
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
