import { ChangeDetectionStrategy, Component, inject, Injector } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { whenIdle } from './ui/when-idle';

@Component({
  selector: 'polku-root',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    const injector = inject(Injector);
    // Without a network it is too late to fetch what says so.
    whenIdle(() => import('./shell/no-answer-page').catch(() => undefined));
    // Without a network nothing is lost: the next visit tries again.
    whenIdle(() =>
      import('./shell/kept-files').then(
        ({ KeptFiles }) => injector.get(KeptFiles).start(),
        () => undefined,
      ),
    );
  }
}
