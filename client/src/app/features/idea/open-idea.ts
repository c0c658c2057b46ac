import { computed, inject, Injectable, signal } from '@angular/core';
import type { AttachmentView, CommentView, DecisionView, EventKind, ExperimentView, HistoryItem, IdeaView, RolloutView } from '#contracts';
import { AttachmentsApi } from '../../api/attachments-api';
import { DecisionsApi } from '../../api/decisions-api';
import { ExperimentsApi } from '../../api/experiments-api';
import { IdeasApi } from '../../api/ideas-api';
import { CommentsApi } from '../../api/comments-api';
import { Loaded } from '../../api/loaded';
import { NewestPages } from '../../api/newest-pages';
import { RolloutsApi } from '../../api/rollouts-api';
import { isAboutDecisions } from '../../live/about-decisions';

/** The parts of an idea that are fetched one by one. */
type Part = 'idea' | 'decisions' | 'experiments' | 'rollout' | 'history' | 'comments' | 'attachments';

const everything: readonly Part[] = ['idea', 'decisions', 'experiments', 'rollout', 'history', 'comments', 'attachments'];

/** What an event may have changed. */
export const partsChangedBy = (kind: EventKind): readonly Part[] => {
  if (kind === 'idea-placed' || kind === 'members-mentioned') return [];
  if (kind.startsWith('comment-')) return ['comments', 'history'];
  if (kind.startsWith('attachment-')) return ['attachments', 'history'];
  if (kind === 'idea-moved') return everything.filter((part) => part !== 'comments' && part !== 'attachments');
  if (kind.startsWith('idea-') || kind.startsWith('team-') || kind.startsWith('step-')) return ['idea', 'history'];
  // Who works on it decides what may be done with it; so does every other part.
  if (isAboutDecisions(kind)) return ['idea', 'decisions', 'history'];
  if (kind.startsWith('rollout-') || kind.startsWith('follow-up-')) return ['idea', 'rollout', 'history'];
  return ['idea', 'experiments', 'history'];
};

/** The idea that the page shows, with its decisions, experiments, rollout and history. */
@Injectable()
export class OpenIdea {
  private readonly ideas = inject(IdeasApi);
  private readonly decisionsApi = inject(DecisionsApi);
  private readonly experimentsApi = inject(ExperimentsApi);
  private readonly rollouts = inject(RolloutsApi);
  private readonly attachmentsApi = inject(AttachmentsApi);
  private readonly commentsApi = inject(CommentsApi);
  private readonly at = signal({ organisation: '', number: 0 });

  readonly organisation = computed(() => this.at().organisation);
  readonly number = computed(() => this.at().number);

  readonly idea = new Loaded<IdeaView>(() => this.ideas.read(this.organisation(), this.number()));
  readonly decisions = new Loaded<readonly DecisionView[]>(
    async () => (await this.decisionsApi.ofIdea(this.organisation(), this.number())).items,
  );
  readonly experiments = new Loaded<readonly ExperimentView[]>(
    async () => (await this.experimentsApi.ofIdea(this.organisation(), this.number())).items,
  );
  readonly rollout = new Loaded<RolloutView | null>(() => this.rollouts.read(this.organisation(), this.number()));
  readonly history = new NewestPages<HistoryItem>((cursor) => this.ideas.history(this.organisation(), this.number(), cursor));
  readonly comments = new NewestPages<CommentView>((cursor) => this.commentsApi.ofIdea(this.organisation(), this.number(), cursor));
  readonly attachments = new NewestPages<AttachmentView>((cursor) =>
    this.attachmentsApi.ofIdea(this.organisation(), this.number(), cursor),
  );

  /** The field whose editor is asked for from elsewhere on the page. */
  readonly wanted = signal<string | null>(null);

  /** Shows another idea. */
  open(organisation: string, number: number): void {
    this.at.set({ organisation, number });
    this.wanted.set(null);
    for (const part of everything) this[part].clear();
    void this.load(everything);
  }

  /** Fetches again what these events may have changed; all of it when it is not known what happened. */
  refresh(...kinds: readonly EventKind[]): Promise<void> {
    return this.load(kinds.length === 0 ? everything : [...new Set(kinds.flatMap(partsChangedBy))]);
  }

  private async load(parts: readonly Part[]): Promise<void> {
    // What was said or attached earlier may be changed or gone; what happened stays as it is.
    await Promise.all(parts.map((part) => (part === 'comments' || part === 'attachments' ? this[part].loadShown() : this[part].load())));
  }
}
