import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, tap, throwError } from 'rxjs';
import { Languages } from '../i18n/languages';
import { sessionAddress } from './address';
import { Connection } from './connection';
import { problemOf } from './problem-error';

/** Asks in the chosen language, turns failures into `ProblemError`, and notes whether the server is there. */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  const language = inject(Languages).current();
  return next(request.clone({ setHeaders: { 'Accept-Language': language } })).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) connection.noteAnswer();
    }),
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
      if (error.status === 0) connection.noteSilence();
      else connection.noteAnswer();
      if (error.status === 401 && request.url !== sessionAddress) connection.noteSignedOut();
      return throwError(() => problemOf(error.status, error.error));
    }),
  );
};
