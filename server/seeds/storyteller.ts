import { DateTime } from 'luxon';
import { type DecisionKind, type IdeaView, type SubmitIdea as Submission, testCardInput, type TestCardInput } from '#contracts';
import { AskForDecision, MakeDecision } from '../src/modules/decisions/index.js';
import { MoveExperiment, PlanExperiment, RecordMeasurement } from '../src/modules/experiments/index.js';
import { ChangeTeam, EditIdea, IdeasRepository, MoveIdea, SubmitIdea } from '../src/modules/ideas/index.js';
import { OrganisationsRepository } from '../src/modules/organisations/index.js';
import { MoveRollout, PlanRollout } from '../src/modules/rollouts/index.js';
import { DataSource, rowsOf, UnitOfWork } from '../src/platform/database/index.js';
import { Relay } from '../src/platform/outbox/index.js';
import type { Actor } from '../src/platform/tenancy/index.js';
import { TimerPoller } from '../src/platform/timers/index.js';
import { CAST, type CastName } from './cast.js';
import type { Founded } from './found-cast.js';
import type { Teller } from './index.js';

/** One thing that happens so many days before today. */
export interface Scene {
  readonly daysAgo: number;
  readonly play: (stage: Stage) => Promise<unknown>;
}

type Lesson = Readonly<Record<'observed' | 'learned' | 'therefore', string>>;

/** An idea of the story, by a name that scenes share. */
interface Known {
  readonly number: number;
  experiment?: string;
  decision?: string;
}

/** Plays scenes through the use cases, in the order of their days. */
export class Stage {
  private readonly known = new Map<string, Known>();
  private readonly actors = new Map<CastName, Actor>();

  constructor(
    private readonly teller: Teller,
    private readonly founded: Founded,
  ) {}

  /** Plays all scenes; those of a day follow each other by minutes, and weekends move to the Friday before. */
  async play(scenes: readonly Scene[]): Promise<void> {
    const today = DateTime.utc().startOf('day');
    const dated = scenes.map((scene, order) => ({ scene, order, day: workingDay(today.minus({ days: scene.daysAgo })) }));
    dated.sort((a, b) => a.day.toMillis() - b.day.toMillis() || a.order - b.order);
    for (const [index, { scene, day }] of dated.entries()) {
      this.teller.clock.moveTo(day.plus({ hours: 7, minutes: (index * 7) % 480 }).toJSDate());
      await this.use(TimerPoller).poll();
      await scene.play(this);
    }
    this.teller.clock.moveTo(new Date());
    await this.use(TimerPoller).poll();
    await this.settle();
  }

  /** A day, so many days from the day of the scene. */
  day(days: number): string {
    return DateTime.fromJSDate(this.teller.clock.now()).plus({ days }).toISODate() ?? '';
  }

  async submit(who: CastName, name: string, submission: Submission): Promise<void> {
    const idea = await this.use(SubmitIdea).submit(await this.actor(who), submission);
    this.known.set(name, { number: idea.number });
  }

  async join(who: CastName, name: string): Promise<void> {
    await this.use(ChangeTeam).join(await this.actor(who), this.number(name), this.founded.members[who]);
  }

  async edit(who: CastName, name: string, changes: Partial<Submission> & { owner?: CastName }): Promise<IdeaView> {
    const { owner, ...texts } = changes;
    const version = await this.version(who, name);
    return this.use(EditIdea).edit(await this.actor(who), this.number(name), {
      version,
      ...texts,
      ...(owner ? { owner: this.founded.members[owner] } : {}),
    });
  }

  async move(
    who: CastName,
    name: string,
    to: string,
    reason?: string,
    fields?: { returnOn?: string; lesson?: Lesson; into?: string },
  ): Promise<void> {
    const { into, ...others } = fields ?? {};
    await this.use(MoveIdea).move(await this.actor(who), this.number(name), {
      to,
      version: await this.version(who, name),
      reason,
      fields: { ...others, ...(into === undefined ? {} : { into: this.number(into) }) },
    });
  }

  async ask(who: CastName, name: string, kind: DecisionKind, decider: CastName, days: number, note?: string): Promise<void> {
    const decision = await this.use(AskForDecision).ask(await this.actor(who), this.number(name), {
      kind,
      decider: this.founded.members[decider],
      deadline: this.day(days),
      note,
    });
    this.idea(name).decision = decision.id;
  }

  async decide(who: CastName, name: string, outcome: 'yes' | 'adapt' | 'stop', reason: string, lesson?: Lesson): Promise<void> {
    await this.use(MakeDecision).make(await this.actor(who), this.idea(name).decision ?? '', { outcome, reason, lesson });
  }

  /** Plans an experiment for which whoever plans it answers. */
  async plan(who: CastName, name: string, plan: { title: string; card: Partial<TestCardInput> }): Promise<void> {
    const card = testCardInput.parse({ responsible: [this.founded.members[who]], ...plan.card });
    const experiment = await this.use(PlanExperiment).plan(await this.actor(who), this.number(name), { title: plan.title, card });
    this.idea(name).experiment = experiment.id;
  }

  async measure(who: CastName, name: string, successes: number, total: number, note?: string): Promise<void> {
    await this.use(RecordMeasurement).record(await this.actor(who), this.idea(name).experiment ?? '', {
      group: 'test',
      on: this.day(0),
      successes,
      total,
      note,
    });
  }

  async moveExperiment(who: CastName, name: string, to: string, words: { result?: string; lesson?: Lesson } = {}): Promise<void> {
    const id = this.idea(name).experiment ?? '';
    const actor = await this.actor(who);
    const [row] = await this.rows<{ version: number }>(actor, `select version from app.experiment where id = $1`, [id]);
    await this.use(MoveExperiment).move(actor, id, { to, version: row?.version ?? 0, ...words });
  }

  async planRollout(
    who: CastName,
    name: string,
    plan: Omit<Parameters<PlanRollout['plan']>[2], 'owner'> & { owner: CastName },
  ): Promise<void> {
    await this.use(PlanRollout).plan(await this.actor(who), this.number(name), { ...plan, owner: this.founded.members[plan.owner] });
  }

  async moveRollout(who: CastName, name: string, to: string): Promise<void> {
    const actor = await this.actor(who);
    const [row] = await this.rows<{ version: number }>(
      actor,
      `select r.version from app.rollout r join app.idea i on i.id = r.idea_id where i.number = $1 and i.organisation_id = r.organisation_id`,
      [this.number(name)],
    );
    await this.use(MoveRollout).move(actor, this.number(name), { to, version: row?.version ?? 0 });
  }

  private async version(who: CastName, name: string): Promise<number> {
    const actor = await this.actor(who);
    const idea = await this.use(UnitOfWork).run(actor.organisation.id, () => this.use(IdeasRepository).find(this.number(name)));
    return idea?.version ?? 0;
  }

  private rows<Row>(actor: Actor, sql: string, values: unknown[]): Promise<Row[]> {
    const work = this.use(UnitOfWork);
    return work.run(actor.organisation.id, async () => rowsOf<Row>(await work.manager.query(sql, values)));
  }

  /** Waits until everything has been published and told. */
  private async settle(): Promise<void> {
    const relay = this.use(Relay);
    const dataSource = this.use(DataSource);
    for (;;) {
      await relay.round();
      const pending = rowsOf(await dataSource.query(`select 1 from app.relay_pending limit 1`));
      const open: unknown[] = [];
      for (const organisation of Object.values(this.founded.organisations)) {
        const work = this.use(UnitOfWork);
        open.push(
          ...(await work.run(organisation, async () =>
            rowsOf(
              await work.manager.query(`select 1 from app.domain_event where organisation_id = $1 and handled_at is null limit 1`, [
                organisation,
              ]),
            ),
          )),
          ...(await work.run(organisation, async () =>
            rowsOf(
              await work.manager.query(`select 1 from app.delivery where organisation_id = $1 and state = 'queued' limit 1`, [
                organisation,
              ]),
            ),
          )),
        );
      }
      if (pending.length === 0 && open.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async actor(who: CastName): Promise<Actor> {
    const known = this.actors.get(who);
    if (known) return known;
    const person = CAST[who];
    const organisation = await this.use(OrganisationsRepository).tenant(this.founded.organisations[person.organisation]);
    const actor: Actor = { organisation, member: this.founded.members[who], roles: person.roles, language: person.language };
    this.actors.set(who, actor);
    return actor;
  }

  private idea(name: string): Known {
    const idea = this.known.get(name);
    if (!idea) throw new Error(`The story does not know the idea ${name} yet.`);
    return idea;
  }

  private number(name: string): number {
    return this.idea(name).number;
  }

  private use<T>(type: abstract new (...args: never[]) => T): T {
    return this.teller.app.get<unknown, T>(type, { strict: false });
  }
}

function workingDay(day: DateTime): DateTime {
  return day.weekday > 5 ? day.minus({ days: day.weekday - 5 }) : day;
}
