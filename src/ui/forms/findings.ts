/** Something to say of a file that was read. */
export interface Finding {
  /** Its place in the file, in the reader's words; null for the file as a whole. */
  where: string | null;
  sentence: string;
  /** Where anything is refused, nothing is written. */
  severity: 'refused' | 'warning';
}

/** The id of the form that confirms an import; what is ticked in the preview belongs to it. */
export const confirmation = 'import-confirm';
