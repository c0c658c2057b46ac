import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Languages } from './languages';

/** A page that says more than the first screen waits for its strings. */
export const allStrings: CanActivateFn = async () => {
  await inject(Languages).complete();
  return true;
};
