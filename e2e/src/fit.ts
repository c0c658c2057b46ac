import type { Page } from '@playwright/test';

/** What of a page's text is cut, lies beside the screen, or runs out of its box; empty when everything fits. */
export function whatDoesNotFit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5;
    const found = new Set<string>();
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    if (wide > width + SLACK) found.add(`the page is ${wide} wide on a screen of ${width}`);

    const named = (element: Element, text: string): string => {
      const place = element.closest('section, article, nav, header, form, dialog, [role="dialog"], main');
      const where = place?.getAttribute('aria-label') ?? place?.getAttribute('aria-labelledby') ?? place?.tagName.toLowerCase() ?? '';
      return `<${element.tagName.toLowerCase()}> “${text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}” in ${where}`;
    };
    const isUnseen = (element: Element): boolean => {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return true;
      // Words for screen readers only.
      for (let it: Element | null = element; it; it = it.parentElement) {
        const { overflow, position } = getComputedStyle(it);
        if (position === 'absolute' && overflow === 'hidden' && it.clientWidth <= 1) return true;
      }
      return false;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (!element || text.trim() === '' || element.closest('script, style, noscript, option') || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);

      const own = getComputedStyle(element);
      if (own.display !== 'inline' && own.overflowX === 'visible' && element.scrollWidth > element.clientWidth + SLACK) {
        found.add(`${named(element, text)} runs out of its box (${element.scrollWidth} > ${element.clientWidth})`);
      }
      let scrollsAcross = false;
      let scrollsDown = false;
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, webkitLineClamp, position } = getComputedStyle(box);
        // A title of a card may end after some lines, though not at the side; its whole text is one click away.
        if (webkitLineClamp !== 'none') scrollsDown = true;
        const edge = box.getBoundingClientRect();
        const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
        if (!scrollsAcross && cuts(overflowX) && rects.some((it) => it.right > edge.right + SLACK || it.left < edge.left - SLACK)) {
          found.add(`${named(element, text)} is cut at the side`);
        }
        if (!scrollsDown && cuts(overflowY) && rects.some((it) => it.bottom > edge.bottom + 4 || it.top < edge.top - 4)) {
          found.add(`${named(element, text)} is cut above or below`);
        }
        scrollsAcross ||= overflowX === 'auto' || overflowX === 'scroll';
        scrollsDown ||= overflowY === 'auto' || overflowY === 'scroll';
        if (position === 'fixed') break;
      }
      if (!scrollsAcross && rects.some((it) => it.right > width + SLACK || it.left < -SLACK)) {
        found.add(`${named(element, text)} lies beside the screen`);
      }
    }
    return [...found];
  });
}
