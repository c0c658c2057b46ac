import type { LessonItem } from '#contracts';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { LessonCard } from './lesson-card';
import { aLesson, anExperiment } from './testing/a-lesson';
import { LessonCardHarness } from './testing/lesson-card-harness';

describe('a lesson', () => {
  const show = async (more: Partial<LessonItem> = {}): Promise<LessonCardHarness> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] });
    await TestBed.inject(Languages).start();
    const fixture = TestBed.createComponent(LessonCard);
    fixture.componentRef.setInput('lesson', aLesson(more));
    fixture.componentRef.setInput('organisation', 'aleksandrow');
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, LessonCardHarness);
  };

  it('says what was observed and learned and what follows, where, and by which kind of measure', async () => {
    const text = await (await show()).text();
    expect(text).toContain('Observed');
    expect(text).toContain('Nobody sat there.');
    expect(text).toContain('#12 · Pilot · Experiment 1: Do people sit?');
    expect(text).toContain('Roads');
    expect(text).toContain('share');
  });

  it('leads to the experiments of its idea, or to the lessons of the idea itself', async () => {
    expect(await (await show()).leadsTo()).toBe('/aleksandrow/ideas/12#experiments');
    TestBed.resetTestingModule();
    expect(await (await show({ experiment: null })).leadsTo()).toBe('/aleksandrow/ideas/12#lessons');
  });

  it.each([
    ['concluded', 'met', [['met', 'met']]],
    ['concluded', 'not-met', [['not met', 'lesson']]],
    ['concluded', 'inconclusive', [['inconclusive', 'unclear']]],
    ['stopped', 'inconclusive', [['stopped', 'lesson']]],
    ['stopped', 'no-data', [['stopped', 'lesson']]],
    [
      'stopped',
      'not-met',
      [
        ['not met', 'lesson'],
        ['stopped', 'lesson'],
      ],
    ],
  ] as const)('of an experiment that was %s and is %s is never red', async (state, verdict, tags) => {
    expect(await (await show({ experiment: anExperiment({ state, verdict }) })).tags()).toEqual(tags);
  });

  it('says which of both happened, concluded or stopped, and when', async () => {
    expect(await (await show()).text()).toContain('concluded on 2 Mar');
    TestBed.resetTestingModule();
    expect(await (await show({ experiment: anExperiment({ state: 'stopped' }) })).text()).toContain('stopped on 2 Mar');
    TestBed.resetTestingModule();
    expect(await (await show({ experiment: null })).text()).toContain('stopped on 2 Mar');
  });

  it('says what the stop saved, where somebody has said so', async () => {
    expect(await (await show()).text()).not.toContain('saved');
    TestBed.resetTestingModule();
    expect(await (await show({ saved: { amount: 12000, currency: 'EUR' } })).text()).toContain('Stopping saved €12,000');
  });
});
