import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ChallengesApi } from '../../api/challenges-api';
import { ProblemError } from '../../api/problem-error';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { Dialogs } from '../../ui/dialogs';
import { ChallengesPage } from './challenges-page';
import { aChallenge } from './testing/a-challenge';
import { ChallengesPageHarness } from './testing/challenge-harnesses';

describe('the page of challenges', () => {
  const list = jest.fn();
  const openDialog = jest.fn();
  const coming = aChallenge({ id: 'c2', question: 'What is too loud?', state: 'coming', opensOn: '2099-03-03', closesOn: '2099-04-03' });
  const closed = aChallenge({ id: 'c3', question: 'Which form can go?', state: 'closed', ideas: 0, owner: null });

  const open = async (isHub = false): Promise<ChallengesPageHarness> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: ChallengesApi, useValue: { list } },
        { provide: Dialogs, useValue: { open: openDialog } },
        { provide: Session, useValue: { organisation: signal('aleksandrow'), isHub: signal(isHub) } },
      ],
    });
    await TestBed.inject(Languages).start();
    const fixture = TestBed.createComponent(ChallengesPage);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ChallengesPageHarness);
  };

  beforeEach(() => {
    jest.resetAllMocks();
    list.mockResolvedValue({ items: [coming, aChallenge(), closed], next: null });
  });

  it('says what is asked, until when and by whom, and leads to the ideas', async () => {
    const page = await open();
    const [first, second, third] = await page.cards();
    expect([await first?.head(), await second?.head(), await third?.head()]).toEqual([
      ['What is too loud?', 'to come'],
      ['Where is shade?', 'open'],
      ['Which form can go?', 'closed'],
    ]);
    expect(await first?.text()).toMatch(/opens on 3 Mar 2099, until 3 Apr 2099/);
    expect(await second?.text()).toMatch(/open until 20 Mar.*asked by Hanna.*2 ideas/);
    expect(await third?.text()).toMatch(/closed on 20 Mar.*no ideas(?! yet)/);
    expect(await second?.leadsTo('2 ideas')).toBe(`/aleksandrow/ideas?challenge=${aChallenge().id}`);
  });

  it('expects ideas still as long as it is not closed', async () => {
    list.mockResolvedValue({ items: [{ ...coming, ideas: 0 }, aChallenge({ ideas: 0 }), closed], next: null });
    const cards = await (await open()).cards();
    const said = await Promise.all(cards.map(async (it) => /no ideas( yet)?/.exec(await it.text())?.[0]));
    expect(said).toEqual(['no ideas yet', 'no ideas yet', 'no ideas']);
  });

  it('lets everybody answer what is open, and the hub alone ask and change', async () => {
    const page = await open();
    const [first, second] = await page.cards();
    expect(await second?.leadsTo('Answer with an idea')).toBe(`/aleksandrow/ideas/new?challenge=${aChallenge().id}`);
    expect(await first?.leadsTo('Answer with an idea')).toBeNull();
    expect([await page.has('New challenge'), await second?.change()]).toEqual([false, false]);
  });

  it('shows what has changed once the hub has asked or changed one', async () => {
    const page = await open(true);
    list.mockResolvedValue({ items: [aChallenge({ question: 'Where is water?' })], next: null });
    openDialog.mockResolvedValue(true);
    await (await page.cards())[1]?.change();
    await page.text();
    expect(openDialog).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ data: aChallenge() }));
    expect(await page.questions()).toEqual(['Where is water?']);
    await page.press('New challenge');
    await page.text();
    expect(openDialog).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ data: null }));
  });

  it('goes on page by page', async () => {
    list.mockResolvedValueOnce({ items: [coming], next: 'after' });
    const page = await open();
    expect(await page.text()).toContain('1 challenge shown, there are more');
    list.mockResolvedValueOnce({ items: [closed], next: null });
    await page.press('Show more');
    expect(await page.questions()).toEqual(['What is too loud?', 'Which form can go?']);
  });

  it('teaches what a challenge is where there is none', async () => {
    list.mockResolvedValue({ items: [], next: null });
    expect(await (await open()).text()).toContain('A challenge is a question with a first and a last day');
  });

  it('says why nothing came, and tries again', async () => {
    list.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    const page = await open();
    expect(await page.text()).toContain('Polku cannot be reached');
    await page.press('Try again');
    expect(await page.questions()).toHaveLength(3);
  });
});
