/** A register as files: exactly what a view holds for its reader, read in parts so that thousands take little room. */
import { csvFile } from '#formats/csv/writer.ts';
import type { Cell } from '#formats/xlsx/model.ts';
import { xlsxParts } from '#formats/xlsx/stream.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { identifier, reference, texts } from '#network/exports.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { totalsOf } from '../funding/model.ts';
import { commitmentColumns, recommendationColumns, type Column } from './components/columns.ts';
import {
  readCommitmentDetails,
  readRecommendationDetails,
  type CommitmentDetails,
  type RecommendationDetails,
} from '../view-details/queries.server.ts';
import { listAskedIds, type Asked } from './queries.server.ts';

/** How many records are read and written at once. */
const PART = 500;

interface Origin {
  db: Source;
  actor: Actor;
  asked: Asked;
  publicUrl: string;
}

/** A view's rows, some at a time. */
async function* rowsOf({ db, actor, asked, publicUrl }: Origin): AsyncGenerator<Cell[][]> {
  for await (const part of detailsOf({ db, actor, asked })) {
    yield asked.register === 'recommendations'
      ? cellsOf(recommendationColumns, part as RecommendationDetails[], publicUrl)
      : cellsOf(commitmentColumns, part as CommitmentDetails[], publicUrl);
  }
}

async function* detailsOf({ db, actor, asked }: Omit<Origin, 'publicUrl'>) {
  const ids = await listAskedIds(db, actor, asked);
  const read = asked.register === 'recommendations' ? readRecommendationDetails : readCommitmentDetails;
  for (let at = 0; at < ids.length; at += PART) yield await read(db, actor, ids.slice(at, at + PART));
}

function cellsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], publicUrl: string): Cell[][] {
  return rows.map((row) => columns.map(({ value }) => value(row, publicUrl)));
}

const columnsOf = ({ register }: Asked): readonly Pick<Column<never>, 'title' | 'width'>[] =>
  register === 'recommendations' ? recommendationColumns : commitmentColumns;

/** A view as CSV, part by part: days as ISO 8601 has them, numbers with a point. */
export async function* registerCsv(origin: Origin): AsyncGenerator<string> {
  const separator = getLocale() === 'en' ? ',' : ';';
  yield csvFile([columnsOf(origin.asked).map(({ title }) => title())], separator);
  for await (const rows of rowsOf(origin))
    // The byte order mark stands at the beginning of the file alone.
    yield csvFile(
      rows.map((cells) => cells.map(textOf)),
      separator,
    ).slice(1);
}

function textOf(cell: Cell): string {
  return cell !== null && typeof cell === 'object' ? cell.day : String(cell ?? '');
}

/**
 * A view as a workbook, part by part: right to left in Arabic, its days and numbers as such.
 * @param at of what day it is
 */
export function registerXlsx(origin: Origin, at: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const columns = columnsOf(origin.asked);
  const title =
    origin.asked.register === 'recommendations' ? m.follow_up_register_sheet() : m.follow_up_commitments();
  const sheet = {
    name: title.slice(0, 31),
    header: columns.map((column) => column.title()),
    widths: columns.map(({ width }) => width),
  };
  const rightToLeft = directionOf(getLocale()) === 'rtl';
  return xlsxParts({ title, modified: at, rightToLeft, sheet }, rowsOf(origin));
}

/** A view as JSON, part by part, in its three languages; it says what it was narrowed to and when. */
export async function* registerJson(origin: Origin, at: Date): AsyncGenerator<string> {
  const { register, view } = origin.asked;
  yield `${JSON.stringify({ register, view, at: at.toISOString() }).slice(0, -1)},"records":[`;
  let first = true;
  for await (const part of detailsOf(origin)) {
    const records = part.map((row) =>
      JSON.stringify(
        'recommendation' in row
          ? recommendationJson(row, origin.publicUrl)
          : commitmentJson(row, origin.publicUrl),
      ),
    );
    yield (first ? '\n' : ',\n') + records.join(',\n');
    first = false;
  }
  yield '\n]}\n';
}

function recommendationJson(row: RecommendationDetails, publicUrl: string) {
  const { recommendation, addressees, territories, concepts, workshops, initiatives, commitments } = row;
  return {
    id: identifier(publicUrl, 'recommendations', recommendation),
    reference: recommendation.reference,
    title: texts(recommendation, 'title'),
    text: texts(recommendation, 'text'),
    issuedOn: recommendation.issued_on,
    priority: recommendation.priority,
    status: recommendation.status,
    statusSince: recommendation.status_since,
    dueOn: recommendation.due_on,
    visibility: recommendation.visibility,
    addressees: [
      ...addressees.organisations.map(({ organisation, response }) => ({
        ...reference(publicUrl, 'organisations', organisation),
        answer: response && { position: response.position, respondedOn: response.responded_on },
      })),
      ...addressees.unnamed.map((level) => ({ level, answer: null })),
    ],
    concerns: territories.map((one) => reference(publicUrl, 'territories', one)),
    serves: concepts.map(({ scheme, code }) => ({ scheme, code })),
    sharedAt: workshops.map((one) => identifier(publicUrl, 'workshops', one)),
    stemsFrom: initiatives.map((one) => identifier(publicUrl, 'initiatives', one)),
    commitments: commitments.map((one) => identifier(publicUrl, 'commitments', one)),
  };
}

function commitmentJson(row: CommitmentDetails, publicUrl: string) {
  const { commitment, territories, concepts, parties, shares, recommendations } = row;
  return {
    id: identifier(publicUrl, 'commitments', commitment),
    reference: commitment.reference,
    title: texts(commitment, 'title'),
    deliverable: texts(commitment, 'deliverable'),
    kind: commitment.kind,
    lead: reference(publicUrl, 'organisations', commitment.organisation),
    parties: parties.map((one) => reference(publicUrl, 'organisations', one)),
    startsOn: commitment.starts_on,
    dueOn: commitment.due_on,
    firstDueOn: commitment.first_due_on,
    status: commitment.status,
    statusSince: commitment.status_since,
    visibility: commitment.visibility,
    concerns: territories.map((one) => reference(publicUrl, 'territories', one)),
    serves: concepts.map(({ scheme, code }) => ({ scheme, code })),
    funds: totalsOf(shares),
    implements: recommendations.map((one) => identifier(publicUrl, 'recommendations', one)),
  };
}
