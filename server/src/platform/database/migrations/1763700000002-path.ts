import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pathways, and the ideas that move along them. */
export class Path1763700000002 implements MigrationInterface {
  readonly name = 'Path1763700000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const [code, dictionary] of [
      ['en', 'english'],
      ['sv', 'swedish'],
      ['fi', 'finnish'],
      ['el', 'greek'],
      // PostgreSQL ships no Polish dictionary.
      ['pl', 'simple'],
    ] as const) {
      await runner.query(`
        create text search configuration app.polku_${code} (copy = pg_catalog.${dictionary});
        alter text search configuration app.polku_${code}
          alter mapping for hword, hword_part, word with unaccent, ${dictionary === 'simple' ? 'simple' : `${dictionary}_stem`};
      `);
    }
    await runner.query(`
      create function app.search_vector(language text, title text, rest text) returns tsvector language sql immutable parallel safe as $$
        select case language
          when 'en' then setweight(to_tsvector('app.polku_en'::regconfig, title), 'A') || to_tsvector('app.polku_en'::regconfig, rest)
          when 'sv' then setweight(to_tsvector('app.polku_sv'::regconfig, title), 'A') || to_tsvector('app.polku_sv'::regconfig, rest)
          when 'fi' then setweight(to_tsvector('app.polku_fi'::regconfig, title), 'A') || to_tsvector('app.polku_fi'::regconfig, rest)
          when 'el' then setweight(to_tsvector('app.polku_el'::regconfig, title), 'A') || to_tsvector('app.polku_el'::regconfig, rest)
          else setweight(to_tsvector('app.polku_pl'::regconfig, title), 'A') || to_tsvector('app.polku_pl'::regconfig, rest)
        end
      $$;

      -- A query finds ideas of every language: each language's own reading of the words, any of which may match.
      create function app.search_query(words text) returns tsquery language sql immutable parallel safe as $$
        select websearch_to_tsquery('app.polku_en'::regconfig, words) || websearch_to_tsquery('app.polku_sv'::regconfig, words)
          || websearch_to_tsquery('app.polku_fi'::regconfig, words) || websearch_to_tsquery('app.polku_el'::regconfig, words)
          || websearch_to_tsquery('app.polku_pl'::regconfig, words)
      $$;

      create table app.pathway (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        key text not null,
        -- The published version, which the board shows.
        version int not null,
        unique (organisation_id, key)
      );
      select app.shut('pathway');

      create table app.pathway_version (
        organisation_id uuid not null references app.organisation,
        pathway_id uuid not null references app.pathway,
        version int not null,
        definition jsonb not null,
        published_at timestamptz not null,
        primary key (pathway_id, version)
      );
      select app.shut('pathway_version');

      create table app.idea (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        number int not null,
        pathway text not null,
        pathway_version int not null,
        step text not null,
        came_from text,
        step_since timestamptz not null,
        rank text collate "C" not null,
        version int not null,
        language text not null,
        title text not null check (char_length(title) <= 300),
        need text not null,
        proposal text,
        beneficiaries text,
        effect_goal text,
        schedule text,
        cost_estimate text,
        test_group text,
        partners text,
        tags text[] not null default '{}',
        submitter_id uuid references app.membership,
        owner_id uuid references app.membership,
        due timestamptz,
        return_on date,
        merged_into int,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        search tsvector generated always as (
          app.search_vector(language, title,
            coalesce(need, '') || ' ' || coalesce(proposal, '') || ' ' || coalesce(beneficiaries, '') || ' ' || coalesce(effect_goal, ''))
        ) stored,
        unique (organisation_id, number),
        constraint idea_rank unique (organisation_id, pathway, step, rank)
      );
      create index idea_search on app.idea using gin (search);
      create index idea_tags on app.idea using gin (tags);
      create index idea_submitter on app.idea (organisation_id, submitter_id);
      create index idea_owner on app.idea (organisation_id, owner_id);
      create index idea_step on app.idea (organisation_id, step, number desc);
      select app.shut('idea');

      -- Numbers come from a sequence of the organisation's own, so that submissions do not wait for each other.
      create function app.make_idea_numbers(organisation uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
      declare sequence_name text := 'idea_number_' || replace(organisation::text, '-', '_');
      begin
        execute format('create sequence if not exists app.%I as int', sequence_name);
        execute format('grant usage, select on sequence app.%I to polku_app', sequence_name);
      end $$;
      create function app.next_idea_numbers(organisation uuid, how_many int) returns setof int language sql volatile as $$
        select nextval('app.idea_number_' || replace(organisation::text, '-', '_'))::int from generate_series(1, how_many)
      $$;

      create table app.idea_team (
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        member_id uuid not null references app.membership,
        joined_at timestamptz not null,
        primary key (idea_id, member_id)
      );
      create index idea_team_member on app.idea_team (organisation_id, member_id);
      select app.shut('idea_team');

      create table app.idea_origin (
        idea_id uuid primary key references app.idea,
        organisation_id uuid not null references app.organisation,
        import_id uuid not null,
        external_id text,
        note text
      );
      create unique index idea_origin_external on app.idea_origin (organisation_id, external_id) where external_id is not null;
      select app.shut('idea_origin');

      -- Who moved what from where to where and when; why stands in the event's text.
      create table app.transition (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        idea_version int not null,
        from_step text not null,
        to_step text not null,
        member_id uuid,
        at timestamptz not null,
        unique (idea_id, idea_version)
      );
      select app.shut('transition');

      create table app.lesson (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        experiment_id uuid,
        observed text not null,
        learned text not null,
        therefore text not null,
        member_id uuid,
        at timestamptz not null
      );
      create index lesson_idea on app.lesson (organisation_id, idea_id);
      select app.shut('lesson');

      -- How many ideas stand on a step: kept by the relay, in published order.
      create table app.column_count (
        organisation_id uuid not null references app.organisation,
        pathway text not null,
        step text not null,
        total int not null,
        primary key (organisation_id, pathway, step)
      );
      select app.shut('column_count');

      grant select, insert, update, delete on app.pathway, app.pathway_version, app.idea, app.idea_team, app.idea_origin,
        app.lesson, app.column_count to polku_app;
      grant select, insert on app.transition to polku_app;
      grant execute on function app.make_idea_numbers(uuid), app.next_idea_numbers(uuid, int) to polku_app;
      revoke execute on function app.make_idea_numbers(uuid) from public;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds ideas.');
  }
}
