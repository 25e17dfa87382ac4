/** A text whose direction leaves that of the sentence around it as it is (UAX #9). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
