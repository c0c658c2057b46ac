import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { ChallengeView } from '#contracts';
import { ChallengesApi } from '../../api/challenges-api';
import { MembersApi } from '../../api/members-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { Messages } from '../../ui/messages/messages';
import { ChallengeDialog } from './challenge-dialog';
import { aChallenge } from './testing/a-challenge';
import { ChallengeDialogHarness } from './testing/challenge-harnesses';

describe('writing a challenge', () => {
  const api = { ask: jest.fn(), edit: jest.fn() };
  const [close, say] = [jest.fn(), jest.fn()];

  const open = async (challenge: ChallengeView | null): Promise<ChallengeDialogHarness> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: MatDialogRef, useValue: { close } },
        { provide: MAT_DIALOG_DATA, useValue: challenge },
        { provide: ChallengesApi, useValue: api },
        { provide: MembersApi, useValue: { find: jest.fn() } },
        { provide: Messages, useValue: { say } },
        {
          provide: Session,
          useValue: { organisation: () => 'aleksandrow', me: () => ({ name: 'Hanna' }), membership: () => ({ member: 'm-hanna' }) },
        },
      ],
    });
    const fixture = TestBed.createComponent(ChallengeDialog);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ChallengeDialogHarness);
  };

  beforeEach(() => jest.resetAllMocks());

  it('asks it once it has a question, a reason and a period, and whoever asks answers for it', async () => {
    const dialog = await open(null);
    await dialog.send();
    expect(await (await dialog.field('Question')).error()).toBe('This is needed');
    await (await dialog.field('Question')).type('Where is shade?');
    await (await dialog.field('Why we ask')).type('It is hot.');
    await (await dialog.field('First day')).enter('2026-03-02');
    await (await dialog.field('Last day')).enter('2026-03-01');
    await dialog.send();
    expect(await (await dialog.field('Last day')).error()).toBe('This lies before the first day');
    expect(api.ask).not.toHaveBeenCalled();
    await (await dialog.field('Last day')).enter('2026-03-20');
    api.ask.mockRejectedValueOnce(new ProblemError('offline', 0, '')).mockResolvedValueOnce(aChallenge());
    await dialog.send();
    expect(await dialog.text()).toContain('Polku cannot be reached');
    await dialog.send();
    const asked = { question: 'Where is shade?', about: 'It is hot.', criteria: '', opensOn: '2026-03-02', closesOn: '2026-03-20' };
    expect(api.ask).toHaveBeenLastCalledWith('aleksandrow', { ...asked, owner: 'm-hanna' }, expect.any(String));
    expect(api.ask.mock.calls[0]?.[2]).toBe(api.ask.mock.calls[1]?.[2]);
    expect([say.mock.lastCall, close.mock.lastCall]).toEqual([['Asked: Where is shade?'], [true]]);
  });

  it('sends only what was changed, and once more over what somebody else wrote meanwhile', async () => {
    const dialog = await open(aChallenge());
    await (await dialog.field('What a good answer is')).type('- quick');
    api.edit.mockRejectedValueOnce(
      new ProblemError('version-conflict', 409, '', [], aChallenge({ version: 7, question: 'Where is more shade?' })),
    );
    await dialog.send();
    expect(api.edit).toHaveBeenLastCalledWith('aleksandrow', aChallenge().id, { version: 4, criteria: '- quick' });
    expect(await dialog.text()).toContain('Somebody else changed this challenge meanwhile');
    api.edit.mockResolvedValueOnce(aChallenge({ version: 8 }));
    await dialog.send();
    expect(api.edit).toHaveBeenLastCalledWith('aleksandrow', aChallenge().id, { version: 7, criteria: '- quick' });
    expect(close).toHaveBeenCalledWith(true);
  });

  it('shows what the server says of a field, and of the owner', async () => {
    const dialog = await open(aChallenge());
    const fields = [
      { path: 'owner', code: 'not-a-member', message: '' },
      { path: 'closesOn', code: 'year-out-of-range', message: '' },
    ] as const;
    api.edit.mockRejectedValueOnce(new ProblemError('invalid', 422, '', [], undefined, [...fields]));
    await (await dialog.field('Question')).type('Where is water?');
    await dialog.send();
    expect(await (await dialog.field('Last day')).error()).toContain('This year cannot be right');
    expect(await dialog.text()).toContain('This is not a member of the organisation');
  });
});
