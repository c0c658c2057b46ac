/** How a part of an installation is: well, worth a look, or not working. */
export type Finding = { readonly part: string; readonly state: 'ok' | 'look' | 'wrong'; readonly what: string };
