import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  EditExperiment,
  ExperimentPage,
  ExperimentView,
  MoveExperiment,
  RecordMeasurement,
  TestCardInput,
  VerdictView,
} from '#contracts';
import { address } from './address';

/** A new experiment: its title, and as much of the card as is known. */
export interface ExperimentPlan {
  readonly title: string;
  readonly card?: Partial<TestCardInput>;
}

/** Experiments of an idea: planning, running, measuring, concluding. */
@Injectable({ providedIn: 'root' })
export class ExperimentsApi {
  private readonly http = inject(HttpClient);

  ofIdea(organisation: string, number: number): Promise<ExperimentPage> {
    return firstValueFrom(this.http.get<ExperimentPage>(address(organisation, 'ideas', number, 'experiments')));
  }

  plan(organisation: string, number: number, input: ExperimentPlan): Promise<ExperimentView> {
    return firstValueFrom(this.http.post<ExperimentView>(address(organisation, 'ideas', number, 'experiments'), input));
  }

  read(organisation: string, id: string): Promise<ExperimentView> {
    return firstValueFrom(this.http.get<ExperimentView>(address(organisation, 'experiments', id)));
  }

  /** Replaces the card as a whole, while it is not locked. */
  edit(organisation: string, id: string, input: EditExperiment): Promise<ExperimentView> {
    return firstValueFrom(this.http.patch<ExperimentView>(address(organisation, 'experiments', id), input));
  }

  move(organisation: string, id: string, input: MoveExperiment): Promise<ExperimentView> {
    return firstValueFrom(this.http.post<ExperimentView>(address(organisation, 'experiments', id, 'transitions'), input));
  }

  measure(organisation: string, id: string, input: RecordMeasurement): Promise<ExperimentView> {
    return firstValueFrom(this.http.post<ExperimentView>(address(organisation, 'experiments', id, 'measurements'), input));
  }

  verdict(organisation: string, id: string): Promise<VerdictView> {
    return firstValueFrom(this.http.get<VerdictView>(address(organisation, 'experiments', id, 'verdict')));
  }
}
