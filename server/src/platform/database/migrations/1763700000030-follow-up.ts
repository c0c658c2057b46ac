import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Milestones and measured effects of rollouts, lessons that can be searched, and timers for what is already under way. */
export class FollowUp1763700000030 implements MigrationInterface {
  readonly name = 'FollowUp1763700000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.rollout
        -- In the order of their days: [{title, on, doneOn}].
        add column milestones jsonb not null default '[]',
        -- On which side of the expected value the effect is reached.
        add column effect_direction text not null default 'at-least',
        add column measured_value double precision,
        add column measured_on date,
        add column measured_note text,
        add check ((measured_value is null) = (measured_on is null));
      create index rollout_newest on app.rollout (organisation_id, created_at desc, id desc);
      create index rollout_urgent on app.rollout (organisation_id, state, (coalesce(follow_up_on, 'infinity'::date)), id);

      alter table app.lesson
        -- The idea's language, and what it was learned from: the titles of the idea and of the experiment, as they were then.
        add column language text not null default 'pl',
        add column about text not null default '';

      -- Row-level security is forced, so organisation after organisation.
      do $$
      declare tenant uuid;
      begin
        for tenant in select id from app.organisation loop
          perform set_config('app.organisation', tenant::text, true);
          update app.lesson l set language = i.language,
            about = concat_ws(' ', i.title, (select e.title from app.experiment e where e.organisation_id = tenant and e.id = l.experiment_id))
          from app.idea i where l.organisation_id = tenant and i.organisation_id = tenant and i.id = l.idea_id;
          -- Due at once: whoever looks decides by the clock what is to be said, and when to look again.
          insert into app.timer (id, organisation_id, kind, subject, due)
          select gen_random_uuid(), tenant, 'experiment-watch', id, updated_at from app.experiment
          where organisation_id = tenant and state in ('running', 'measured') and card ->> 'endsOn' is not null
          on conflict (kind, subject) do nothing;
          insert into app.timer (id, organisation_id, kind, subject, due)
          select gen_random_uuid(), tenant, 'follow-up', id, updated_at from app.rollout
          where organisation_id = tenant and state = 'in-use' and follow_up_on is not null
          on conflict (kind, subject) do nothing;
        end loop;
        perform set_config('app.organisation', '', true);
      end $$;

      alter table app.lesson add column search tsvector generated always as (
        app.search_vector(language, about, observed || ' ' || learned || ' ' || therefore)
      ) stored;
      create index lesson_search on app.lesson using gin (search);
      create index lesson_newest on app.lesson (organisation_id, at desc, id desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds measured effects.');
  }
}
