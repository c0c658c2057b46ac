import type { Language, SubmitIdea } from '#contracts';

/** What somebody has written of an idea that is not submitted yet. */
export interface IdeaDraft {
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
  readonly beneficiaries: string;
  readonly effectGoal: string;
  readonly tags: string[];
  readonly language: Language;
  readonly joinTeam: boolean;
  /** The id of the challenge that it answers; empty for none. */
  readonly challenge: string;
}

/** A draft as it is kept: when, and what was sent without an answer having come. */
export interface KeptDraft {
  readonly draft: IdeaDraft;
  /** ISO 8601. */
  readonly at: string;
  readonly attempt: Attempt | null;
}

/** A submission whose answer never came: it may or may not have arrived. */
export interface Attempt {
  readonly key: string;
  readonly input: SubmitIdea;
}

/** A blank page. */
export const blankDraft = (language: Language): IdeaDraft => ({
  title: '',
  need: '',
  proposal: '',
  beneficiaries: '',
  effectGoal: '',
  tags: [],
  language,
  joinTeam: true,
  challenge: '',
});

const texts = ['title', 'need', 'proposal', 'beneficiaries', 'effectGoal'] as const;

/** Whether there is anything worth keeping. */
export const isBlank = (draft: IdeaDraft): boolean => draft.tags.length === 0 && texts.every((name) => draft[name].trim() === '');

/** What is sent: fields that say nothing are left out. */
export const asSubmission = (draft: IdeaDraft): SubmitIdea => {
  const said = (text: string): string | undefined => text.trim() || undefined;
  return {
    title: draft.title.trim(),
    need: draft.need.trim(),
    proposal: said(draft.proposal),
    beneficiaries: said(draft.beneficiaries),
    effectGoal: said(draft.effectGoal),
    tags: draft.tags.length > 0 ? draft.tags : undefined,
    language: draft.language,
    joinTeam: draft.joinTeam,
    challenge: draft.challenge || undefined,
  };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

// The storage belongs to the browser: another version, or a hand, may have written there.
const readDraft = (value: unknown, blank: IdeaDraft): IdeaDraft => {
  if (!isRecord(value)) return blank;
  const text = (name: (typeof texts)[number]): string => (typeof value[name] === 'string' ? value[name] : '');
  const tags = Array.isArray(value['tags']) ? value['tags'].filter((it): it is string => typeof it === 'string') : [];
  const languages: readonly Language[] = ['en', 'pl', 'el', 'sv', 'fi'];
  return {
    title: text('title'),
    need: text('need'),
    proposal: text('proposal'),
    beneficiaries: text('beneficiaries'),
    effectGoal: text('effectGoal'),
    tags,
    language: languages.find((it) => it === value['language']) ?? blank.language,
    joinTeam: value['joinTeam'] !== false,
    challenge: typeof value['challenge'] === 'string' ? value['challenge'] : '',
  };
};

const readAttempt = (value: unknown): Attempt | null => {
  if (!isRecord(value) || typeof value['key'] !== 'string' || !isRecord(value['input'])) return null;
  const { title, need } = value['input'];
  return typeof title === 'string' && typeof need === 'string' ? { key: value['key'], input: { ...value['input'], title, need } } : null;
};

/** The unfinished idea of one person in one organisation, kept in this browser. */
export class DraftShelf {
  private readonly key: string;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    organisation: string,
    member: string,
  ) {
    this.key = `polku.draft.${organisation}.${member}`;
  }

  /** What was kept, or null; what cannot be read counts as nothing. */
  read(language: Language): KeptDraft | null {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.key) ?? 'null');
      if (!isRecord(kept)) return null;
      const draft = readDraft(kept['draft'], blankDraft(language));
      return { draft, at: typeof kept['at'] === 'string' ? kept['at'] : '', attempt: readAttempt(kept['attempt']) };
    } catch {
      return null;
    }
  }

  /** Keeps the draft; false when the browser keeps nothing. */
  keep(kept: KeptDraft): boolean {
    try {
      this.storage.setItem(this.key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  clear(): void {
    try {
      this.storage.removeItem(this.key);
    } catch {
      // Storage may be forbidden; then there is nothing to remove.
    }
  }
}
