import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RolloutState, RolloutView } from '#contracts';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { PathLine, type PathStation } from '../../../ui/path-line/path-line';

const line = ['planned', 'under-way', 'in-use', 'followed-up'] as const satisfies readonly RolloutState[];

/** How far a rollout is, as stations on a line; one that was withdrawn left it somewhere. */
@Component({
  selector: 'polku-rollout-line',
  imports: [PathLine],
  template: `<polku-path-line [label]="t('rollout.line')" [stations]="stations()" />`,
  styles: `
    :host {
      display: block;
      --station-ground: var(--surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RolloutLine {
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly rollout = input.required<Pick<RolloutView, 'state' | 'followUpOn' | 'measuredEffect'>>();
  /** Where a rollout that was withdrawn stood, if that is known. */
  readonly withdrawnFrom = input<string | null>(null);

  protected readonly stations = computed<readonly PathStation[]>(() => {
    const { state, followUpOn, measuredEffect } = this.rollout();
    const withdrawn = state === 'withdrawn';
    const place = line.findIndex((it) => it === (withdrawn ? this.withdrawnFrom() : state));
    const end = measuredEffect?.on ?? (withdrawn ? null : followUpOn);
    return line.map((key, at) => ({
      key,
      name: this.t(`codes.rollout-state.${key}`),
      state: at < place ? 'done' : at > place ? 'ahead' : withdrawn ? 'left' : at === line.length - 1 ? 'done' : 'now',
      gate: null,
      detail: key === 'followed-up' && end ? this.moments.day(end) : null,
    }));
  });
}
