import type { Page } from 'playwright-core';

/**
 * What of a page lies beyond the edges of the screen: its width where that is more than the screen's, and the first
 * elements beyond. What is moved sideways inside its own frame, and what is only heard, may lie there.
 */
export function beyondTheEdge(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const framed = element.closest('[tabindex="0"], .only-heard') !== null;
      return width > 1 && !framed && (right > edge + 1 || left < -1);
    });
    const widest = beyond.slice(0, 2).map((element) => `${element.tagName}.${element.className}`);
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth || widest.length > 0 ? `${scrollWidth} ${widest.join(', ')}` : '';
  });
}
