import { TestBed } from '@angular/core/testing';
import type { DecisionView } from '#contracts';
import { DecisionsApi } from '../../api/decisions-api';
import { ProblemError } from '../../api/problem-error';
import { DecisionsQueue, inOrder } from './decisions-queue';

const decision = (id: string, more: Partial<DecisionView> = {}): DecisionView => ({
  id,
  idea: { number: 12, title: 'Green bus stops', step: 'explore-idea', stepName: 'Explore idea' },
  kind: 'time',
  state: 'requested',
  from: 'explore-idea',
  to: 'explore-set-up',
  toName: 'Explore set-up',
  decider: null,
  askedBy: null,
  askedAt: '2026-03-03T08:00:00Z',
  deadline: '2026-03-13T22:59:59Z',
  overdue: false,
  note: null,
  outcome: null,
  reason: null,
  decidedAt: null,
  mustChange: null,
  againstVerdict: false,
  explanation: null,
  panelSize: 0,
  scored: 0,
  panelState: null,
  refusals: [],
  ...more,
});

describe('the queue of decisions', () => {
  const api = { list: jest.fn(), make: jest.fn() };
  let queue: DecisionsQueue;
  const ids = (): string[] => queue.items().map((it) => it.id);

  beforeEach(() => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({ providers: [DecisionsQueue, { provide: DecisionsApi, useValue: api }] });
    queue = TestBed.inject(DecisionsQueue);
  });

  it('has what waits first, by its deadline, then what is decided, newest first', () => {
    const ordered = inOrder([
      decision('old', { state: 'decided', decidedAt: '2026-01-01T00:00:00Z' }),
      decision('later', { deadline: '2026-05-01' }),
      decision('new', { state: 'decided', decidedAt: '2026-02-01T00:00:00Z' }),
      decision('soon', { deadline: '2026-04-01' }),
    ]);
    expect(ordered.map((it) => it.id)).toEqual(['soon', 'later', 'new', 'old']);
  });

  it('asks for mine, for those I decided, and for all', async () => {
    api.list.mockResolvedValue({ items: [], next: null });
    await queue.show('aleksandrow', 'mine');
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', { mine: true });
    await queue.show('aleksandrow', 'decided');
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', { mine: true, state: 'decided' });
    await queue.show('aleksandrow', 'all');
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', {});
  });

  it('keeps what was just decided in sight, with its outcome', async () => {
    api.list.mockResolvedValue({ items: [decision('a'), decision('b')], next: null });
    await queue.show('aleksandrow', 'mine');
    api.make.mockResolvedValue(decision('a', { state: 'decided', outcome: 'yes', decidedAt: '2026-03-04T08:00:00Z' }));
    expect(await queue.decide('a', { outcome: 'yes', reason: 'cheap' })).toBeUndefined();
    api.list.mockResolvedValue({ items: [decision('b')], next: null });
    await queue.again();
    expect(ids()).toEqual(['b', 'a']);
    expect(queue.items()[1]?.outcome).toBe('yes');
  });

  it('says why a decision was not saved', async () => {
    api.make.mockRejectedValue(new ProblemError('refused', 409, '', [{ code: 'decision-undecided', params: {}, link: null }]));
    expect((await queue.decide('a', { outcome: 'yes', reason: 'cheap' }))?.refusals[0]?.code).toBe('decision-undecided');
  });
});
