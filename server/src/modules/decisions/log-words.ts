import type { DecisionKind, DecisionState, Language, Outcome } from '#contracts';

/** The columns of the log as a file, in this order. */
export const LOG_COLUMNS = [
  'number',
  'title',
  'kind',
  'state',
  'askedAt',
  'askedBy',
  'note',
  'deadline',
  'decider',
  'decidedAt',
  'decidedBy',
  'outcome',
  'reason',
  'againstVerdict',
] as const;
export type LogColumn = (typeof LOG_COLUMNS)[number];

/** The words of the log as a file, in one language. */
export interface LogWords {
  readonly column: Readonly<Record<LogColumn, string>>;
  readonly kind: Readonly<Record<DecisionKind, string>>;
  readonly state: Readonly<Record<DecisionState, string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly yes: string;
  readonly no: string;
}

/** In the five languages; the codes are named as in the client. */
export const LOG_WORDS: Readonly<Record<Language, LogWords>> = {
  en: {
    column: {
      number: 'Idea',
      title: 'Title',
      kind: 'Decision',
      state: 'State',
      askedAt: 'Asked on',
      askedBy: 'Asked by',
      note: 'Note',
      deadline: 'Deadline',
      decider: 'Decider',
      decidedAt: 'Decided on',
      decidedBy: 'Decided by',
      outcome: 'Outcome',
      reason: 'Reason',
      againstVerdict: 'Against the verdict',
    },
    kind: { accept: 'accept decision', time: 'time decision', money: 'money decision', 'scale-up': 'scale-up decision' },
    state: { requested: 'asked for', scoring: 'being scored', decided: 'decided' },
    outcome: { yes: 'yes', adapt: 'adapt', stop: 'stop' },
    yes: 'yes',
    no: 'no',
  },
  pl: {
    column: {
      number: 'Pomysł',
      title: 'Tytuł',
      kind: 'Decyzja',
      state: 'Stan',
      askedAt: 'Poproszono',
      askedBy: 'Prosi',
      note: 'Uwaga',
      deadline: 'Termin',
      decider: 'Decydent',
      decidedAt: 'Podjęto',
      decidedBy: 'Podjęta przez',
      outcome: 'Wynik',
      reason: 'Uzasadnienie',
      againstVerdict: 'Wbrew wynikowi testu',
    },
    kind: {
      accept: 'decyzja o przyjęciu',
      time: 'decyzja o czasie pracy',
      money: 'decyzja o finansowaniu',
      'scale-up': 'decyzja o skalowaniu',
    },
    state: { requested: 'poproszono', scoring: 'w ocenie', decided: 'zdecydowano' },
    outcome: { yes: 'tak', adapt: 'do poprawy', stop: 'zatrzymać' },
    yes: 'tak',
    no: 'nie',
  },
  el: {
    column: {
      number: 'Ιδέα',
      title: 'Τίτλος',
      kind: 'Απόφαση',
      state: 'Κατάσταση',
      askedAt: 'Ζητήθηκε στις',
      askedBy: 'Τη ζήτησε',
      note: 'Σημείωση',
      deadline: 'Προθεσμία',
      decider: 'Ποιος αποφασίζει',
      decidedAt: 'Ελήφθη στις',
      decidedBy: 'Την έλαβε',
      outcome: 'Αποτέλεσμα',
      reason: 'Αιτιολογία',
      againstVerdict: 'Αντίθετα με το πόρισμα',
    },
    kind: { accept: 'απόφαση αποδοχής', time: 'απόφαση για τον χρόνο', money: 'απόφαση χρηματοδότησης', 'scale-up': 'απόφαση επέκτασης' },
    state: { requested: 'ζητήθηκε', scoring: 'υπό αξιολόγηση', decided: 'ελήφθη' },
    outcome: { yes: 'ναι', adapt: 'προσαρμογή', stop: 'διακοπή' },
    yes: 'ναι',
    no: 'όχι',
  },
  sv: {
    column: {
      number: 'Idé',
      title: 'Titel',
      kind: 'Beslut',
      state: 'Läge',
      askedAt: 'Begärt',
      askedBy: 'Begärt av',
      note: 'Anteckning',
      deadline: 'Senast',
      decider: 'Beslutsfattare',
      decidedAt: 'Fattat',
      decidedBy: 'Fattat av',
      outcome: 'Utfall',
      reason: 'Motivering',
      againstVerdict: 'Mot utslaget',
    },
    kind: { accept: 'beslut att ta emot', time: 'tidsbeslut', money: 'pengabeslut', 'scale-up': 'uppskalningsbeslut' },
    state: { requested: 'begärt', scoring: 'bedöms', decided: 'fattat' },
    outcome: { yes: 'ja', adapt: 'anpassa', stop: 'stoppa' },
    yes: 'ja',
    no: 'nej',
  },
  fi: {
    column: {
      number: 'Idea',
      title: 'Otsikko',
      kind: 'Päätös',
      state: 'Tila',
      askedAt: 'Pyydetty',
      askedBy: 'Pyytäjä',
      note: 'Huomautus',
      deadline: 'Määräaika',
      decider: 'Päättäjä',
      decidedAt: 'Päätetty',
      decidedBy: 'Päätöksen tekijä',
      outcome: 'Lopputulos',
      reason: 'Perustelu',
      againstVerdict: 'Vastoin tulosta',
    },
    kind: { accept: 'hyväksymispäätös', time: 'aikapäätös', money: 'rahoituspäätös', 'scale-up': 'laajennuspäätös' },
    state: { requested: 'pyydetty', scoring: 'arvioitavana', decided: 'päätetty' },
    outcome: { yes: 'kyllä', adapt: 'muokattava', stop: 'lopetettava' },
    yes: 'kyllä',
    no: 'ei',
  },
};
