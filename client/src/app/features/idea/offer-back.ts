import { DestroyRef, inject } from '@angular/core';
import { injectTranslate } from '../../i18n/translate';
import { Messages } from '../../ui/messages/messages';

/** Where something was being written. */
export interface Writing<Written> {
  /** Whether what was left is still what is written here. */
  readonly isHere: () => boolean;
  /** What is written here now and not saved. */
  readonly unsaved: () => Written | null;
  /** Goes on writing it. */
  readonly goOn: (left: Written) => void;
  /** Keeps it for the next visit, where nothing newer is kept. */
  readonly keep: (left: Written) => void;
}

/**
 * Says that what was written is not saved, and offers it back for a while. Had back, it takes the place of what has been written since,
 * which then can be had back in its turn.
 */
export const injectOfferBack = (): (<Written>(left: Written, writing: Writing<Written>) => void) => {
  const messages = inject(Messages);
  const destroyRef = inject(DestroyRef);
  const t = injectTranslate();
  const offer = <Written>(left: Written, writing: Writing<Written>): void => {
    const run = (): void => {
      if (destroyRef.destroyed || !writing.isHere()) {
        writing.keep(left);
        return;
      }
      const newer = writing.unsaved();
      writing.goOn(left);
      if (newer !== null) offer(newer, writing);
    };
    messages.sayDone(t('idea.not-kept'), { name: t('ui.undo'), run });
  };
  return offer;
};
