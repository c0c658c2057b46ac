import type { MeasurementView, ObservationView } from '#contracts';
import { type People, personOf } from './card.view.js';
import type { Correction } from './correction.entity.js';
import { valuesOf } from './measured.js';
import type { Measurement } from './measurement.entity.js';
import type { Observation } from './observation.entity.js';

/** Shows a measurement with what it said before; `corrections` are those of its experiment. */
export function measurementView(measurement: Measurement, corrections: readonly Correction[], people: People): MeasurementView {
  return {
    ...valuesOf(measurement),
    id: measurement.id,
    by: personOf(people, measurement.memberId),
    at: measurement.at.toISOString(),
    withdrawn: measurement.withdrawnAt !== null,
    corrections: corrections
      .filter((it) => it.measurementId === measurement.id)
      .map(({ at, memberId, reason, before, after }) => ({ at: at.toISOString(), by: personOf(people, memberId), reason, before, after })),
  };
}

/** Shows an observation. */
export function observationView({ id, on, text, memberId, at }: Observation, people: People): ObservationView {
  return { id, on, text, by: personOf(people, memberId), at: at.toISOString() };
}
