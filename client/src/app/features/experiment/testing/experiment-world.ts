import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ExperimentView } from '#contracts';
import { ExperimentsApi } from '../../../api/experiments-api';
import { IdeasApi } from '../../../api/ideas-api';
import { MembersApi } from '../../../api/members-api';
import { Languages } from '../../../i18n/languages';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { CHART_PEN } from '../chart/series-chart';
import { ExperimentMoves } from '../experiment-moves';
import { OpenExperiment } from '../open-experiment';
import { CardPlan } from '../plan/card-plan';

/** The server as far as an experiment needs it, and the experiment that is open. */
export class ExperimentWorld {
  readonly api = {
    read: jest.fn(),
    edit: jest.fn(),
    amend: jest.fn(),
    move: jest.fn(),
    measure: jest.fn(),
    correct: jest.fn(),
    import: jest.fn(),
    observe: jest.fn(),
    sampleSize: jest.fn(),
  };
  readonly ideas = { read: jest.fn(), engage: jest.fn() };
  readonly members = { list: jest.fn() };
  readonly draw = jest.fn(() => () => undefined);
  readonly pen = jest.fn(() => Promise.resolve({ drawChart: this.draw }));

  constructor(readonly experiment: ExperimentView) {
    this.api.read.mockResolvedValue(experiment);
    this.ideas.read.mockResolvedValue({ number: 12, team: experiment.card.responsible, mayEdit: true, path: [] });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        OpenExperiment,
        CardPlan,
        ExperimentMoves,
        { provide: ExperimentsApi, useValue: this.api },
        { provide: IdeasApi, useValue: this.ideas },
        { provide: MembersApi, useValue: this.members },
        { provide: CHART_PEN, useValue: () => this.pen() },
      ],
    });
  }

  get open(): OpenExperiment {
    return TestBed.inject(OpenExperiment);
  }

  /** Opens the experiment, and waits until everything that follows from it has happened. */
  async begin(): Promise<void> {
    await TestBed.inject(Languages).start();
    this.open.open('aleksandrow', this.experiment.id);
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      TestBed.tick();
      await Promise.resolve();
    }
  }
}
