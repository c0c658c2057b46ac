import { computed, inject, Injectable } from '@angular/core';
import type { AbsenceView, SetAbsence } from '#contracts';
import { AbsenceApi } from '../../../api/absence-api';
import { Loaded } from '../../../api/loaded';
import { asProblem, type ProblemError } from '../../../api/problem-error';

/** When the person is away and who decides meanwhile, and for whom they decide themselves. */
@Injectable()
export class OwnAbsence {
  private readonly api = inject(AbsenceApi);
  private organisation = '';
  private readonly loaded = new Loaded<AbsenceView>(() => this.api.read(this.organisation));

  readonly pending = this.loaded.pending;
  readonly problem = this.loaded.problem;
  /** Null: none is announced. */
  readonly own = computed(() => this.loaded.value()?.absence ?? null);
  readonly standsInFor = computed(() => this.loaded.value()?.standsInFor ?? []);
  readonly known = computed(() => this.loaded.value() !== undefined);

  async show(organisation: string): Promise<void> {
    if (organisation !== this.organisation) this.loaded.clear();
    this.organisation = organisation;
    await this.loaded.load();
  }

  again(): Promise<void> {
    return this.loaded.load();
  }

  /** Announces or changes it; answers the problem when it was not saved. */
  async announce(input: SetAbsence): Promise<ProblemError | undefined> {
    try {
      this.loaded.set(await this.api.announce(this.organisation, input));
      return undefined;
    } catch (error) {
      return asProblem(error);
    }
  }

  async end(): Promise<ProblemError | undefined> {
    try {
      await this.api.end(this.organisation);
      await this.loaded.load();
      return undefined;
    } catch (error) {
      return asProblem(error);
    }
  }
}
