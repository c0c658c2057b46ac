import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { IdeaView } from '#contracts';
import { ChallengesApi } from '../../../api/challenges-api';
import { IdeasApi } from '../../../api/ideas-api';
import { Loaded } from '../../../api/loaded';
import { ProblemError } from '../../../api/problem-error';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Session } from '../../../session/session';
import { OpenIdea } from '../open-idea';
import { anIdea } from '../testing/an-idea';
import { IdeaChallenge } from './idea-challenge';
import { IdeaChallengeHarness } from './testing/idea-challenge-harness';

const shade = { id: 'c-shade', question: 'Where is shade?' };
const noise = { id: 'c-noise', question: 'What is too loud?' };

describe('the challenge of an idea', () => {
  const ideas = { edit: jest.fn(), read: jest.fn() };
  const choices = jest.fn();
  let idea: Loaded<IdeaView>;

  const show = async (challenge: IdeaView['challenge'], isHub = true): Promise<IdeaChallengeHarness> => {
    jest.resetAllMocks();
    choices.mockResolvedValue([noise, { ...shade, id: 'c-2' }]);
    idea = new Loaded<IdeaView>(ideas.read);
    idea.set(anIdea({ challenge }));
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: OpenIdea, useValue: { idea, organisation: () => 'aleksandrow', number: () => 12, history: { load: jest.fn() } } },
        { provide: IdeasApi, useValue: ideas },
        { provide: ChallengesApi, useValue: { choices } },
        { provide: Session, useValue: { isHub: signal(isHub) } },
      ],
    });
    const fixture = TestBed.createComponent(IdeaChallenge);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, IdeaChallengeHarness);
  };

  it('leads to the ideas that answer it too; only the hub may change it', async () => {
    const part = await show(shade, false);
    expect([await part.question(), await part.leadsTo(), await part.mayChange()]).toEqual([
      'Where is shade?',
      '/aleksandrow/ideas?challenge=c-shade',
      false,
    ]);
  });

  it('is not there where there is none, unless for the hub', async () => {
    expect(await (await show(null, false)).isHidden()).toBe(true);
    TestBed.resetTestingModule();
    const part = await show(null);
    expect([await part.isHidden(), await part.mayChange()]).toEqual([false, true]);
  });

  it('is changed to another or to none, against the version that was seen', async () => {
    const part = await show(shade);
    await part.change();
    expect(await part.offered()).toEqual(['No challenge', '* Where is shade?', 'What is too loud?', 'Where is shade?']);
    ideas.edit.mockResolvedValue(anIdea({ version: 4, challenge: noise }));
    await part.choose('What is too loud?');
    expect(ideas.edit).toHaveBeenCalledWith('aleksandrow', 12, { version: 3, challenge: 'c-noise' });
    expect(await part.question()).toBe('What is too loud?');
    await part.change();
    ideas.edit.mockResolvedValue(anIdea({ version: 5 }));
    await part.choose('No challenge');
    expect(ideas.edit).toHaveBeenLastCalledWith('aleksandrow', 12, { version: 4, challenge: null });
  });

  it('gives the keyboard back to its button when it is left', async () => {
    const part = await show(shade);
    await part.change();
    expect(await part.focused()).toBe('select');
    await part.escape();
    expect(await part.focused()).toBe('button');
  });

  it('says that somebody else has changed the idea, and shows how it is now', async () => {
    const part = await show(null);
    await part.change();
    ideas.edit.mockRejectedValue(new ProblemError('version-conflict', 409, ''));
    ideas.read.mockResolvedValue(anIdea({ version: 9 }));
    await part.choose('What is too loud?');
    expect(await part.text()).toContain('Somebody else changed this');
    expect(idea.value()?.version).toBe(9);
  });

  it('says that the challenges could not be loaded', async () => {
    const part = await show(shade);
    choices.mockRejectedValue(new ProblemError('offline', 0, ''));
    await part.change();
    expect(await part.text()).toContain('The challenges could not be loaded.');
  });
});
