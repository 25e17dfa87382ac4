/** What loading a network wrote. */
export interface Filled {
  records: number;
}
