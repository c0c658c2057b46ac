import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { beginnings, searchable } from './search-words.js';

// No letters of any text: they only say where something was found.
const [FROM, TO] = ['\u0002', '\u0003'];
const HOW = `StartSel=${FROM}, StopSel=${TO}, MaxFragments=1, MinWords=8, MaxWords=24`;

/** What stands in the texts of the ideas of the organisation at work. */
@Injectable()
export class ExcerptsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** The surroundings of the words that were looked for, by idea; an idea whose texts hold none of them is left out. */
  async around(words: string, ideas: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ideas.length === 0) return new Map();
    const rows = await this.rows<{ id: string; excerpt: string }>(
      `select i.id, ts_headline(('app.polku_' || i.language)::regconfig,
           left(concat_ws(' ', i.need, i.proposal, i.beneficiaries, i.effect_goal), 20000),
           app.search_query($3) || to_tsquery('app.polku_pl', $4), $5) as excerpt
       from app.idea i where i.organisation_id = $1 and i.id = any($2::uuid[])`,
      [this.organisation, ideas, searchable(words), beginnings(words), HOW],
    );
    return new Map(rows.filter(({ excerpt }) => excerpt.includes(FROM)).map(({ id, excerpt }) => [id, plainly(excerpt)]));
  }
}

/** On one line, without the signs of Markdown. */
function plainly(excerpt: string): string {
  return excerpt
    .replaceAll(/[\u0002\u0003]/g, '')
    .replaceAll(/[*_`#>~]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
