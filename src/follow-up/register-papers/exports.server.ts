/** A register as a paper, in the language of the request: what was asked, and a table of what that holds. */
import type { Block, Inline, Paper } from '#formats/paper/model.ts';
import { pdfFile } from '#formats/pdf/pdf.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { field, joined, words } from '#network/paper/exports.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { dayIn } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { commitmentStatusWord } from '../commitments/components/words.ts';
import { choiceWord, filtersOf } from '../register/components/words.ts';
import { sortsOf } from '../register/model.ts';
import { countAsked, listAskedIds, type Asked } from '../register/queries.server.ts';
import { authorityWord } from '../recommendations/components/fields.ts';
import { statusWord } from '../status/components/words.ts';
import {
  readCommitmentDetails,
  readRecommendationDetails,
  type CommitmentDetails,
  type RecommendationDetails,
} from '../view-details/queries.server.ts';

/** The records that a paper prints at most; the files for spreadsheets hold all of them. */
export const MOST_PRINTED = 500;

/** What the paper says of itself. */
export interface RegisterSetting {
  publicUrl: string;
  exercise: boolean;
  demonstration: boolean;
}

/** The bytes of a register's paper; the same records on the same day give the same. */
export async function registerPdf(
  origin: { db: Source; actor: Actor; asked: Asked },
  setting: RegisterSetting,
): Promise<Uint8Array<ArrayBuffer>> {
  return pdfFile(await registerPaper(origin, setting));
}

/** A view as a paper: its filters in words, how many records it holds, and these in its order. */
export async function registerPaper(
  { db, actor, asked }: { db: Source; actor: Actor; asked: Asked },
  { publicUrl, exercise, demonstration }: RegisterSetting,
): Promise<Paper> {
  const lang = getLocale();
  const { total } = await countAsked(db, actor, asked);
  const ids = await listAskedIds(db, actor, asked, { offset: 0, limit: MOST_PRINTED });
  const isOf = asked.register === 'recommendations';
  const title = isOf ? m.follow_up_register_sheet() : m.follow_up_commitments_register();
  const table = isOf
    ? recommendationTable(await readRecommendationDetails(db, actor, ids), publicUrl)
    : commitmentTable(await readCommitmentDetails(db, actor, ids), publicUrl);
  const notices = [
    actor.grants.length > 0 && m.follow_up_briefing_private(),
    exercise ? m.publication_paper_exercise() : demonstration && m.publication_paper_demonstration(),
  ];
  const notice = notices.filter(Boolean).join(' · ');
  const day = formatDate(asked.today, lang);
  return {
    lang,
    form: 'letter',
    title: { text: title },
    author: m.publication_network_name(),
    date: asked.today,
    ...(notice && { notice: { text: notice } }),
    head: [words(m.publication_network_name())],
    running: {
      head: words(title),
      foot: words(m.follow_up_register_paper_foot({ title, date: day })),
    },
    blocks: [
      { kind: 'heading', level: 1, text: words(title) },
      { kind: 'facts', facts: factsOf(asked, total, day) },
      ...(total > ids.length
        ? [remark(m.follow_up_register_paper_more({ number: number(ids.length), total: number(total) }))]
        : []),
      ...(ids.length > 0 ? [table] : [remark(m.follow_up_register_no_match())]),
    ],
  };
}

const number = (value: number) => formatNumber(value, getLocale());
const remark = (text: string): Block => ({ kind: 'paragraph', tone: 'soft', text: words(text) });

function factsOf(asked: Asked, total: number, day: string) {
  const sort = asked.view.sort ?? sortsOf(asked.register)[0]!;
  const active = filtersOf(asked).map(({ label, value }) => ({
    label: words(label),
    values: [
      value.lang
        ? [{ text: value.text, lang: value.lang, ...(value.dir && { dir: value.dir }) }]
        : words(value.text),
    ],
  }));
  return [
    { label: words(m.follow_up_register_paper_day()), values: [words(day)] },
    { label: words(m.follow_up_register_paper_holds()), values: [words(number(total))] },
    ...active,
    {
      label: words(m.follow_up_filter_sort()),
      values: [words(choiceWord(asked.register, 'sort', sort))],
    },
  ];
}

const dayOf = (date: string | null): Inline[] =>
  date === null ? [] : [words(formatDate(dayIn(date), getLocale()))];

function recommendationTable(rows: readonly RecommendationDetails[], publicUrl: string): Block {
  return {
    kind: 'table',
    columns: [
      { title: words(m.follow_up_reference()), share: 5 },
      { title: words(m.follow_up_column_title()), share: 8 },
      { title: words(m.follow_up_column_addressees()), share: 5 },
      { title: words(m.follow_up_filter_status()), share: 3 },
      { title: words(m.follow_up_column_first_open_due()), share: 3 },
    ],
    rows: rows.map(({ recommendation, addressees }) => {
      const asked = [
        ...addressees.organisations.map(({ organisation }) => field(organisation, 'name')),
        ...addressees.unnamed.map((level) => words(authorityWord(level))),
      ];
      return [
        [reference(recommendation, 'recommendations', publicUrl)],
        [field(recommendation, 'title')],
        asked.length > 0 ? [joined(asked, m.ui_comma())] : [],
        [words(statusWord(recommendation.status))],
        dayOf(recommendation.due_on),
      ];
    }),
  };
}

function commitmentTable(rows: readonly CommitmentDetails[], publicUrl: string): Block {
  return {
    kind: 'table',
    columns: [
      { title: words(m.follow_up_reference()), share: 5 },
      { title: words(m.follow_up_column_title()), share: 8 },
      { title: words(m.follow_up_lead()), share: 5 },
      { title: words(m.follow_up_filter_status()), share: 3 },
      { title: words(m.follow_up_field_due()), share: 3 },
    ],
    rows: rows.map(({ commitment }) => [
      [reference(commitment, 'commitments', publicUrl)],
      [field(commitment, 'title')],
      [field(commitment.organisation, 'name')],
      [words(commitmentStatusWord(commitment.status))],
      dayOf(commitment.due_on),
    ]),
  };
}

/** References are the same in every language, and lead to the record's page. */
function reference(
  { reference: text, slug }: { reference: string; slug: string },
  noun: string,
  publicUrl: string,
): Inline {
  return [{ text, lang: 'en', dir: 'ltr', href: publicUrl + localized(`/${noun}/${slug}`, getLocale()) }];
}
