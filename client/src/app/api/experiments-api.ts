import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AmendExperiment,
  CorrectMeasurement,
  EditExperiment,
  ExperimentPage,
  ExperimentView,
  ImportMeasurements,
  MeasurementsImport,
  MetricKind,
  MoveExperiment,
  RecordMeasurement,
  RecordObservation,
  SampleSize,
  TestCardInput,
} from '#contracts';
import { address, asked } from './address';

/** A new experiment: its title, and as much of the card as is known. */
export interface ExperimentPlan {
  readonly title: string;
  readonly card?: Partial<TestCardInput>;
}

/** How precise an experiment is to be; see the contract for what each number means. */
export interface SampleWish {
  readonly kind: MetricKind;
  readonly confidence: number;
  readonly width: number;
  readonly expected?: number | null;
  readonly comparison?: number | null;
  readonly deviation?: number | null;
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

  /** Replaces the locked card; the one before stays beside it. */
  amend(organisation: string, id: string, input: AmendExperiment): Promise<ExperimentView> {
    return this.post(organisation, id, 'amendments', input);
  }

  move(organisation: string, id: string, input: MoveExperiment): Promise<ExperimentView> {
    return this.post(organisation, id, 'transitions', input);
  }

  measure(organisation: string, id: string, input: RecordMeasurement): Promise<ExperimentView> {
    return this.post(organisation, id, 'measurements', input);
  }

  correct(organisation: string, id: string, measurement: string, input: CorrectMeasurement): Promise<ExperimentView> {
    return firstValueFrom(
      this.http.post<ExperimentView>(address(organisation, 'experiments', id, 'measurements', measurement, 'corrections'), input),
    );
  }

  /** Records pasted measurements, all or none; in a dry run it only says what is wrong with them. */
  import(organisation: string, id: string, input: ImportMeasurements): Promise<MeasurementsImport> {
    return firstValueFrom(this.http.post<MeasurementsImport>(address(organisation, 'experiments', id, 'measurements', 'import'), input));
  }

  observe(organisation: string, id: string, input: RecordObservation): Promise<ExperimentView> {
    return this.post(organisation, id, 'observations', input);
  }

  /** How much to observe for an interval of the wished width. */
  sampleSize(organisation: string, wish: SampleWish): Promise<SampleSize> {
    return firstValueFrom(this.http.get<SampleSize>(address(organisation, 'sample-sizes'), { params: asked({ ...wish }) }));
  }

  private post(organisation: string, id: string, what: string, input: object): Promise<ExperimentView> {
    return firstValueFrom(this.http.post<ExperimentView>(address(organisation, 'experiments', id, what), input));
  }
}
