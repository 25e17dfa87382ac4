/** A text in which nothing steers a terminal, a line or its direction: what would is shown as U+FFFD. */
export function inert(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}

/** Text of a stranger's file within a sentence: short and {@link inert}. */
export function quoted(value: string | number): string {
  const text = inert(String(value));
  return text.length > 120 ? `${text.slice(0, 120).toWellFormed()}…` : text;
}
