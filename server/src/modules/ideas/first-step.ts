import { Injectable } from '@nestjs/common';
import type { Tenant } from '../../platform/tenancy/index.js';
import { type PathwayDefinition, type PathwayStep, stepOf } from '../../workflow/index.js';
import { addWorkingDays, PathwaysRepository } from '../pathways/index.js';

/** Where a new idea stands. */
export interface Start {
  readonly pathway: string;
  readonly version: number;
  readonly step: string;
  readonly due: Date | null;
  readonly definition: PathwayDefinition;
}

/** Finds where new ideas of an organisation stand, and by when they are answered. */
@Injectable()
export class FirstStep {
  constructor(private readonly pathways: PathwaysRepository) {}

  /** The first step of the default pathway, or the named one; null when there is no such step. */
  async on(tenant: Tenant, now: Date, stepKey: string | null): Promise<Start | null> {
    const pathway = await this.pathways.ofNewIdeas();
    if (!pathway) throw new Error('The organisation has no pathway.');
    const definition = await this.pathways.definition(pathway.key, pathway.version);
    const step = stepKey === null ? definition.steps[0] : stepOf(definition, stepKey);
    if (!step) return null;
    return { pathway: pathway.key, version: pathway.version, step: step.key, due: dueOn(step, now, tenant, null), definition };
  }

  /** The first step of the default pathway. */
  async of(tenant: Tenant, now: Date): Promise<Start> {
    const start = await this.on(tenant, now, null);
    if (!start) throw new Error('The pathway has no steps.');
    return start;
  }
}

/** When the promise of a step entered at `now` falls due: by working days, or with the experiment. */
export function dueOn(step: Pick<PathwayStep, 'workingDays' | 'due'>, now: Date, tenant: Tenant, experimentEnd: Date | null): Date | null {
  if (step.due?.kind === 'experiment-end') return experimentEnd;
  if (step.workingDays === undefined || step.workingDays === null) return null;
  return addWorkingDays(now, step.workingDays, tenant);
}
