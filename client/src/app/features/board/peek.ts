import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  resource,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatAnchor, MatIconButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiClose } from '@mdi/js';
import { debounceTime, filter, merge } from 'rxjs';
import { IdeasApi } from '../../api/ideas-api';
import { asProblem } from '../../api/problem-error';
import { Languages } from '../../i18n/languages';
import { injectListing } from '../../i18n/listing';
import { injectTranslate } from '../../i18n/translate';
import { Live } from '../../live/live';
import { lookAt } from '../../live/look-at';
import { Presence } from '../../live/presence';
import { Session } from '../../session/session';
import { Icon } from '../../ui/icon/icon';
import { Refusals } from '../../ui/refusals/refusals';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { RichText } from '../../ui/rich-text/rich-text';
import { Tag } from '../../ui/tag/tag';
import { WhoLooks } from '../../ui/who-looks/who-looks';
import { injectCardFacts } from './card-facts';

/** An idea in short, beside the board. */
@Component({
  selector: 'polku-peek',
  imports: [ErrorState, Icon, MatAnchor, MatIconButton, Refusals, RichText, RouterLink, Skeleton, Tag, WhoLooks],
  templateUrl: './peek.html',
  styleUrl: './peek.scss',
  host: { '(keydown.escape)': 'closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Peek {
  readonly number = input.required<number>();
  readonly closed = output();

  private readonly ideas = inject(IdeasApi);
  private readonly languages = inject(Languages);
  private readonly cardFacts = injectCardFacts();
  private readonly presence = inject(Presence);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly list = injectListing();
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiClose;

  protected readonly asked = resource({
    params: () => ({ organisation: this.session.organisation(), number: this.number(), language: this.languages.current() }),
    loader: ({ params }) => this.ideas.read(params.organisation, params.number),
  });
  protected readonly idea = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly facts = computed(() => {
    const idea = this.idea();
    return idea && this.cardFacts(idea);
  });
  protected readonly problem = computed(() => {
    const error = this.asked.error();
    return error ? asProblem(error.cause ?? error).code : null;
  });
  protected readonly lookers = computed(() => this.presence.at(this.number()));
  protected readonly blocking = computed(() => this.idea()?.next?.checks.filter((it) => !it.met && it.code !== 'role-in') ?? []);
  protected readonly people = computed(() => {
    const idea = this.idea();
    if (!idea) return '';
    const names = [idea.submitter, idea.owner, ...idea.team].filter((it) => it !== null).map((it) => it.name);
    return this.list([...new Set(names)]);
  });

  constructor() {
    lookAt(() => this.idea()?.number ?? 0);
    const live = inject(Live);
    const here = live.changes.pipe(filter((it) => it.number === this.number()));
    merge(here, live.resets)
      .pipe(debounceTime(200), takeUntilDestroyed())
      .subscribe(() => this.asked.reload());
    let shown: number | undefined;
    afterRenderEffect(() => {
      if (this.number() === shown) return;
      shown = this.number();
      this.heading().nativeElement.focus({ preventScroll: true });
    });
  }
}
