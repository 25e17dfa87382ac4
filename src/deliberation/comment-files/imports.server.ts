import { plainText } from '#formats/text/text.ts';
import { unguarded } from '#formats/csv/guard.ts';
import { FileRefusal } from '../conversation-problems/model.ts';
import { readTable, type Reading } from '../conversation-tables/imports.server.ts';
import { wholeNumber } from '../conversation-tables/model.ts';
import { conversationLimits, type Statement } from '../conversations/model.ts';

/** A statement with the line on which it stands. */
export interface CommentRow extends Statement {
  line: number;
}

/**
 * Reads `comments.csv`, a statement a row: `comment-id`, `comment-body` and, where they are there, `moderated`,
 * `agrees` and `disagrees`.
 * @throws FileRefusal
 */
export async function readComments(reading: Reading, statements: Map<number, CommentRow>) {
  const limits = conversationLimits;
  return await readTable(reading, {
    columns: ['comment-id', 'comment-body'],
    optional: ['moderated', 'agrees', 'disagrees'],
    multiline: true,
    // Marks within a text are doubled, and further columns stand beside it.
    longest: 2 * limits.text + 10_000,
    rows: { most: limits.comments, kind: 'comments' },
    row(fields, at, line) {
      const id = wholeNumber(fields[at['comment-id']]!);
      if (id < 0) return { word: 'no_statement', value: fields[at['comment-id']]! };
      if (statements.has(id)) return { word: 'doubled_statement', value: String(id) };
      const text = plainText(unguarded(fields[at['comment-body']]!));
      if (text === '') return { word: 'no_text', value: String(id) };
      if (text.length > limits.text)
        return { word: 'text_too_long', value: String(id), values: { limit: limits.text } };
      const moderated = at.moderated < 0 ? 0 : moderationOf(fields[at.moderated]!);
      if (moderated === null) return { word: 'no_moderation', value: fields[at.moderated]! };
      let stated: Statement['stated'] = null;
      if (at.agrees >= 0 && at.disagrees >= 0) {
        const [agrees, disagrees] = [fields[at.agrees]!, fields[at.disagrees]!];
        const [agree, disagree] = [wholeNumber(agrees), wholeNumber(disagrees)];
        if (agree < 0 || disagree < 0) return { word: 'no_tally', value: agree < 0 ? agrees : disagrees };
        stated = { agree, disagree };
      }
      statements.set(id, { id, text, moderated, stated, line });
      if (statements.size > limits.statements)
        throw new FileRefusal('too_many_statements', { limit: limits.statements });
      return null;
    },
  });
}

function moderationOf(text: string): Statement['moderated'] | null {
  switch (unguarded(text.trim())) {
    case '1':
      return 1;
    case '0':
    case '':
      return 0;
    case '-1':
      return -1;
    default:
      return null;
  }
}
