/** Brings a part of the page into sight and gives it the focus. */
export const goToPlace = (id: string): void => {
  const place = document.getElementById(id);
  if (!place) return;
  place.scrollIntoView({ block: 'start' });
  const control = place.matches('input, select, textarea, button, [tabindex]')
    ? place
    : place.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, button');
  control?.focus({ preventScroll: true });
};

/** Brings a field of a card's form into sight and gives it the focus. */
export const goToField = (form: string, field: string): void => goToPlace(`${form}-${field}`);
