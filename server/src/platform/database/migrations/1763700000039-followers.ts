import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows an idea, and who supports it. Their keys find the people of an idea, by member; the indexes the ideas of a member. */
export class Followers1763700000039 implements MigrationInterface {
  readonly name = 'Followers1763700000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.idea_follower (
        organisation_id uuid not null,
        idea_id uuid not null references app.idea,
        member_id uuid not null references app.membership,
        since timestamptz not null,
        primary key (organisation_id, idea_id, member_id)
      );
      create index idea_follower_member on app.idea_follower (organisation_id, member_id, idea_id);
      create index idea_follower_since on app.idea_follower (organisation_id, idea_id, since desc, member_id desc);
      select app.shut('idea_follower');

      create table app.idea_supporter (
        organisation_id uuid not null,
        idea_id uuid not null references app.idea,
        member_id uuid not null references app.membership,
        since timestamptz not null,
        primary key (organisation_id, idea_id, member_id)
      );
      create index idea_supporter_member on app.idea_supporter (organisation_id, member_id, idea_id);
      create index idea_supporter_since on app.idea_supporter (organisation_id, idea_id, since desc, member_id desc);
      select app.shut('idea_supporter');

      grant select, insert, update, delete on app.idea_follower, app.idea_supporter to polku_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.idea_supporter, app.idea_follower`);
  }
}
