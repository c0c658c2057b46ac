import { WHERE_IT_WAS, type MachineDefinition, type StepDefinition } from './definition.js';
import { checkKey, mistake, type Mistake } from './mistake.js';

/** Two years of work: what is due later is no promise, but a slip of the hand. */
const MOST_WORKING_DAYS = 520;

/** What is wrong with the steps of a machine, each by itself. */
export function checkSteps({ steps, transitions }: MachineDefinition): Mistake[] {
  if (steps.length === 0) return [mistake('steps', 'no-steps')];
  return steps.flatMap((step, at) => {
    const place = `steps[${at}]`;
    const isLeft = transitions.some((it) => it.from.includes(step.key));
    const found = [...checkKey(step.key, `${place}.key`), ...checkDue(step, isLeft, place)];
    if (steps.findIndex((it) => it.key === step.key) !== at) found.push(mistake(place, 'duplicate-step', { step: step.key }));
    if (step.key === WHERE_IT_WAS) found.push(mistake(place, 'reserved-step', { step: step.key }));
    // A step aside leads back to the station one left; who starts there has left none.
    if (at === 0 && step.kind === 'aside') found.push(mistake(place, 'starts-aside', { step: step.key }));
    return found;
  });
}

/** A step promises its answer at most once, in a time that can be kept, and only where an answer can be given. */
function checkDue({ key, workingDays, due }: StepDefinition, isLeft: boolean, place: string): Mistake[] {
  const found: Mistake[] = [];
  const days = workingDays ?? null;
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= MOST_WORKING_DAYS))
    found.push(mistake(`${place}.workingDays`, 'wrong-days', { days, most: MOST_WORKING_DAYS }));
  if (due && due.kind !== 'experiment-end') found.push(mistake(`${place}.due`, 'unknown-due', { ...(due as object) }));
  if (due && days !== null) found.push(mistake(`${place}.due`, 'due-twice'));
  if ((due || days !== null) && !isLeft)
    found.push(mistake(`${place}.${due ? 'due' : 'workingDays'}`, 'due-without-answer', { step: key }));
  return found;
}
