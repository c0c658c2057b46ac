import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Challenges, and which of them an idea answers: few ideas answer one, and only those are in its index. */
export class Challenges1763700000048 implements MigrationInterface {
  readonly name = 'Challenges1763700000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.challenge (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        version int not null,
        question text not null,
        about text not null,
        criteria text not null,
        opens_on date not null,
        closes_on date not null check (closes_on >= opens_on),
        owner_id uuid not null references app.membership,
        created_at timestamptz not null
      );
      create index challenge_period on app.challenge (organisation_id, opens_on, id);
      select app.shut('challenge');
      grant select, insert, update on app.challenge to polku_app;
      alter table app.idea add column challenge_id uuid references app.challenge;
      create index idea_challenge on app.idea (organisation_id, challenge_id) where challenge_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.idea drop column challenge_id;
      drop table app.challenge;
    `);
  }
}
