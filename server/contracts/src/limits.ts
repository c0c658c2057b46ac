/** Upper bounds of what a request may carry; the same numbers guard the server and shape the forms. */
export const LIMITS = {
  /** Characters of an idea's title; the longest real one seen has 298. */
  title: 300,
  /** Characters of a long text: need, proposal, lesson, reason. */
  text: 20_000,
  /** Characters of a short text: a group, a place, a metric. */
  shortText: 500,
  /** Characters of a challenge's question. */
  question: 200,
  /** Tags of an idea, and the characters of one. */
  tags: 20,
  tag: 60,
  /** Members of a decision's panel. */
  panel: 12,
  /** Criteria of a decision. */
  criteria: 12,
  /** Items of one page of a list. */
  page: 100,
  /** Ideas that are changed in one request. */
  bulk: 100,
  /** Cards of a column in one answer. */
  cards: 50,
  /** Characters of the name of a saved view, and views that a member may have saved. */
  viewName: 80,
  views: 50,
  /** People who are named among those who have an idea open; the rest are counted. */
  lookers: 5,
  /** Ideas that a step may be limited to. */
  wip: 10_000,
  /** Bytes of a JSON body, unless the installation says otherwise. */
  jsonBody: 1_000_000,
  /** Bytes of an imported CSV file, unless the installation says otherwise. */
  importFile: 25_000_000,
  /** Rows of an imported CSV file, unless the installation says otherwise. */
  importRows: 50_000,
  /** Errors of an import that are listed; the rest are counted. */
  importErrors: 100,
  /** Measurements of an experiment. */
  measurements: 2_000,
  /** Characters of measurements that are pasted or imported. */
  measurementText: 500_000,
  /** Observations of an experiment, and engagements of an idea. */
  notes: 1_000,
  /** Characters of a comment, comments on an idea, and members who are named in one. */
  comment: 10_000,
  comments: 5_000,
  mentions: 20,
  /** Bytes of an attachment and attachments of an idea, unless the installation says otherwise; characters of a file's name. */
  attachmentFile: 25_000_000,
  attachments: 50,
  /** Megabytes (of 1,000,000 bytes) of all attachments of an organisation, unless the installation says otherwise. */
  attachmentSpace: 20_000,
  fileName: 200,
  /** Largest measured value, exposure, or sum of money. */
  value: 1e12,
  /** Largest count. */
  count: 1_000_000_000,
  /** Events of one measurement: beyond, the exact interval of a ratio would take seconds. */
  events: 1_000_000,
  /** People who answer for an experiment. */
  responsible: 20,
  /** Milestones of a rollout. */
  milestones: 20,
  /** Characters of an `Idempotency-Key`. */
  idempotencyKey: 200,
} as const;

/** How often a page says that it still shows an idea, and after how long without that it counts as gone, in milliseconds. */
export const PRESENCE = { beat: 20_000, lasts: 45_000 } as const;
