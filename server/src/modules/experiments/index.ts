export { EditExperiment } from './edit-experiment.js';
export { ExperimentsModule } from './experiments.module.js';
export { MoveExperiment } from './move-experiment.js';
export { PlanExperiment } from './plan-experiment.js';
export { ReadExperiments } from './read-experiments.js';
export { RecordMeasurement } from './record-measurement.js';
