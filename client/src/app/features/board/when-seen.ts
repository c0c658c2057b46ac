import { afterNextRender, DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells when the element comes into view. */
@Directive({ selector: '[polkuWhenSeen]' })
export class WhenSeen {
  readonly polkuWhenSeen = output();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((it) => it.isIntersecting)) this.polkuWhenSeen.emit();
        },
        // A little before it is seen, so that scrolling does not stop.
        { rootMargin: '300px' },
      );
      observer.observe(element);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }
}
