import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { IdeaView, PersonView } from '#contracts';
import { IdeasApi } from '../../../api/ideas-api';
import { Loaded } from '../../../api/loaded';
import { MembersApi } from '../../../api/members-api';
import { ProblemError } from '../../../api/problem-error';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Session } from '../../../session/session';
import { Messages } from '../../../ui/messages/messages';
import { OpenIdea } from '../open-idea';
import { anIdea } from '../testing/an-idea';
import { IdeaTeam } from './idea-team';
import { IdeaTeamHarness } from './testing/idea-team-harness';

const maja: PersonView = { id: 'm-maja', name: 'Maja', unit: null };
const tomek: PersonView = { id: 'm-tomek', name: 'Tomek', unit: null };

describe('the team of an idea', () => {
  const ideas = { joinTeam: jest.fn(), leaveTeam: jest.fn() };
  const say = jest.fn();
  let team: PersonView[];

  /** Tomek looks at the idea of Maja. */
  const show = async (isHub = false): Promise<IdeaTeamHarness> => {
    jest.resetAllMocks();
    team = [maja];
    const known = (id: string): PersonView => (id === tomek.id ? tomek : maja);
    ideas.joinTeam.mockImplementation((_organisation: string, _number: number, id: string) => Promise.resolve(void team.push(known(id))));
    ideas.leaveTeam.mockImplementation((_organisation: string, _number: number, id: string) => {
      team = team.filter((it) => it.id !== id);
      return Promise.resolve();
    });
    const idea = new Loaded<IdeaView>(() => Promise.resolve(anIdea({ team: [...team] })));
    await idea.load();
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: OpenIdea, useValue: { idea, organisation: () => 'aleksandrow', number: () => 12, refresh: () => idea.load() } },
        { provide: IdeasApi, useValue: ideas },
        { provide: MembersApi, useValue: { list: () => Promise.resolve({ items: [] }) } },
        { provide: Messages, useValue: { say } },
        { provide: Session, useValue: { membership: () => ({ member: tomek.id }), isHub: () => isHub } },
      ],
    });
    const fixture = TestBed.createComponent(IdeaTeam);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, IdeaTeamHarness);
  };

  it('is joined and left by one button each, and the keyboard stays where they are', async () => {
    const part = await show();
    await part.press('Join the team');
    expect(await part.people()).toEqual(['Maja', 'Tomek']);
    expect(await part.focused()).toBe('Leave the team');
    await part.press('Leave the team');
    expect(await part.people()).toEqual(['Maja']);
    expect(await part.focused()).toBe('Join the team');
  });

  it('keeps the keyboard on the button when it could not be joined, and says so', async () => {
    const part = await show();
    ideas.joinTeam.mockRejectedValue(new ProblemError('offline', 0, ''));
    await part.press('Join the team');
    expect(say).toHaveBeenCalledTimes(1);
    expect(await part.focused()).toBe('Join the team');
  });

  it('gives the keyboard to its heading when somebody is taken out of it', async () => {
    const part = await show(true);
    await part.press('Take out of the team: Maja');
    expect(await part.people()).toEqual([]);
    expect(await part.focused()).toBe('Team');
  });

  it('gives the keyboard back to its button when nobody is added', async () => {
    const part = await show();
    await part.press('Add somebody');
    expect(await part.focused()).toBe('field');
    await part.press('Cancel');
    expect(await part.focused()).toBe('Add somebody');
  });
});
