import { LIMITS } from '#contracts/constants';
import { aDetail } from '../../../ui/decision/testing/a-decision';
import { draftOf, faultsIn, isEmpty, readDraft, scoresOf } from './scorecard-draft';

const { criteria } = aDetail();

describe('the draft of a scorecard', () => {
  it('begins empty, or with what was given', () => {
    expect(isEmpty(draftOf(criteria, null))).toBe(true);
    const given = { member: null, at: '', scores: [{ criterion: 'evidence', score: null, note: 'early' }] };
    expect(draftOf(criteria, given)).toEqual({
      desirability: { score: null, note: '' },
      evidence: { score: 'not-applicable', note: 'early' },
    });
  });

  it('reads what was kept with care', () => {
    const kept = { desirability: { score: 7, note: 3 }, evidence: { score: 2, note: 'so so' }, gone: { score: 1, note: '' } };
    expect(readDraft(criteria, kept)).toEqual({ desirability: { score: null, note: '' }, evidence: { score: 2, note: 'so so' } });
    expect(readDraft(criteria, 'nothing')).toBeNull();
  });

  it('lacks what has no answer, and says which note is too long', () => {
    const draft = { desirability: { score: 3 as const, note: 'x'.repeat(LIMITS.text + 1) }, evidence: { score: null, note: '' } };
    expect(faultsIn(criteria, draft)).toEqual({ desirability: 'too-long', evidence: 'score' });
  });

  it('is sent as scores, where not applicable is none', () => {
    const draft = { desirability: { score: 3 as const, note: ' yes ' }, evidence: { score: 'not-applicable' as const, note: ' ' } };
    expect(scoresOf(criteria, draft)).toEqual({
      scores: [
        { criterion: 'desirability', score: 3, note: 'yes' },
        { criterion: 'evidence', score: null, note: null },
      ],
    });
  });
});
