import type { Page } from 'playwright-core';

/** Frames in which what is wider is moved sideways, and what is only heard. */
const framed = '[tabindex="0"], .only-heard';

/**
 * What of a page lies beyond the edges of the screen: its width where that is more than the screen's, and the first
 * elements beyond.
 * @param but selects what may lie there
 */
export function beyondTheEdge(tab: Page, but = framed): Promise<string> {
  return tab.evaluate((but) => {
    const edge = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const framed = element.closest(but) !== null;
      return width > 1 && !framed && (right > edge + 1 || left < -1);
    });
    const widest = beyond.slice(0, 2).map((element) => `${element.tagName}.${element.className}`);
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth || widest.length > 0 ? `${scrollWidth} ${widest.join(', ')}` : '';
  }, but);
}
