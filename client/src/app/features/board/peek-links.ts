import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/**
 * Where the titles of cards lead: to the board as its address shows it, with one idea beside it. Written once for all cards: a router's link
 * on each would write and read the whole address again for every one of them.
 */
@Injectable()
export class PeekLinks {
  private readonly router = inject(Router);
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  private readonly beginning = computed(() => {
    const tree = this.router.parseUrl(this.address());
    const { peek: _peek, ...others } = tree.queryParams;
    tree.queryParams = others;
    const board = this.router.serializeUrl(tree);
    return `${board}${board.includes('?') ? '&' : '?'}peek=`;
  });

  /** The address of the board with the idea `number` beside it. */
  of(number: number): string {
    return `${this.beginning()}${number}`;
  }

  open(number: number): void {
    void this.router.navigateByUrl(this.of(number));
  }
}
