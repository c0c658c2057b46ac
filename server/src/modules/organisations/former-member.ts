import type { Translated } from '#contracts/constants';

/** What stands where the name of somebody would stand who was erased. */
export const FORMER_MEMBER: Translated = {
  en: 'A former member',
  pl: 'Dawny członek',
  el: 'Πρώην μέλος',
  sv: 'Tidigare medlem',
  fi: 'Entinen jäsen',
};
