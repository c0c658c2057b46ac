export { EditExperiment } from './edit-experiment.js';
export { type EvidenceOfExperiment, ExperimentEvidence } from './experiment-evidence.js';
export { ExperimentsModule } from './experiments.module.js';
export { MoveExperiment } from './move-experiment.js';
export { PlanExperiment } from './plan-experiment.js';
export { ReadExperiments } from './read-experiments.js';
export { RecordMeasurement } from './record-measurement.js';
