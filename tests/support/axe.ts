import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA and good practice, as far as axe can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page that a tab shows. */
export async function violationsOf(tab: Page): Promise<axe.Result[]> {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    rules,
  );
  return violations;
}

/** Each in a line or two: the rule, where, and why. */
export function describeViolations(path: string, violations: readonly axe.Result[]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) =>
          `${path}: ${id} at ${target.join(' ')}\n  ${failureSummary?.split('\n').slice(1).join(' ')}`,
      ),
  );
}
