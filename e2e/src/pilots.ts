import type { DecisionKind, DecisionView, ExperimentView, MemberPage, TestCardInput } from '#contracts';
import type { Person } from './actors.js';
import { dayFromNow } from './days.js';

/** Tomek's idea is accepted by Hanna, and gets time and money from Oskar, without the screens. */
export async function hasReachedPilot(
  { tomek, hanna, oskar }: Readonly<Record<'tomek' | 'hanna' | 'oskar', Person>>,
  title: string,
): Promise<number> {
  const { number } = await tomek.hasSubmitted({
    title,
    need: 'Whoever waits for the first ferry stands in the cold for half an hour.',
    proposal: 'Something warm from five to six.',
    beneficiaries: 'Shift workers',
    effectGoal: 'Three of four who wait say that they were warm.',
    schedule: 'Four weeks',
    costEstimate: '900 in all',
    testGroup: 'Whoever waits for the first ferry',
    partners: 'The ferry company',
  });
  await hanna.hasMoved(number, 'explore-idea');
  await hasDecided(tomek, oskar, number, 'time');
  await hasDecided(tomek, oskar, number, 'money');
  return number;
}

/** A decision is asked for and answered with yes, without the screens. */
async function hasDecided(asker: Person, decider: Person, number: number, kind: DecisionKind): Promise<void> {
  const { id } = await asker.sends<DecisionView>('post', `/ideas/${number}/decisions`, {
    kind,
    decider: await memberId(asker, 'Oskar'),
    deadline: dayFromNow(10),
  });
  await decider.sends('post', `/decisions/${id}/outcome`, { outcome: 'yes', reason: 'It is cheap, and we learn.' });
}

/** An experiment is planned and started, without the screens. */
export async function isRunning(who: Person, number: number, title: string, card: Partial<TestCardInput>): Promise<ExperimentView> {
  const { id, version } = await who.sends<ExperimentView>('post', `/ideas/${number}/experiments`, {
    title,
    card: { ...card, responsible: [await memberId(who, 'Tomek')] },
  });
  return who.sends<ExperimentView>('post', `/experiments/${id}/transitions`, { to: 'running', version });
}

async function memberId(asker: Person, name: string): Promise<string> {
  const { items } = await asker.sends<MemberPage>('get', `/members?q=${name}`);
  const [member] = items;
  if (!member) throw new Error(`There is no ${name}.`);
  return member.id;
}
