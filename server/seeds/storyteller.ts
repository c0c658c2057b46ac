import { DateTime } from 'luxon';
import {
  type AskChallenge as Asked,
  type DecisionKind,
  type IdeaView,
  type LessonInput,
  type MakeDecision as Made,
  type MeasuredEffectInput,
  type RecordEngagement as Engagement,
  type RecordMeasurement as Measurement,
  type ScoreDecision as Scorecard,
  type SubmitIdea as Submission,
  testCardInput,
  type TestCardInput,
} from '#contracts';
import { AskForDecision, MakeDecision, ScoreDecision } from '../src/modules/decisions/index.js';
import {
  AmendExperiment,
  CorrectMeasurement,
  MoveExperiment,
  PlanExperiment,
  RecordMeasurement,
  RecordObservation,
} from '../src/modules/experiments/index.js';
import { AskChallenge } from '../src/modules/challenges/index.js';
import { ChangeTeam, EditIdea, IdeasRepository, MoveIdea, RecordEngagement, SubmitIdea } from '../src/modules/ideas/index.js';
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

type Lesson = LessonInput;

/** An idea of the story, by a name that scenes share. */
interface Known {
  readonly number: number;
  experiment?: string;
  /** What was expected of its rollout when it was planned first. */
  expectedEffect?: RolloutPlan['expectedEffect'];
  /** The card of that experiment, as it is in force. */
  card?: TestCardInput;
  /** Its measurement that was recorded last, and its day. */
  measurement?: { readonly id: string; readonly on: string };
  decision?: string;
}

/** What was seen on the day of the scene; the test group unless another is named. */
type Seen = Omit<Measurement, 'on' | 'group'> & Partial<Pick<Measurement, 'group'>>;

/** A panel member's score of each usual criterion, and a word to some of them. */
export interface Scores {
  readonly desirability: Score;
  readonly feasibility: Score;
  readonly viability: Score;
  readonly evidence: Score;
  readonly notes?: Readonly<Partial<Record<'desirability' | 'feasibility' | 'viability' | 'evidence', string>>>;
}

type Score = Scorecard['scores'][number]['score'];
type RolloutPlan = Omit<Parameters<PlanRollout['plan']>[2], 'owner' | 'version'> & { owner: CastName };

/** Plays scenes through the use cases, in the order of their days. */
export class Stage {
  private readonly known = new Map<string, Known>();
  private readonly challenges = new Map<string, string>();
  private readonly actors = new Map<CastName, Actor>();
  private planned: DateTime = DateTime.utc();

  constructor(
    private readonly teller: Teller,
    private readonly founded: Founded,
  ) {}

  /** Plays all scenes; those of a day follow each other by minutes, and weekends move to the Friday before. */
  async play(scenes: readonly Scene[]): Promise<void> {
    const now = this.teller.clock.now();
    const today = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('day');
    const dated = scenes.map((scene, order) => ({ scene, order, day: workingDay(today.minus({ days: scene.daysAgo })) }));
    dated.sort((a, b) => a.day.toMillis() - b.day.toMillis() || a.order - b.order);
    let [before, minutes] = [0, 0];
    for (const { scene, day } of dated) {
      minutes = day.toMillis() === before ? minutes + 7 : 0;
      before = day.toMillis();
      this.teller.clock.moveTo(day.plus({ hours: 7, minutes }).toJSDate());
      await this.use(TimerPoller).poll();
      this.planned = today.minus({ days: scene.daysAgo });
      await scene.play(this);
    }
    this.teller.clock.moveTo(now);
    await this.use(TimerPoller).poll();
    await this.settle();
  }

  /** A day, so many days from that of the scene, whatever weekday that is: so the days of two scenes keep their distance. */
  day(days: number): string {
    return this.planned.plus({ days }).toISODate() ?? '';
  }

  /** Such a day by which something has happened: not later than the scene is played. */
  pastDay(days: number): string {
    const [day, today] = [this.day(days), this.today()];
    return day < today ? day : today;
  }

  /** The day on which the scene is played. */
  private today(): string {
    return DateTime.fromJSDate(this.teller.clock.now(), { zone: 'utc' }).toISODate() ?? '';
  }

  /** Asks a question for so many days, beginning on the day of the scene. */
  async challenge(who: CastName, name: string, days: number, words: Pick<Asked, 'question' | 'about' | 'criteria'>): Promise<void> {
    const asked = { ...words, opensOn: this.day(0), closesOn: this.day(days) };
    const { id } = await this.use(AskChallenge).ask(await this.actor(who), asked);
    this.challenges.set(name, id);
  }

  /** Submits an idea, which may answer a challenge of the story. */
  async submit(who: CastName, name: string, submission: Submission): Promise<void> {
    const { challenge, ...texts } = submission;
    const answers = challenge === undefined ? {} : { challenge: this.challenges.get(challenge) };
    const idea = await this.use(SubmitIdea).submit(await this.actor(who), { ...texts, ...answers });
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

  async ask(
    who: CastName,
    name: string,
    kind: DecisionKind,
    decider: CastName,
    days: number,
    note?: string,
    panel: readonly CastName[] = [],
  ): Promise<void> {
    const decision = await this.use(AskForDecision).ask(await this.actor(who), this.number(name), {
      kind,
      decider: this.founded.members[decider],
      deadline: this.day(days),
      note,
      panel: panel.map((member) => this.founded.members[member]),
    });
    this.idea(name).decision = decision.id;
  }

  async score(who: CastName, name: string, { notes, ...scores }: Scores): Promise<void> {
    const criteria = ['desirability', 'feasibility', 'viability', 'evidence'] as const;
    await this.use(ScoreDecision).score(await this.actor(who), this.idea(name).decision ?? '', {
      scores: criteria.map((criterion) => ({ criterion, score: scores[criterion], note: notes?.[criterion] })),
    });
  }

  async decide(
    who: CastName,
    name: string,
    outcome: Made['outcome'],
    reason: string,
    words: Pick<Made, 'explanation' | 'mustChange' | 'lesson'> = {},
  ): Promise<void> {
    await this.use(MakeDecision).make(await this.actor(who), this.idea(name).decision ?? '', { outcome, reason, ...words });
  }

  /** Plans an experiment for which whoever plans it answers. */
  async plan(who: CastName, name: string, plan: { title: string; card: Partial<TestCardInput> }): Promise<void> {
    const card = testCardInput.parse({ responsible: [this.founded.members[who]], ...plan.card });
    const experiment = await this.use(PlanExperiment).plan(await this.actor(who), this.number(name), { title: plan.title, card });
    Object.assign(this.idea(name), { experiment: experiment.id, card });
  }

  /** Changes the locked card of the experiment under way. */
  async amend(who: CastName, name: string, reason: string, changes: Partial<TestCardInput>): Promise<void> {
    const { experiment = '', card } = this.idea(name);
    const amended = testCardInput.parse({ ...card, ...changes });
    const actor = await this.actor(who);
    await this.use(AmendExperiment).amend(actor, experiment, { version: await this.versionOf(actor, experiment), card: amended, reason });
    this.idea(name).card = amended;
  }

  async measure(who: CastName, name: string, successes: number, total: number, note?: string): Promise<void> {
    await this.record(who, name, { successes, total, note });
  }

  /** Records what was seen on this day, whatever the experiment measures. */
  async record(who: CastName, name: string, seen: Seen): Promise<void> {
    const on = this.today();
    const { experiment = '' } = this.idea(name);
    const { measurements } = await this.use(RecordMeasurement).record(await this.actor(who), experiment, { group: 'test', on, ...seen });
    const last = measurements.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
    this.idea(name).measurement = last && { id: last.id, on };
  }

  /** Corrects what was recorded last. */
  async correct(who: CastName, name: string, seen: Seen, reason: string): Promise<void> {
    const { experiment = '', measurement } = this.idea(name);
    if (!measurement) throw new Error(`Nothing was measured of ${name} yet.`);
    const { id, on } = measurement;
    await this.use(CorrectMeasurement).correct(await this.actor(who), experiment, id, { on, ...seen, reason });
  }

  async observe(who: CastName, name: string, text: string): Promise<void> {
    await this.use(RecordObservation).record(await this.actor(who), this.idea(name).experiment ?? '', { on: this.today(), text });
  }

  /** Records that people were involved in the idea's experiment. */
  async involve(who: CastName, name: string, engagement: Omit<Engagement, 'on' | 'experiment'>): Promise<void> {
    await this.use(RecordEngagement).record(await this.actor(who), this.number(name), {
      on: this.today(),
      experiment: this.idea(name).experiment,
      ...engagement,
    });
  }

  async moveExperiment(who: CastName, name: string, to: string, words: { result?: string; lesson?: Lesson } = {}): Promise<void> {
    const id = this.idea(name).experiment ?? '';
    const actor = await this.actor(who);
    await this.use(MoveExperiment).move(actor, id, { to, version: await this.versionOf(actor, id), ...words });
  }

  /** Plans the rollout, or changes its plan; what is expected of it stays as it was planned first, whatever day its working days make of that. */
  async planRollout(who: CastName, name: string, plan: RolloutPlan): Promise<void> {
    const actor = await this.actor(who);
    const version = await this.rolloutVersion(actor, name);
    const owner = this.founded.members[plan.owner];
    const known = this.idea(name);
    known.expectedEffect ??= plan.expectedEffect;
    const { expectedEffect } = known;
    await this.use(PlanRollout).plan(actor, known.number, { ...plan, owner, expectedEffect, ...(version === null ? {} : { version }) });
  }

  async moveRollout(who: CastName, name: string, to: string, measuredEffect?: Omit<MeasuredEffectInput, 'on'>): Promise<void> {
    const actor = await this.actor(who);
    await this.use(MoveRollout).move(actor, this.number(name), {
      to,
      version: (await this.rolloutVersion(actor, name)) ?? 0,
      ...(measuredEffect ? { measuredEffect: { on: this.today(), ...measuredEffect } } : {}),
    });
  }

  private async versionOf(actor: Actor, experiment: string): Promise<number> {
    const [row] = await this.rows<{ version: number }>(actor, `select version from app.experiment where id = $1`, [experiment]);
    return row?.version ?? 0;
  }

  private async rolloutVersion(actor: Actor, name: string): Promise<number | null> {
    const [row] = await this.rows<{ version: number }>(
      actor,
      `select r.version from app.rollout r join app.idea i on i.id = r.idea_id where i.number = $1 and i.organisation_id = r.organisation_id`,
      [this.number(name)],
    );
    return row?.version ?? null;
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
