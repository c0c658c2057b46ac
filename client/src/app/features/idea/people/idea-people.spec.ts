import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { IdeaView, PersonView, Standing } from '#contracts';
import { AttachmentsApi } from '../../../api/attachments-api';
import { CommentsApi } from '../../../api/comments-api';
import { DecisionsApi } from '../../../api/decisions-api';
import { ExperimentsApi } from '../../../api/experiments-api';
import { FollowersApi } from '../../../api/followers-api';
import { IdeasApi } from '../../../api/ideas-api';
import { ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Messages } from '../../../ui/messages/messages';
import { OpenIdea } from '../open-idea';
import { anIdea } from '../testing/an-idea';
import { FollowButtons } from './follow-buttons';
import { IdeaPeople } from './idea-people';
import { IdeaStanding } from './idea-standing';
import { FollowButtonsHarness, IdeaPeopleHarness } from './testing/people-harnesses';

@Component({ imports: [FollowButtons, IdeaPeople], template: '<polku-follow-buttons /><polku-idea-people />' })
class Page {}

const person = (name: string): PersonView => ({ id: `m-${name}`, name, unit: null });
const NOBODY: Standing = { following: false, supported: false, followers: 0, supporters: 0 };

describe('the people of an idea', () => {
  const api = { list: jest.fn(), join: jest.fn(), leave: jest.fn() };
  const say = jest.fn();
  const nothing = { read: jest.fn(), history: jest.fn(), ofIdea: jest.fn() };

  const show = async (more: Partial<IdeaView> = {}) => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        OpenIdea,
        IdeaStanding,
        { provide: FollowersApi, useValue: api },
        { provide: Messages, useValue: { say } },
        ...[AttachmentsApi, CommentsApi, IdeasApi, DecisionsApi, ExperimentsApi, RolloutsApi].map((provide) => ({
          provide,
          useValue: nothing,
        })),
      ],
    });
    const open = TestBed.inject(OpenIdea);
    nothing.history.mockResolvedValue({ items: [], next: null });
    nothing.ofIdea.mockResolvedValue({ items: [], next: null });
    nothing.read.mockResolvedValue(anIdea(more));
    open.open('aleksandrow', 12);
    open.idea.set(anIdea(more));
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return { buttons: await loader.getHarness(FollowButtonsHarness), people: await loader.getHarness(IdeaPeopleHarness), open, fixture };
  };

  it('can be followed and supported by one press, which shows before it is kept', async () => {
    const { buttons, people } = await show({ supporters: 2 });
    expect(await buttons.shown()).toEqual(['Follow', 'Support 2']);
    let answer: (standing: Standing) => void = () => undefined;
    api.join.mockReturnValue(new Promise<Standing>((done) => (answer = done)));
    await buttons.press('Support');
    expect(await buttons.shown()).toEqual(['Follow', '* Support 3']);
    expect(api.join).toHaveBeenCalledWith('aleksandrow', 12, 'supporters');
    // Somebody else did so too, meanwhile.
    answer({ ...NOBODY, supported: true, supporters: 4 });
    expect(await buttons.shown()).toEqual(['Follow', '* Support 4']);
    expect(await people.counts()).toEqual(['4 people support it', 'Nobody follows it yet']);
    api.join.mockResolvedValue({ following: true, supported: true, followers: 1, supporters: 4 });
    await buttons.press('Follow');
    expect(await buttons.shown()).toEqual(['* Following', '* Support 4']);
    api.leave.mockResolvedValue({ following: false, supported: true, followers: 0, supporters: 4 });
    await buttons.press('Following');
    expect(api.leave).toHaveBeenCalledWith('aleksandrow', 12, 'followers');
    expect(await buttons.shown()).toEqual(['Follow', '* Support 4']);
  });

  it('goes back and says so when it could not be kept', async () => {
    const { buttons } = await show({ following: true, followers: 1 });
    api.leave.mockRejectedValue(new ProblemError('offline', 0, ''));
    await buttons.press('Following');
    expect(await buttons.shown()).toEqual(['* Following', 'Support']);
    expect(say).toHaveBeenCalledWith('This could not be kept. Try again.');
  });

  it('asks once for two presses in one breath', async () => {
    const { buttons } = await show();
    api.join.mockReturnValue(new Promise(() => undefined));
    await buttons.press('Follow');
    await buttons.press('Following');
    expect([api.join.mock.calls.length, api.leave.mock.calls.length]).toEqual([1, 0]);
  });

  it('are named when their list is opened, page by page, and again when there are more of them', async () => {
    const { people, open, fixture } = await show({ supporters: 3, followers: 1 });
    expect(await people.counts()).toEqual(['3 people support it', 'One person follows it']);
    expect(api.list).not.toHaveBeenCalled();
    api.list.mockImplementation((_organisation, _number, _way, cursor) =>
      Promise.resolve(cursor ? { items: [person('Hanna')], next: null } : { items: [person('Tomek'), person('Maja')], next: 'on' }),
    );
    await people.toggle('3 people support it');
    expect(await people.names()).toEqual(['Tomek', 'Maja']);
    await people.more();
    expect(await people.names()).toEqual(['Tomek', 'Maja', 'Hanna']);
    api.list.mockResolvedValue({ items: ['Oskar', 'Tomek', 'Maja', 'Hanna'].map(person), next: null });
    open.idea.set(anIdea({ supporters: 4, followers: 1 }));
    for (let round = 0; round < 10; round += 1) await fixture.whenStable();
    expect(await people.names()).toEqual(['Oskar', 'Tomek', 'Maja', 'Hanna']);
    await people.toggle('4 people support it');
    expect(await people.names()).toEqual([]);
  });
});
