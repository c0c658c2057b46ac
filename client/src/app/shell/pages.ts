/** The pages of an organisation, in the order in which they are offered. */
const pages = ['home', 'board', 'ideas', 'decisions', 'lessons', 'challenges', 'effects'] as const;

export type PageKey = (typeof pages)[number] | 'import';

/** Those that somebody may open: the import is the hub's. */
export const pagesFor = (isHub: boolean): readonly PageKey[] => (isHub ? [...pages, 'import'] : pages);
