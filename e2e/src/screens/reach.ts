import type { Page } from '@playwright/test';
import type { DecisionPage, DecisionView, EffectPage, EffectView, ExperimentPage, ExperimentView, IdeaCard, IdeaPage } from '#contracts';
import type { Person } from '../actors.js';
import { type Act, home, nothing, part, type Screen } from './screen.js';

/** Whether a decision is asked for on an idea. */
export function isAsked({ marks }: IdeaCard): boolean {
  return marks.some(({ kind }) => kind === 'decision-asked');
}

/** Ideas of the demo story, by what is to be seen on them, and what to do on their page. */
export function ideaThat(step: string, fits: (idea: IdeaCard) => boolean = () => true, act: Act = nothing): Screen['show'] {
  return async (page, person) => {
    const { items } = await (person as Person).sends<IdeaPage>('get', `/ideas?step=${step}&limit=100`);
    const idea = items.find(fits);
    if (!idea) throw new Error(`The demo story has no such idea on ${step}.`);
    await goToIdea(page, idea.number);
    await act(page);
  };
}

/** An idea by its rollout in a state, and what to do on its page. */
export function effectThat(
  state: EffectView['state'],
  fits: (effect: EffectView) => boolean = () => true,
  act: Act = nothing,
): Screen['show'] {
  return async (page, person) => {
    const { items } = await (person as Person).sends<EffectPage>('get', `/effects?state=${state}&limit=100`);
    const effect = items.find(fits);
    if (!effect) throw new Error(`The demo story has no such rollout that is ${state}.`);
    await goToIdea(page, effect.idea.number);
    await act(page);
  };
}

/** Whether an experiment is under way. */
export function isRunning({ state }: ExperimentView): boolean {
  return state === 'running';
}

/** Whether the end of an experiment has passed, and nobody has said what follows. */
export function isOverdue({ overdue }: ExperimentView): boolean {
  return overdue;
}

/** An experiment of the demo story on the step of pilots, and what to do on its page. */
export function experimentThat(fits: (experiment: ExperimentView) => boolean, act: Act = nothing): Screen['show'] {
  return async (page, person) => {
    const sends = <Answer>(path: string) => (person as Person).sends<Answer>('get', path);
    const { items: ideas } = await sends<IdeaPage>('/ideas?step=pilot&limit=100');
    const pages = await Promise.all(ideas.map(({ number }) => sends<ExperimentPage>(`/ideas/${number}/experiments`)));
    const experiment = pages.flatMap(({ items }) => items).find(fits);
    if (!experiment) throw new Error('The demo story has no such experiment.');
    await goToExperiment(page, experiment.id);
    await act(page);
  };
}

/** An experiment that is still planned, by its title: the demo story has none, so that the first who looks plans it. */
export function plannedExperiment(title: string, act: Act = nothing): Screen['show'] {
  return async (page, person) => {
    const { items } = await (person as Person).sends<IdeaPage>('get', '/ideas?step=explore-idea&limit=100');
    const idea = items[0];
    if (!idea) throw new Error('The demo story has no idea that is being explored.');
    const address = `/ideas/${idea.number}/experiments`;
    const { items: there } = await (person as Person).sends<ExperimentPage>('get', address);
    const planned = there.find((it) => it.state === 'planned' && it.title === title);
    const { id } = planned ?? (await (person as Person).sends<ExperimentView>('post', address, { title }));
    await goToExperiment(page, id);
    await act(page);
  };
}

/** The first decision that the server lists under these conditions and that fits, and what to do on its page. */
export function decisionThat(
  conditions: Readonly<Record<string, string | boolean>>,
  act: Act = nothing,
  fits: (decision: DecisionView) => boolean = () => true,
): Screen['show'] {
  return async (page, person) => {
    const query = new URLSearchParams(Object.entries(conditions).map(([name, value]) => [name, String(value)])).toString();
    const { items } = await (person as Person).sends<DecisionPage>('get', `/decisions?${query}`);
    const decision = items.find(fits);
    if (!decision) throw new Error(`The demo story has no such decision with ${query}.`);
    await page.goto(`${home}/decisions/${decision.id}`);
    await part(page, 'evidence').waitFor();
    await act(page);
  };
}

async function goToIdea(page: Page, number: number): Promise<void> {
  await page.goto(`${home}/ideas/${number}`);
  await part(page, 'history').waitFor();
}

async function goToExperiment(page: Page, id: string): Promise<void> {
  await page.goto(`${home}/experiments/${id}`);
  await part(page, 'next-title').waitFor();
}
