import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has owned an idea and handed it on: they never decide on it. */
export class PastOwners1763700000011 implements MigrationInterface {
  readonly name = 'PastOwners1763700000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.idea add column past_owners uuid[] not null default '{}';

      -- The events know who became an owner until now; row-level security is forced, so organisation after organisation.
      do $$
      declare tenant uuid;
      begin
        for tenant in select id from app.organisation loop
          perform set_config('app.organisation', tenant::text, true);
          update app.idea i set past_owners = past.members
          from (
            select e.idea_id, array_agg(distinct (e.data ->> 'member')::uuid) as members
            from app.domain_event e join app.idea known on known.id = e.idea_id and known.organisation_id = e.organisation_id
            where e.organisation_id = tenant and e.kind = 'idea-edited' and e.data -> 'fields' ? 'owner' and e.data ? 'member'
              and (e.data ->> 'member')::uuid is distinct from known.owner_id
            group by e.idea_id
          ) past
          where i.organisation_id = tenant and i.id = past.idea_id;
        end loop;
        perform set_config('app.organisation', '', true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.idea drop column past_owners`);
  }
}
