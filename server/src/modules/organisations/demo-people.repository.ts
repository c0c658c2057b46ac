import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AboutView } from '#contracts';
import { rowsOf } from '../../platform/database/index.js';

/** The password of all people of the demo story; it exists in the demo only. */
export const DEMO_PASSWORD = 'polku-demo';

type DemoPerson = NonNullable<AboutView['demo']>['people'][number];

/** The people of the demo, for its sign-in buttons; residents have nothing to sign in for yet. */
@Injectable()
export class DemoPeople {
  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<DemoPerson[]> {
    return rowsOf<DemoPerson>(
      await this.dataSource.query(
        `select i.name, i.email, o.name as organisation, m.roles from app.membership m
         join app.organisation o on o.id = m.organisation_id join app.person_identity i on i.person_id = m.person_id
         where i.email like '%.example' and m.roles <> array['resident'] order by o.slug, m.created_at, m.id limit 50`,
      ),
    );
  }
}
