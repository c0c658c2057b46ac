import type { Language, Role } from '#contracts';

/** A person of the cast: tests, seeds and documentation know nobody else. */
export interface CastMember {
  readonly name: string;
  readonly organisation: 'aleksandrow' | 'lindvik';
  readonly roles: readonly Role[];
  readonly unit: string | null;
  readonly language: Language;
}

/** The cast, by first name in lower case. */
export const CAST = {
  maja: { name: 'Maja', organisation: 'aleksandrow', roles: ['employee'], unit: 'Education', language: 'en' },
  tomek: { name: 'Tomek', organisation: 'aleksandrow', roles: ['employee'], unit: 'Roads', language: 'en' },
  hanna: { name: 'Hanna', organisation: 'aleksandrow', roles: ['hub'], unit: 'Innovation hub', language: 'en' },
  oskar: { name: 'Oskar', organisation: 'aleksandrow', roles: ['manager'], unit: 'City office', language: 'en' },
  irena: { name: 'Irena', organisation: 'aleksandrow', roles: ['manager'], unit: 'Finance', language: 'en' },
  piotr: { name: 'Piotr', organisation: 'aleksandrow', roles: ['admin'], unit: 'IT', language: 'en' },
  sanna: { name: 'Sanna', organisation: 'aleksandrow', roles: ['resident'], unit: null, language: 'en' },
  elin: { name: 'Elin', organisation: 'lindvik', roles: ['hub'], unit: 'Innovation', language: 'sv' },
  nikos: { name: 'Nikos', organisation: 'lindvik', roles: ['employee'], unit: 'Network', language: 'el' },
} as const satisfies Record<string, CastMember>;

/** A name of the cast. */
export type CastName = keyof typeof CAST;

/** The two organisations. */
export const ORGANISATIONS = {
  aleksandrow: { slug: 'aleksandrow', name: 'Aleksandrow', language: 'pl', timeZone: 'Europe/Warsaw' },
  lindvik: { slug: 'lindvik', name: 'Lindvik', language: 'sv', timeZone: 'Europe/Stockholm' },
} as const;

/** The address of somebody of the cast. */
export function addressOf(name: CastName): string {
  return `${name}@${CAST[name].organisation}.example`;
}
