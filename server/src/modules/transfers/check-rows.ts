import { asLine, asText, IMPORT_TARGETS, type ImportMapping, type ImportTarget, type Language, LANGUAGES, LIMITS } from '#contracts';
import type { ImportedIdea } from '../ideas/index.js';
import type { ImportFaults } from './import-faults.js';
import type { CsvFile, CsvRow } from './read-csv.js';

/** Characters of the note that keeps what no field of an idea takes. */
const LONGEST_NOTE = 2_000;

/** Every idea has these; both may come from one column. */
const NEEDED: readonly ImportTarget[] = ['title', 'need'];

/** What a form asks for on one line. */
const LINES: readonly ImportTarget[] = ['externalId', 'title', 'tags', 'language', 'submitterEmail'];

/** The mapping as positions in a row. */
type Positions = Readonly<Partial<Record<ImportTarget, number>>>;

/** Members by their e-mail address in lower case. */
export type MembersByEmail = ReadonlyMap<string, string>;

/** Whether the mapping fits the file's header; what does not goes to `faults`. */
export function checkMapping(columns: readonly string[], mapping: ImportMapping, faults: ImportFaults): void {
  for (const target of IMPORT_TARGETS) {
    const column = mapping[target];
    if (column !== undefined && !columns.includes(column)) faults.add(1, column, 'unknown-column', 'The file has no column of this name.');
  }
  for (const target of NEEDED) if (mapping[target] === undefined) faults.addMissing(target);
}

/** The addresses of submitters that a file names. */
export function addressesOf({ columns, rows }: CsvFile, mapping: ImportMapping): string[] {
  const index = mapping.submitterEmail === undefined ? -1 : columns.indexOf(mapping.submitterEmail);
  return index < 0
    ? []
    : [...new Set(rows.map(({ cells }) => (cells[index] ?? '').trim().toLowerCase()).filter((address) => address !== ''))];
}

/** Reads rows as ideas, by the same limits as a submission; what is wrong goes to `faults` by row and column. */
export class RowReader {
  private readonly positions: Positions;
  private readonly unmapped: readonly number[];
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly columns: readonly string[],
    mapping: ImportMapping,
    private readonly members: MembersByEmail,
    private readonly faults: ImportFaults,
  ) {
    this.positions = Object.fromEntries(
      IMPORT_TARGETS.flatMap((target) => (mapping[target] === undefined ? [] : [[target, columns.indexOf(mapping[target])]])),
    );
    const used = new Set<number | undefined>(Object.values(this.positions));
    this.unmapped = columns.flatMap((column, index) => (used.has(index) || column === '' ? [] : [index]));
  }

  /** The idea of a row. Where something is wrong it is not to be used. */
  read(row: CsvRow): ImportedIdea {
    this.checkLengths(row);
    return {
      externalId: this.externalId(row),
      title: this.required(row, 'title', LIMITS.title),
      need: this.required(row, 'need', LIMITS.text),
      ...this.optional(row, 'proposal'),
      ...this.optional(row, 'beneficiaries'),
      ...this.optional(row, 'effectGoal'),
      ...this.tags(row),
      ...this.language(row),
      submitter: this.submitter(row),
      note: this.note(row),
    };
  }

  private cell({ cells }: CsvRow, target: ImportTarget): string | null {
    const index = this.positions[target];
    if (index === undefined) return null;
    return LINES.includes(target) ? asLine(cells[index] ?? '') : asText(cells[index] ?? '');
  }

  private columnOf(target: ImportTarget): string | null {
    const index = this.positions[target];
    return index === undefined ? null : (this.columns[index] ?? null);
  }

  /** No cell may be longer than the longest text, mapped or not. */
  private checkLengths({ row, cells }: CsvRow): void {
    for (const [index, cell] of cells.entries()) {
      if (cell.length <= LIMITS.text) continue;
      this.faults.add(row, this.columns[index] ?? null, 'too-long', `${cell.length} characters; at most ${LIMITS.text} are possible.`);
    }
  }

  private required(row: CsvRow, target: 'title' | 'need', most: number): string {
    const text = this.cell(row, target) ?? '';
    const column = this.columnOf(target);
    const isSaid = target === 'need' && this.positions.need === this.positions.title;
    if (text === '' && !isSaid) this.faults.add(row.row, column, 'required', `The ${target} is empty.`);
    if (text.length > most && text.length <= LIMITS.text) {
      this.faults.add(row.row, column, 'too-long', `The ${target} has ${text.length} characters; at most ${most} are possible.`);
    }
    return text;
  }

  private optional<T extends 'proposal' | 'beneficiaries' | 'effectGoal'>(row: CsvRow, target: T): { [key in T]?: string | null } {
    const text = this.cell(row, target);
    return text === null ? {} : ({ [target]: text || null } as { [key in T]?: string | null });
  }

  private externalId(row: CsvRow): string | null {
    const text = this.cell(row, 'externalId');
    if (text === null || text === '') return null;
    const column = this.columnOf('externalId');
    if (text.length > LIMITS.shortText)
      this.faults.add(row.row, column, 'too-long', `At most ${LIMITS.shortText} characters are possible.`);
    const before = this.seen.get(text);
    if (before === undefined) this.seen.set(text, row.row);
    else this.faults.add(row.row, column, 'duplicate', `Row ${before} has the same.`);
    return text;
  }

  private tags(row: CsvRow): { tags?: readonly string[] } {
    const text = this.cell(row, 'tags');
    if (text === null) return {};
    const tags = [...new Set(text.split(/[,;]/).map(asLine))].filter((tag) => tag !== '');
    const column = this.columnOf('tags');
    if (tags.some((tag) => tag.length > LIMITS.tag))
      this.faults.add(row.row, column, 'too-long', `A tag has at most ${LIMITS.tag} characters.`);
    if (tags.length > LIMITS.tags) this.faults.add(row.row, column, 'too-long', `An idea has at most ${LIMITS.tags} tags.`);
    return { tags };
  }

  private language(row: CsvRow): { language?: Language } {
    const text = this.cell(row, 'language');
    if (text === null || text === '') return {};
    const language = LANGUAGES.find((known) => known === text.toLowerCase());
    if (language) return { language };
    this.faults.add(row.row, this.columnOf('language'), 'not-a-language', `“${text.slice(0, 20)}” is none of ${LANGUAGES.join(', ')}.`);
    return {};
  }

  private submitter(row: CsvRow): string | null {
    const text = this.cell(row, 'submitterEmail');
    if (text === null || text === '') return null;
    const member = this.members.get(text.toLowerCase());
    if (member !== undefined) return member;
    this.faults.add(row.row, this.columnOf('submitterEmail'), 'not-a-member', 'Nobody of the organisation has this address.');
    return null;
  }

  /** What the source says beyond our fields: its note, then `column: value` for every column that nothing takes. */
  private note(row: CsvRow): string | null {
    const said = this.unmapped.flatMap((index) => {
      const value = asText(row.cells[index] ?? '');
      return value === '' ? [] : [`${this.columns[index] ?? ''}: ${value}`];
    });
    const note = [this.cell(row, 'note') ?? '', ...said].filter((line) => line !== '').join('\n');
    if (note === '') return null;
    return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1).toWellFormed()}…` : note;
  }
}
