import { afterNextRender, EnvironmentInjector, inject } from '@angular/core';

/** Brings a part of the page into sight and gives it the focus. */
export const goToPlace = (id: string): void => {
  const place = document.getElementById(id);
  if (!place) return;
  place.scrollIntoView({ block: 'start' });
  const control = place.matches('input, select, textarea, button, [tabindex]')
    ? place
    : (place.querySelector<HTMLElement>('[inputmode="decimal"]') ?? place.querySelector<HTMLElement>('input, select, textarea, button'));
  control?.focus({ preventScroll: true });
};

/** Brings a field of a card's form into sight and gives it the focus. */
export const goToField = (form: string, field: string): void => goToPlace(`${form}-${field}`);

/** Gives a way to go to a part of the page once it is there: what had the focus may be gone by then. */
export const injectGoTo = (): ((id: string) => void) => {
  // Not the component's own: a form that closes is gone before the next render.
  const injector = inject(EnvironmentInjector);
  return (id) => void afterNextRender(() => goToPlace(id), { injector });
};
