import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { m } from '#messages';
import { directionOf, type Locale } from '#platform/locale/locale.ts';
import { escaped } from '#platform/text/html.ts';
import { reportBody } from './components/body.ts';
import { foreign } from './components/html.ts';
import type { ReportData } from './model.ts';

export interface ReportFile {
  locale: Locale;
  /** What the debate is called. */
  title: string;
  /** What it was about. */
  summary?: string | undefined;
}

/** By their names: the pages are built into one folder, and this file's own place says nothing there. */
const styles = [
  '#ui/styles/tokens.css',
  '#ui/styles/base.css',
  '#ui/styles/print.css',
  '#deliberation/reports/components/report.css',
  '#deliberation/reports/components/paper.css',
];
const own = `
.report-file { padding: var(--space-6) var(--edge) var(--space-8); max-inline-size: calc(46rem + 2 * var(--edge)); inline-size: 100%; margin-inline: auto; }
.report-file .kind { color: var(--now); font-weight: var(--strong); margin-block-end: var(--space-2); }
.report-file .summary { max-inline-size: var(--measure); margin-block-start: var(--space-3); color: var(--text-soft); }
@media print {
.report-file { padding: 0; max-inline-size: none; }
:root:lang(ar) { --size-s: 9.5pt; --size-m: 11pt; --size-l: 12pt; --leading: 1.6; }
}
`;
let css: string | undefined;

/** The style sheets of a report as one, without comments. */
function styleSheet(): string {
  const { resolve } = createRequire(import.meta.url);
  css ??= [...styles.map((name) => readFileSync(resolve(name), 'utf8')), own]
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n');
  return css;
}

/**
 * A report as an HTML file that stands alone: it asks for nothing, runs nothing, and prints.
 * @returns the whole document; the same data give the same text
 */
export function reportHtml(data: ReportData, { locale, title, summary }: ReportFile): string {
  const kind = m.deliberation_report_kind({}, { locale });
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${title} · ${kind}`)}</title>
<style>${styleSheet()}</style>
</head>
<body>
<main class="report-file">
<header>
<p class="kind">${escaped(kind)}</p>
<h1>${foreign(title, null)}</h1>${summary ? `\n<p class="summary">${foreign(summary, null)}</p>` : ''}
</header>
<div class="debate-report">
${reportBody(data, locale)}
</div>
</main>
</body>
</html>
`;
}
