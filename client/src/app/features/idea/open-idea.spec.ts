import { TestBed } from '@angular/core/testing';
import { EVENT_KINDS } from '#contracts/constants';
import { DecisionsApi } from '../../api/decisions-api';
import { ExperimentsApi } from '../../api/experiments-api';
import { IdeasApi } from '../../api/ideas-api';
import { RolloutsApi } from '../../api/rollouts-api';
import { OpenIdea, partsChangedBy } from './open-idea';
import { anIdea } from './testing/an-idea';

describe('OpenIdea', () => {
  const empty = { items: [], next: null };
  const ideas = { read: jest.fn(), history: jest.fn() };
  const decisions = { ofIdea: jest.fn() };
  const experiments = { ofIdea: jest.fn() };
  const rollouts = { read: jest.fn() };
  let open: OpenIdea;

  beforeEach(() => {
    jest.resetAllMocks();
    ideas.read.mockResolvedValue(anIdea());
    ideas.history.mockResolvedValue(empty);
    decisions.ofIdea.mockResolvedValue(empty);
    experiments.ofIdea.mockResolvedValue(empty);
    rollouts.read.mockResolvedValue(null);
    TestBed.configureTestingModule({
      providers: [
        OpenIdea,
        { provide: IdeasApi, useValue: ideas },
        { provide: DecisionsApi, useValue: decisions },
        { provide: ExperimentsApi, useValue: experiments },
        { provide: RolloutsApi, useValue: rollouts },
      ],
    });
    open = TestBed.inject(OpenIdea);
  });

  it('fetches every part of the idea that is opened', async () => {
    open.open('aleksandrow', 12);
    await open.refresh();
    expect(ideas.read).toHaveBeenCalledWith('aleksandrow', 12);
    expect(open.idea.value()?.title).toBe('Green bus stops');
    expect(open.rollout.value()).toBeNull();
    expect(open.rollout.pending()).toBe(false);
  });

  it('fetches only what an event may have changed', async () => {
    open.open('aleksandrow', 12);
    await open.refresh();
    jest.clearAllMocks();
    await open.refresh('measurement-recorded');
    expect(experiments.ofIdea).toHaveBeenCalledTimes(1);
    expect(ideas.read).toHaveBeenCalledTimes(1);
    expect(decisions.ofIdea).not.toHaveBeenCalled();
    expect(rollouts.read).not.toHaveBeenCalled();
  });

  it('fetches what several events may have changed, each part once', async () => {
    open.open('aleksandrow', 12);
    await open.refresh();
    jest.clearAllMocks();
    await open.refresh('comment-written', 'members-mentioned', 'step-overdue', 'comment-edited');
    expect([ideas.read, ideas.history, decisions.ofIdea].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  });

  it('fetches the idea and its history after every event but a new place in the column, what is said and what is attached', () => {
    const [nothing, talk] = [
      ['idea-placed', 'members-mentioned'],
      ['comment-written', 'comment-edited', 'comment-deleted'],
    ];
    for (const kind of EVENT_KINDS) {
      const parts = partsChangedBy(kind);
      const isFile = kind.startsWith('attachment-');
      const isSaid = nothing.includes(kind) || talk.includes(kind);
      expect([kind, isSaid || isFile || (parts.includes('idea') && parts.includes('history'))]).toEqual([kind, true]);
      if (nothing.includes(kind)) expect(parts).toEqual([]);
      if (talk.includes(kind)) expect(parts).toEqual(['comments', 'history']);
      if (isFile) expect(parts).toEqual(['attachments', 'history']);
    }
  });

  it('forgets one idea before it shows another', () => {
    open.idea.set(anIdea());
    open.open('aleksandrow', 13);
    expect(open.idea.value()).toBeUndefined();
  });
});
