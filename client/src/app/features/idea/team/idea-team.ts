import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAccountStarOutline, mdiClose } from '@mdi/js';
import type { PersonView } from '#contracts';
import { IdeasApi } from '../../../api/ideas-api';
import { MembersApi } from '../../../api/members-api';
import { asProblem } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { Avatar } from '../../../ui/avatar/avatar';
import { giveBack } from '../../../ui/give-back';
import { Icon } from '../../../ui/icon/icon';
import { MemberSearch, type FoundPerson } from '../../../ui/member-search/member-search';
import { Messages } from '../../../ui/messages/messages';
import { injectRefusalWords } from '../../../ui/refusals/refusal-words';
import { OpenIdea } from '../open-idea';

/** Who works on the idea: joining, leaving, adding somebody, and who owns it. */
@Component({
  selector: 'polku-idea-team',
  imports: [Avatar, Icon, MatButton, MemberSearch],
  templateUrl: './idea-team.html',
  styleUrl: './idea-team.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaTeam {
  private readonly ideas = inject(IdeasApi);
  private readonly members = inject(MembersApi);
  private readonly messages = inject(Messages);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly refusalWords = injectRefusalWords();
  private readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();
  protected readonly icons = { remove: mdiClose, owner: mdiAccountStarOutline };
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly search = viewChild(MemberSearch);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly adder = viewChild<unknown, ElementRef<HTMLElement>>('adder', { read: ElementRef });
  /** Joins, or leaves. */
  private readonly mine = viewChild<unknown, ElementRef<HTMLElement>>('mine', { read: ElementRef });

  protected readonly idea = computed(() => this.open.idea.value());
  protected readonly me = computed(() => this.session.membership()?.member ?? '');
  protected readonly mayEdit = computed(() => this.idea()?.mayEdit ?? false);
  protected readonly people = computed<readonly PersonView[]>(() => {
    const idea = this.idea();
    if (!idea) return [];
    const { owner, team } = idea;
    return owner && !team.some((it) => it.id === owner.id) ? [owner, ...team] : team;
  });
  protected readonly isIn = computed(() => this.people().some((it) => it.id === this.me()));
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);

  protected readonly findMembers = async (q: string): Promise<readonly FoundPerson[]> => {
    const page = await this.members.list(this.open.organisation(), { q, limit: 20 });
    const known = new Set(this.people().map((it) => it.id));
    return page.items.filter((it) => !known.has(it.id) && !it.roles.every((role) => role === 'resident'));
  };

  protected mayRemove(person: PersonView): boolean {
    const ownerId = this.idea()?.owner?.id;
    return person.id !== ownerId && person.id !== this.me() && (this.session.isHub() || ownerId === this.me());
  }

  protected mayLeave(): boolean {
    return this.isIn() && this.idea()?.owner?.id !== this.me();
  }

  protected startAdding(): void {
    this.adding.set(true);
    afterNextRender(() => this.search()?.focus(), { injector: this.injector });
  }

  protected stopAdding(): void {
    this.adding.set(false);
    giveBack(this.host, this.adder, this.injector);
  }

  protected async add(person: FoundPerson): Promise<void> {
    this.adding.set(false);
    await this.change(() => this.ideas.joinTeam(this.open.organisation(), this.open.number(), person.id), this.adder);
  }

  protected join(): Promise<void> {
    return this.change(() => this.ideas.joinTeam(this.open.organisation(), this.open.number(), this.me()), this.mine);
  }

  protected leave(): Promise<void> {
    return this.change(() => this.ideas.leaveTeam(this.open.organisation(), this.open.number(), this.me()), this.mine);
  }

  protected remove(member: string): Promise<void> {
    return this.change(() => this.ideas.leaveTeam(this.open.organisation(), this.open.number(), member));
  }

  protected makeOwner(person: PersonView): Promise<void> {
    return this.change(async () => {
      const version = this.idea()?.version ?? 0;
      this.open.idea.set(await this.ideas.edit(this.open.organisation(), this.open.number(), { version, owner: person.id }));
    });
  }

  /** Does it, and then gives the keyboard to what has taken the place of the button. */
  private async change(work: () => Promise<void>, next: () => ElementRef<HTMLElement> | undefined = this.heading): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      const problem = asProblem(error);
      const reasons = problem.refusals.map((it) => this.refusalWords(it)).join(' · ');
      this.messages.say(reasons || this.t('idea.team-failed'));
    } finally {
      this.busy.set(false);
      // Who is in the team decides what may be done with every part of the idea.
      await this.open.refresh();
      giveBack(this.host, () => next() ?? this.heading(), this.injector);
    }
  }
}
