import { afterNextRender, ChangeDetectionStrategy, Component, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { ChallengesApi } from '../../api/challenges-api';
import { Loaded } from '../../api/loaded';
import { MembersApi } from '../../api/members-api';
import { UnitsApi } from '../../api/units-api';
import { Session } from '../../session/session';
import type { AskedFilter } from '../../ui/idea-filter/asked-filter';
import { IdeaFilter } from '../../ui/idea-filter/idea-filter';

/** What the board is narrowed by; it comes when it is asked for, and takes the focus then. */
@Component({
  selector: 'polku-board-filter-bar',
  imports: [IdeaFilter],
  template: `
    <polku-idea-filter
      [filter]="filter()"
      [units]="units.value() ?? []"
      [challenges]="challenges.value() ?? []"
      [me]="session.membership()?.member"
      [find]="find"
      [person]="person"
      (changed)="changed.emit($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardFilterBar {
  private readonly api = inject(UnitsApi);
  private readonly challengesApi = inject(ChallengesApi);
  private readonly members = inject(MembersApi);
  private readonly bar = viewChild.required(IdeaFilter);
  protected readonly session = inject(Session);

  readonly filter = input.required<AskedFilter>();
  /** Whether somebody has just asked for it. */
  readonly wanted = input(false);
  readonly changed = output<Readonly<Record<string, string | null>>>();

  protected readonly units = new Loaded(async () => (await this.api.list(this.session.organisation())).items);
  protected readonly challenges = new Loaded(() => this.challengesApi.choices(this.session.organisation()));
  protected readonly find = (q: string) => this.members.find(this.session.organisation(), q);
  protected readonly person = (id: string) => this.members.read(this.session.organisation(), id);

  constructor() {
    effect(() => {
      if (this.session.organisation()) untracked(() => void Promise.all([this.units.load(), this.challenges.load()]));
    });
    afterNextRender(() => {
      if (this.wanted()) this.bar().focus();
    });
  }
}
