import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { IdeaCard, MoveIdea as Move, Refusal } from '#contracts';
import { Clock, startOfDay } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused, VersionConflict } from '../../platform/http/index.js';
import { EventLog, type NewEvent } from '../../platform/outbox/index.js';
import type { Actor, Tenant } from '../../platform/tenancy/index.js';
import { Timers } from '../../platform/timers/index.js';
import { inSpan } from '../../platform/tracing/index.js';
import {
  type Accepted,
  attempt,
  type Facts,
  type PathwayStep,
  type PathwayTransition,
  type StepLimit,
  stepOf,
} from '../../workflow/index.js';
import { limitOf, PATHWAY_GUARDS, PathwaysRepository } from '../pathways/index.js';
import { dueOn } from './first-step.js';
import type { Idea } from './idea.entity.js';
import { IdeaKnowledgeGatherer, type Known, type Mover } from './idea-knowledge.js';
import { IdeaViews } from './idea.view.js';
import { type BeforeMove, type Gap, IdeasRepository } from './ideas.repository.js';
import { LONG_RANK, rankBetween } from './rank.js';
import { withLink } from './refusal-links.js';
import { TrailRepository } from './trail.repository.js';
import { WipLimitsRepository } from './wip-limits.repository.js';

/** What comes with a move. */
export type MoveInput = Pick<Move, 'to' | 'between' | 'reason' | 'fields'> & {
  /** The decision that makes this move, if one does. */
  readonly decision?: string;
};

/** A move that was made, or every reason why not. */
export type MoveResult =
  | { readonly moved: true; readonly idea: Idea; readonly known: Known | undefined }
  | { readonly moved: false; readonly unknownStep: boolean; readonly refusals: readonly Refusal[] };

/** Moves an idea along its pathway, by the rules of the version it is under way on. */
@Injectable()
export class MoveIdea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly trail: TrailRepository,
    private readonly pathways: PathwaysRepository,
    private readonly gatherer: IdeaKnowledgeGatherer,
    private readonly limits: WipLimitsRepository,
    private readonly events: EventLog,
    private readonly timers: Timers,
    private readonly views: IdeaViews,
    private readonly clock: Clock,
  ) {}

  /**
   * A member moves an idea. Gives its card as it is now. The same move sent again, by a browser or a proxy that lost the answer, is answered
   * as the first: nothing is moved twice.
   * @throws NotFound, VersionConflict with the current idea, Refused with the refusals, Invalid for an unknown step or number.
   */
  move(actor: Actor, number: number, input: Move): Promise<IdeaCard> {
    return inSpan('move idea', () => this.work.run(actor.organisation.id, () => this.moveNow(actor, number, input)));
  }

  private async moveNow(actor: Actor, number: number, input: Move): Promise<IdeaCard> {
    const idea = await this.ideas.lock({ number });
    if (!idea) throw new NotFound('This idea');
    if (idea.version !== input.version) {
      if (await this.isMade(idea, actor, input)) return this.views.one(idea, actor);
      throw new VersionConflict(await this.views.whole(idea, actor));
    }
    const [result, people] = await Promise.all([
      this.take(idea, { actor, as: [] }, actor.organisation, input),
      this.views.peopleOn([idea], actor),
    ]);
    if (!result.moved) {
      if (result.unknownStep) throw Invalid.field('to', 'unknown-step', 'The pathway has no such step.');
      throw new Refused(result.refusals);
    }
    return this.views.moved(result.idea, result.known, people, actor);
  }

  /** Tries a move of an idea that is locked in the transaction under way; refusals come back as a result. */
  async take(idea: Idea, mover: Mover, tenant: Tenant, input: MoveInput): Promise<MoveResult> {
    const definition = await this.pathways.definition(idea.pathway, idea.pathwayVersion);
    const [gathered, gap] = await Promise.all([
      this.gatherer.gather([idea], mover, tenant.timeZone),
      this.ideas.gap(idea.pathway, input.to, input.between, idea.id),
    ]);
    const known = gathered.get(idea.id);
    const facts = {
      ...known?.facts,
      limits: await this.limitsNow(idea.pathway, input.to, known),
      reason: input.reason ?? null,
      returnOn: input.fields?.returnOn ?? null,
      into: input.fields?.into ?? null,
      lesson: input.fields?.lesson !== undefined,
    };
    const verdict = attempt(definition, PATHWAY_GUARDS, { step: idea.step, cameFrom: idea.cameFrom }, input.to, facts);
    if (!verdict.accepted) {
      return {
        moved: false,
        unknownStep: verdict.unknownStep,
        refusals: verdict.refusals.map((it) => withLink(it, tenant.slug, idea.number)),
      };
    }
    const ended = await this.endOfMergeTarget(idea, verdict.transition, input, tenant);
    if (ended) return { moved: false, unknownStep: false, refusals: [ended] };
    const step = stepOf(definition, verdict.to);
    if (!step) throw new Error(`The pathway has no step ${verdict.to}.`);
    const now = this.clock.now();
    const due = dueOn(step, now, tenant, known?.experimentEnd ?? null);
    const moved = await this.write(idea, verdict, mover.actor?.member ?? null, input, {
      tenant,
      now,
      due,
      gap,
      againstVerdict: stopsWhatWorked(step, input, known),
      overLimit: isFull(facts, { pathway: idea.pathway, step: verdict.to }),
    });
    return { moved: true, idea: moved, known: known && withLesson(known, lessonLeft(verdict.transition, input)) };
  }

  /** Whether just this move made the idea what it is. */
  private async isMade(idea: Idea, { member }: Actor, { to, version, reason, fields }: Move): Promise<boolean> {
    if (idea.version !== version + 1 || idea.step !== to) return false;
    const [move, [left]] = await Promise.all([this.trail.move(idea.id, idea.version), this.trail.lessons(idea.id)]);
    const lesson = left && move && left.at.getTime() === move.at.getTime() ? left : undefined;
    return (
      move?.to === to &&
      move.member === member &&
      !move.follows &&
      (['observed', 'learned', 'therefore'] as const).every((part) => lesson?.[part] === fields?.lesson?.[part]) &&
      move.reason === (reason || null) &&
      idea.returnOn === (fields?.returnOn ?? null) &&
      idea.mergedInto === (fields?.into ?? null)
    );
  }

  /** The limits that matter, the one of the step it goes to by what stands there: where it is hard, moves there follow each other. */
  private async limitsNow(pathway: string, to: string, known: Known | undefined): Promise<readonly StepLimit[]> {
    const limits = known?.facts.limits ?? [];
    const counted = limitOf({ limits }, { pathway, step: to });
    if (counted?.hard !== true) return limits;
    const exact = await this.limits.hold(pathway, to);
    return [...limits.filter((limit) => limit !== counted), ...(exact ? [exact] : [])];
  }

  private async write(
    idea: Idea,
    verdict: Accepted<string, PathwayTransition>,
    member: string | null,
    input: MoveInput,
    { tenant, now, due, gap, againstVerdict, overLimit }: Around,
  ): Promise<Idea> {
    const rank = rankBetween(gap.above, gap.below);
    const asks = verdict.transition.asks;
    const moved: Idea = {
      ...idea,
      step: verdict.to,
      cameFrom: verdict.cameFrom,
      stepSince: now,
      rank,
      version: idea.version + 1,
      due,
      returnOn: asks.includes('returnOn') ? (input.fields?.returnOn ?? null) : null,
      mergedInto: asks.includes('into') ? (input.fields?.into ?? null) : null,
      updatedAt: now,
    };
    const lesson = lessonLeft(verdict.transition, input);
    const returns = moved.returnOn === null ? null : startOfDay(moved.returnOn, tenant.timeZone);
    await Promise.all([
      this.ideas.move(moved, verdict.from, { id: uuid(), member, before: canBeUndone(asks, input) ? before(idea) : null }),
      lesson && this.trail.addLesson({ id: uuid(), idea: idea.id, experiment: null, ...lesson, member, at: now }),
      rank.length > LONG_RANK && this.timers.set('ranks-long', idea.id, now),
      this.timers.setEach(idea.id, { 'step-due': due, 'park-return': returns }),
      this.events.record(eventOf(moved, verdict, member, { ...input, againstVerdict, overLimit })),
    ]);
    return moved;
  }

  /**
   * Why nothing merges into that idea: it was stopped, withdrawn or merged itself; null: it may.
   * @throws Invalid when there is no other idea of this number.
   */
  private async endOfMergeTarget(idea: Idea, transition: PathwayTransition, input: MoveInput, tenant: Tenant): Promise<Refusal | null> {
    const into = input.fields?.into;
    if (into === undefined || !transition.asks.includes('into')) return null;
    // Held too, so that two ideas that are merged into each other at once do not both go.
    const target = into === idea.number ? null : await this.ideas.lock({ number: into });
    if (!target) throw Invalid.field('fields.into', 'unknown-value', 'There is no other idea with this number.');
    const definition = await this.pathways.definition(target.pathway, target.pathwayVersion);
    const { kind, end } = stepOf(definition, target.step) ?? {};
    if (kind !== 'aside' || end !== true) return null;
    return { code: 'merge-target-open', params: { number: into, steps: [target.step] }, link: `/${tenant.slug}/ideas/${into}` };
  }
}

/** What is known of a move beside the idea and its input. */
interface Around {
  readonly tenant: Tenant;
  readonly now: Date;
  readonly due: Date | null;
  readonly gap: Gap;
  readonly againstVerdict: boolean;
  readonly overLimit: boolean;
}

/** Whether an idea whose experiment met its threshold leaves the path for good, and not into another idea. */
function stopsWhatWorked({ kind, end }: Pick<PathwayStep, 'kind' | 'end'>, input: MoveInput, known: Known | undefined): boolean {
  const isMet = known?.marks.some((mark) => mark.kind === 'experiment' && mark.state === 'concluded' && mark.verdict === 'met') ?? false;
  return isMet && kind === 'aside' && end === true && input.fields?.into === undefined;
}

/** Whether the step is full already: the move goes beyond its limit. */
function isFull(facts: Facts, target: { readonly pathway: string; readonly step: string }): boolean {
  const limit = limitOf(facts, target);
  return limit !== undefined && limit.total >= limit.atMost;
}

/** What is recorded of a move. */
function eventOf(
  moved: Idea,
  { from, to, transition }: Accepted<string, PathwayTransition>,
  member: string | null,
  input: MoveInput & Pick<Around, 'againstVerdict' | 'overLimit'>,
): NewEvent {
  return {
    kind: 'idea-moved',
    idea: moved,
    member,
    from,
    to,
    data: {
      pathway: moved.pathway,
      direction: transition.direction,
      ...(input.decision === undefined ? {} : { decision: input.decision }),
      ...(input.againstVerdict ? { againstVerdict: true } : {}),
      ...(input.overLimit ? { overLimit: true } : {}),
      ...(moved.returnOn === null ? {} : { returnOn: moved.returnOn }),
      ...(moved.mergedInto === null ? {} : { into: moved.mergedInto }),
    },
    text: input.reason ? { reason: input.reason } : undefined,
  };
}

/** What has left a lesson, merged, or used up a decision cannot be taken back by itself. */
function canBeUndone(asks: readonly string[], { decision }: MoveInput): boolean {
  return decision === undefined && !asks.includes('lesson') && !asks.includes('into');
}

/** What a move takes away. */
function before({ cameFrom, stepSince, due, returnOn, rank }: Idea): BeforeMove {
  return { cameFrom, stepSince: stepSince.toISOString(), due: due?.toISOString() ?? null, returnOn, rank };
}

/** The lesson that a move leaves. */
function lessonLeft({ asks }: PathwayTransition, { fields }: MoveInput) {
  return asks.includes('lesson') ? fields?.lesson : undefined;
}

function withLesson(known: Known, lesson: ReturnType<typeof lessonLeft>): Known {
  return lesson ? { ...known, facts: { ...known.facts, lessonWritten: true } } : known;
}
