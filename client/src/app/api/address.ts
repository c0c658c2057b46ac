const root = '/api/v1';

export const sessionAddress = `${root}/session`;
export const meAddress = `${root}/me`;
export const sessionsAddress = `${root}/me/sessions`;
export const aboutAddress = `${root}/about`;

/** The address of a thing of an organisation; each part is encoded. */
export const address = (organisation: string, ...parts: readonly (string | number)[]): string =>
  [root, 'organisations', encodeURIComponent(organisation), ...parts.map((part) => encodeURIComponent(part))].join('/');

/** What may be asked for with an address. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The parts of a query that say something. */
export const asked = (query: Query): Record<string, string | number | boolean> => {
  const said: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') said[key] = value;
  return said;
};

/** The parts of a query that say something, as they stand behind an address; nothing where none does. */
export const queryOf = (query: Query): string => {
  const said = new URLSearchParams(Object.entries(asked(query)).map(([key, value]) => [key, String(value)])).toString();
  return said === '' ? '' : `?${said}`;
};

/** The number of an idea in an address, in decimal digits without leading zeros; anything else is 0, which no idea has. */
export const ideaNumberIn = (text: string): number => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0);
