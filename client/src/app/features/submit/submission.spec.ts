import { TestBed } from '@angular/core/testing';
import type { SubmitIdea } from '#contracts';
import { IdeasApi } from '../../api/ideas-api';
import { ProblemError } from '../../api/problem-error';
import { mayHaveArrived, Submission } from './submission';

const first: SubmitIdea = { title: 'Bench', need: 'Nowhere to sit' };

describe('a submission', () => {
  const ideas = { submit: jest.fn(), edit: jest.fn() };
  let submission: Submission;

  beforeEach(() => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({ providers: [{ provide: IdeasApi, useValue: ideas }] });
    submission = TestBed.inject(Submission);
  });

  it('is sent under the key of the attempt', async () => {
    ideas.submit.mockResolvedValue({ number: 7, version: 1 });
    expect((await submission.send('aleksandrow', first, { key: 'k', input: first })).number).toBe(7);
    expect(ideas.submit).toHaveBeenCalledWith('aleksandrow', first, 'k');
  });

  it('brings the idea up to date that had arrived before the text was changed, and makes no second one', async () => {
    const second = { ...first, title: 'Bench in the shade', tags: ['greenery'] };
    ideas.submit.mockRejectedValueOnce(new ProblemError('idempotency-mismatch', 422, ''));
    ideas.submit.mockResolvedValueOnce({ number: 7, version: 1 });
    ideas.edit.mockResolvedValue({ number: 7, version: 2 });
    expect((await submission.send('aleksandrow', second, { key: 'k', input: first })).number).toBe(7);
    expect(ideas.submit).toHaveBeenLastCalledWith('aleksandrow', first, 'k');
    expect(ideas.edit).toHaveBeenCalledWith(
      'aleksandrow',
      7,
      expect.objectContaining({ version: 1, title: 'Bench in the shade', tags: ['greenery'] }),
    );
  });

  it('passes on what the server refuses', async () => {
    const refused = new ProblemError('invalid', 422, '');
    ideas.submit.mockRejectedValue(refused);
    await expect(submission.send('aleksandrow', first, { key: 'k', input: first })).rejects.toBe(refused);
  });

  it('may have arrived when there was no answer or the server failed', () => {
    expect(mayHaveArrived(new ProblemError('offline', 0, ''))).toBe(true);
    expect(mayHaveArrived(new ProblemError('busy', 503, ''))).toBe(true);
    expect(mayHaveArrived(new ProblemError('invalid', 422, ''))).toBe(false);
  });
});
