/**
 * Finds the line, from 1, on which a place of a text lies. A line ends with LF, CR LF or CR. Building it takes
 * time in the length of the text, each look-up in the logarithm of the number of lines.
 */
export function lineFinder(text: string): (offset: number) => number {
  const ends = /\r\n?|\n/g;
  const starts: number[] = [0];
  while (ends.test(text)) starts.push(ends.lastIndex);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
