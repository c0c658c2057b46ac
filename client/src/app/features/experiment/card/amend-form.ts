import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { apply, form, FormRoot, type SchemaPathTree, schema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LIMITS } from '#contracts/constants';
import { ExperimentsApi } from '../../../api/experiments-api';
import { Languages } from '../../../i18n/languages';
import { injectListing } from '../../../i18n/listing';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import { Messages } from '../../../ui/messages/messages';
import { goToPlace, injectGoTo } from '../go-to';
import { OpenExperiment } from '../open-experiment';
import { cardOf, decimalSign, entryOf, missingIn, type CardEntry } from '../plan/card-entry';
import { CardFields } from '../plan/card-fields';
import { cardRules } from '../plan/card-rules';
import { injectUsualCurrency } from '../plan/currencies';
import { injectEntryWords } from '../plan/entry-words';
import { changedIn, mergeEntries } from '../plan/merge-entries';

interface Amendment {
  readonly reason: string;
  readonly card: CardEntry;
}

/** Changes a locked card, with the reason: the card as it was stays beside it, for everybody to see. */
@Component({
  selector: 'polku-amend-form',
  imports: [CardFields, FormProblem, FormRoot, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <h3 id="amend-title" tabindex="-1">{{ t('experiment.amend.title') }}</h3>
      <p class="lead" [class.data]="hasData()">
        {{ t(hasData() ? 'experiment.amend.text-data' : 'experiment.amend.text') }}
      </p>
      <polku-text-field
        kind="lines"
        [field]="fields.reason"
        [label]="t('codes.name.reason')"
        [hint]="t('experiment.amend.reason-hint')"
        [limit]="limit"
      />
      <polku-card-fields prefix="amend" question="stays" [fields]="fields.card" [team]="team()" [kindIs]="hasData() ? 'fixed' : 'open'" />
      <p class="changes" aria-live="polite">{{ changes() }}</p>
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-flat-button type="submit" [disabled]="fields().submitting()">{{ t('experiment.amend.do') }}</button>
        <button mat-button type="button" (click)="leave()" [disabled]="fields().submitting()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    .lead {
      margin: 2px 0 var(--s4);
      color: var(--ink-2);

      &.data {
        color: var(--waiting);
        font-weight: 600;
      }
    }

    .changes {
      margin: var(--s4) 0 var(--s3);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AmendForm {
  private readonly api = inject(ExperimentsApi);
  private readonly languages = inject(Languages);
  private readonly usualCurrency = injectUsualCurrency();
  private readonly messages = inject(Messages);
  private readonly words = injectEntryWords();
  private readonly list = injectListing();
  private readonly open = inject(OpenExperiment);
  private readonly goTo = injectGoTo();
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  /** The card from which the changes began. */
  private readonly began = signal(this.now());
  protected readonly entry = signal<Amendment>({ reason: '', card: this.began() });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path: SchemaPathTree<Amendment>) => {
      needed(path.reason);
      atMost(path.reason, LIMITS.text);
      apply(path.card, schema(cardRules));
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );
  protected readonly team = computed(() => this.open.idea.value()?.team ?? []);
  protected readonly hasData = computed(() => (this.open.experiment.value()?.measurements.length ?? 0) > 0);
  // The question is no part of the card, and stays.
  private readonly changed = computed(() => changedIn(this.began(), this.entry().card).filter((name) => name !== 'title'));
  protected readonly changes = computed(() => {
    const missing = missingIn(this.entry().card);
    if (missing.length > 0) {
      return this.t('experiment.amend.missing', { fields: this.list(missing.map((field) => this.t(`codes.card.${field}`))) });
    }
    const changed = this.changed();
    if (changed.length === 0) return this.t('experiment.amend.nothing');
    return this.t('experiment.amend.changes', { fields: this.list(changed.map((name) => this.words.name(name))) });
  });

  constructor() {
    afterNextRender(() => goToPlace('amend-title'));
  }

  protected leave(): void {
    this.open.doing.set(null);
    this.goTo('card');
  }

  /** Somebody else was faster: what only they changed is theirs, what is written here stays. */
  private takeOver(): void {
    const theirs = this.now();
    const { entry } = mergeEntries(this.began(), this.entry().card, theirs);
    this.began.set(theirs);
    this.entry.update((it) => ({ ...it, card: entry }));
  }

  private now(): CardEntry {
    const experiment = this.open.experiment.value();
    if (!experiment) throw new Error('There is no card to amend.');
    return entryOf(experiment, decimalSign(this.languages.locale()));
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { reason, card } = this.entry();
    const problem = await this.open.act((organisation, { id, version }) =>
      this.api.amend(organisation, id, { version, reason: reason.trim(), card: cardOf(card, this.usualCurrency()) }),
    );
    if (problem && problem.fields.length > 0) {
      return serverErrors(
        this.fields,
        problem.fields.map((it) => ({
          ...it,
          path: it.path.replace('costCap.amount', 'costAmount').replace('costCap.currency', 'costCurrency'),
        })),
      );
    }
    this.problem.set(problem);
    if (problem?.code === 'version-conflict') this.takeOver();
    if (problem) return undefined;
    this.messages.say(this.t('experiment.amend.done'));
    this.leave();
    return undefined;
  }
}
