import { TestKey, type ComponentHarness, type ComponentHarnessConstructor } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inputBinding, outputBinding, signal, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { provideRouter } from '@angular/router';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { FileButton } from './file-button/file-button';
import { FileButtonHarness } from './file-button/testing/file-button-harness';
import { FormProblem } from './form/form-problem';
import { FormProblemHarness } from './form/testing/form-problem-harness';
import { ChallengeChoice } from './idea-filter/challenge-choice';
import { OwnerChoice } from './idea-filter/owner-choice';
import { ChallengeChoiceHarness, OwnerChoiceHarness } from './idea-filter/testing/choice-harnesses';
import { LessonFields, noLesson, wholeLesson } from './lesson-fields/lesson-fields';
import { LessonFieldsHarness } from './lesson-fields/testing/lesson-fields-harness';
import { MemberSearch } from './member-search/member-search';
import { MemberSearchHarness } from './member-search/testing/member-search-harness';
import { MentionField } from './mention-field/mention-field';
import { MentionFieldHarness } from './mention-field/testing/mention-field-harness';
import { PersonField } from './person-field/person-field';
import { PersonFieldHarness } from './person-field/testing/person-field-harness';
import { SearchField } from './search-field/search-field';
import { SearchFieldHarness } from './search-field/testing/search-field-harness';

const oskar = { id: 'o', name: 'Oskar', unit: 'Finance' };
const irena = { id: 'i', name: 'Irena', unit: null };

@Component({ selector: 'polku-a-lesson', imports: [LessonFields], template: '<polku-lesson-fields [lesson]="lesson" />' })
class ALesson {
  readonly written = signal(noLesson);
  readonly lesson = form(this.written, wholeLesson);
}

describe('fields', () => {
  afterEach(() => jest.useRealTimers());

  /** From here on time passes only by being let pass: fields wait until nothing more is written for a moment. */
  const holdTime = () => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const aMoment = () => jest.advanceTimersByTimeAsync(300);

  const make = async <T extends ComponentHarness>(
    part: Type<unknown>,
    harness: ComponentHarnessConstructor<T>,
    inputs: Readonly<Record<string, unknown>>,
    outputs: Readonly<Record<string, (value: never) => void>> = {},
  ): Promise<T> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] });
    const fixture = TestBed.createComponent(part, {
      bindings: [
        ...Object.entries(inputs).map(([name, value]) => inputBinding(name, () => value)),
        ...Object.entries(outputs).map(([name, hear]) => outputBinding(name, hear)),
      ],
    });
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, harness);
  };

  it('a button for a file is named by what it is for, and says what it takes', async () => {
    const button = await make(FileButton, FileButtonHarness, {
      label: 'Choose',
      control: 'file',
      accept: '.csv',
      named: 'heading',
      multiple: true,
    });
    expect(await button.label()).toBe('Choose');
    expect(await button.accepts()).toBe('.csv');
    expect(await button.takesMany()).toBe(true);
    expect(await button.namedBy()).toBe('heading file-label');
  });

  it('a search asks once nothing more is written, and forgets its words at a press', async () => {
    const searched = jest.fn();
    const field = await make(SearchField, SearchFieldHarness, { label: 'Search', hint: 'Words', clearing: 'Clear' }, { searched });
    expect(await field.label()).toBe('Search');
    expect(await field.canBeCleared()).toBe(false);
    holdTime();
    await field.type(' ivy ');
    expect(searched).not.toHaveBeenCalled();
    await aMoment();
    expect(searched.mock.calls).toEqual([['ivy']]);
    await field.clear();
    expect(searched).toHaveBeenLastCalledWith(null);
    expect(await field.text()).toBe('');
    expect(await field.hasFocus()).toBe(true);
  });

  it('a member is found by a part of the name, and Escape leaves', async () => {
    const picked = jest.fn();
    const leave = jest.fn();
    const find = jest.fn().mockResolvedValue([oskar, irena]);
    const search = await make(MemberSearch, MemberSearchHarness, { label: 'Who', find }, { picked, leave });
    holdTime();
    await search.type('o');
    await aMoment();
    expect(await search.people()).toEqual(['Oskar Finance', 'Irena']);
    await search.pick('Irena');
    expect(picked).toHaveBeenCalledWith(irena);
    await search.pressEscape();
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('a search for a member that fails says so', async () => {
    const find = jest.fn().mockRejectedValue(new Error('offline'));
    const search = await make(MemberSearch, MemberSearchHarness, { label: 'Who', find });
    holdTime();
    await search.type('o');
    await aMoment();
    expect(await search.error()).not.toBeNull();
    expect(await search.people()).toEqual([]);
  });

  it('a person who is chosen can be exchanged, with the keyboard in the search', async () => {
    const picked = jest.fn();
    const find = jest.fn().mockResolvedValue([irena]);
    const field = await make(PersonField, PersonFieldHarness, { label: 'Decides', person: oskar, find, fault: 'required' }, { picked });
    expect(await field.person()).toBe('Oskar · Finance');
    expect(await field.error()).not.toBeNull();
    await field.chooseAnother();
    const search = await field.search();
    expect(await search?.hasFocus()).toBe(true);
    await search?.pick('Irena');
    expect(picked).toHaveBeenCalledWith(irena);
    expect(await field.person()).toBe('Oskar · Finance');
  });

  it('an @ offers people; arrows choose, Enter takes, Escape closes', async () => {
    const find = jest.fn().mockResolvedValue([oskar, irena]);
    const field = await make(MentionField, MentionFieldHarness, { label: 'Comment', longest: 20, find });
    holdTime();
    await field.type('Ask @o');
    await aMoment();
    expect(await field.offered()).toEqual(['Oskar Finance', 'Irena']);
    await field.press(TestKey.DOWN_ARROW);
    expect(await field.offeredFirst()).toBe('Irena');
    await field.press(TestKey.ENTER);
    expect(await field.text()).toBe('Ask @Irena ');
    expect(await field.offered()).toEqual([]);
    await field.type('@o');
    await aMoment();
    expect(await field.offered()).toHaveLength(2);
    await field.press(TestKey.ESCAPE);
    expect(await field.offered()).toEqual([]);
    expect(await field.error()).toBeNull();
    await field.type(' and many more');
    expect(await field.error()).not.toBeNull();
  });

  it('a form says why it was not saved, with the link that mends it, or nothing', async () => {
    const problem = {
      code: 'refused',
      refusals: [{ code: 'field-filled', params: { field: 'costEstimate' }, link: '/aleksandrow/ideas/12#fields' }],
      fields: [],
    };
    const said = await make(FormProblem, FormProblemHarness, { problem });
    expect(await said.text()).toContain('Cost estimate');
    expect(await said.links()).toEqual(['/aleksandrow/ideas/12#fields']);
    TestBed.resetTestingModule();
    expect(await (await make(FormProblem, FormProblemHarness, { problem: undefined })).text()).toBeNull();
  });

  it('a lesson needs all three of its sentences', async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(ALesson);
    await fixture.whenStable();
    const lesson = await TestbedHarnessEnvironment.loader(fixture).getHarness(LessonFieldsHarness);
    expect(await lesson.labels()).toHaveLength(3);
    await lesson.write('Ivy grows slowly', ' ', 'Begin in spring');
    expect(await lesson.errors()).toEqual([null, expect.stringMatching(/\w/), null]);
    expect(fixture.componentInstance.written().therefore).toBe('Begin in spring');
  });

  it('a challenge is any, none, one of them, or one that is not among them', async () => {
    const chosen = jest.fn();
    const challenges = [{ id: 'heat', question: 'How do we cool the city?' }];
    const choice = await make(ChallengeChoice, ChallengeChoiceHarness, { challenge: 'gone', challenges }, { chosen });
    const offered = await choice.offered();
    expect(offered).toHaveLength(4);
    expect(await choice.chosen()).toBe(offered[3]);
    await choice.choose('How do we cool the city?');
    expect(chosen).toHaveBeenLastCalledWith('heat');
    await choice.choose(offered[0] ?? '');
    expect(chosen).toHaveBeenLastCalledWith(null);
  });

  it('an owner is anybody, nobody, oneself, or somebody by name', async () => {
    const chosen = jest.fn();
    const person = jest.fn().mockResolvedValue(oskar);
    const find = jest.fn().mockResolvedValue([]);
    const choice = await make(OwnerChoice, OwnerChoiceHarness, { owner: 'o', me: 'h', person, find }, { chosen });
    expect(await choice.chosen()).toBe('Oskar');
    expect(await choice.canSearch()).toBe(true);
    const [, nobody] = await choice.offered();
    await choice.choose(nobody ?? '');
    expect(chosen).toHaveBeenLastCalledWith('nobody');
  });
});
