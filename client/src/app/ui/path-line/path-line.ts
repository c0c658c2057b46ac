import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { DecisionKind } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { StationMark, type StationState } from './station-mark';

/** A station of the line. */
export interface PathStation {
  readonly key: string;
  readonly name: string;
  readonly state: StationState;
  /** The decision between this station and the next. */
  readonly gate: DecisionKind | null;
  /** A quiet line below the name, such as `since 6 May`. */
  readonly detail?: string | null;
}

/**
 * The path line: stations on one line, decisions as diamonds. On a narrow screen it runs down the page. `--station-ground` is the colour
 * on which it lies.
 */
@Component({
  selector: 'polku-path-line',
  imports: [StationMark],
  template: `
    <ol [attr.aria-label]="label() || t('ui.path.label')">
      @for (station of stations(); track station.key; let first = $first; let last = $last) {
        <li [class]="station.state" [class.gated]="station.gate" [attr.aria-current]="station.state === 'now' ? 'step' : null">
          <polku-station-mark [state]="station.state" [place]="first ? 'first' : last ? 'last' : 'inner'" [gate]="gateOf(station)" />
          <div class="words">
            <b>{{ station.name }}</b>
            @if (station.state === 'left') {
              <span class="detail">{{ t('ui.path.left') }}</span>
            } @else if (station.state !== 'open') {
              <span class="cdk-visually-hidden">, {{ t('ui.path.' + station.state) }}</span>
            }
            @if (station.detail; as detail) {
              <span class="detail">{{ detail }}</span>
            }
            @if (station.state !== 'left' && station.gate; as gate) {
              <span class="cdk-visually-hidden">, {{ t('ui.path.then', { decision: t('codes.decision.' + gate) }) }}</span>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './path-line.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PathLine {
  readonly stations = input.required<readonly PathStation[]>();
  /** What the line is of; the path of an idea when nothing is said. */
  readonly label = input('');
  protected readonly t = injectTranslate();

  protected gateOf(station: PathStation): string | null {
    return station.gate ? this.t(`codes.gate.${station.gate}`) : null;
  }
}
