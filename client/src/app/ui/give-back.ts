import { afterNextRender, type ElementRef, type Injector } from '@angular/core';

/**
 * Gives the keyboard to what takes the place of a control that is about to go, once that is drawn. Who has gone on elsewhere on the page
 * stays there: only a focus inside of the part, or one that is already lost, is given back.
 */
export const giveBack = (part: ElementRef<HTMLElement>, to: () => ElementRef<HTMLElement> | undefined, injector: Injector): void => {
  const at = document.activeElement;
  if (at && at !== document.body && !part.nativeElement.contains(at)) return;
  afterNextRender(() => to()?.nativeElement.focus(), { injector });
};
