/** The proceedings of a workshop, assembled from its records in the language of the request. */
import { adoptedBlocks } from '#events/actions/exports.server.ts';
import {
  aimsBlocks,
  conclusionBlocks,
  formWord,
  participationBlocks,
  peopleBlocks,
  programmeBlocks,
} from '#events/proceedings/exports.server.ts';
import { countBlocks } from '#events/published-participation/exports.server.ts';
import { actionBlocks, minutesBlocks } from '#events/sealed-minutes/exports.server.ts';
import { recommendationBlocks } from '#follow-up/paper/exports.server.ts';
import {
  previousAnnex,
  previousBlocks,
  PREVIOUS_ANNEX,
} from '#follow-up/previous-editions/exports.server.ts';
import type { Block, Inline, Paper } from '#formats/paper/model.ts';
import { writtenWithin, type Progress } from '#formats/paper/press.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import type { Relation } from '#network/links/model.ts';
import {
  documentBlocks,
  field,
  initiativeBlocks,
  joined,
  prose,
  sourceBlocks,
  words,
} from '#network/paper/exports.server.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { lastChange } from './model.ts';
import type { Proceedings } from './queries.server.ts';

export type { Block, Inline, Paper, Run } from '#formats/paper/model.ts';

/** Where the proceedings are read, and what network they are of. */
export interface Setting {
  publicUrl: string;
  exercise: boolean;
  demonstration: boolean;
  /** The day on which they are shown to who edits the workshop, before they are published as they are. */
  draftOf?: string;
}

/** The files that proceedings come in. */
export type FileType = 'pdf' | 'docx';

/** How long a reader waits for a file before being told that it is being made, in milliseconds. */
const PATIENCE = 800;

/** Has a file made and says after a while how it goes: see `formats/paper/press`. */
export const proceedingsProgress = (paper: Paper, type: FileType): Promise<Progress> =>
  writtenWithin(type === 'pdf' ? '#formats/pdf/pdf.ts' : '#formats/docx/docx.ts', paper, PATIENCE);

/** The paper of the proceedings: what is not known is said or left out. */
export function proceedingsPaper(proceedings: Proceedings, setting: Setting): Paper {
  const { workshop, organisations, initiatives } = proceedings;
  const locale = getLocale();
  const title = read(workshop, 'title');
  const { draftOf } = setting;
  const draft = workshop.status === 'draft' ? m.publication_paper_draft() : null;
  const notice = noticeOf(
    draftOf ? m.publication_paper_preview({ date: formatDate(draftOf, getLocale()) }) : draft,
    setting,
  );
  const having = (...relations: Relation[]) =>
    organisations.filter(({ relation }) => relations.includes(relation)).map((row) => field(row, 'name'));
  const date = setting.draftOf ?? dayOf(proceedings);
  const venue = readOptional(workshop, 'venue');
  const city = readOptional(workshop, 'city');
  const place: Inline = [
    ...(venue ? words(venue) : []),
    ...(venue && city ? [{ text: m.ui_comma() }] : []),
    ...(city ? words(city) : []),
  ];
  return {
    lang: locale,
    form: 'publication',
    title: { text: title.text, ...(title.fallback && { lang: title.lang, dir: title.dir }) },
    author: m.publication_network_name(),
    date,
    ...(notice && { notice: { text: notice } }),
    cover: {
      eyebrow: words(m.publication_proceedings_of({ form: formWord(workshop.form) })),
      lines: [
        words(formatDates(workshop.starts_on, workshop.ends_on, locale)),
        ...(place.length > 0 ? [place] : []),
        ...(setting.exercise || setting.demonstration
          ? [
              words(setting.exercise ? m.publication_exercise() : m.publication_demonstration(), {
                soft: true,
              }),
            ]
          : []),
      ],
      by: [
        { label: words(m.events_organisers()), names: having('organiser', 'co-organiser') },
        { label: words(m.events_partners()), names: having('partner') },
        { label: words(m.events_funders()), names: having('funder') },
        { label: words(m.events_initiative()), names: initiatives.map((row) => field(row, 'name')) },
        { label: words(m.publication_paper_state()), names: [words(formatDate(date, locale))] },
      ].filter(({ names }) => names.length > 0),
    },
    contents: { text: m.publication_paper_contents() },
    running: {
      head: words(title),
      foot: [
        { text: m.publication_network_name(), lang: 'fr', dir: 'ltr' },
        {
          text: ` · ${m.publication_proceedings()} · ${formatDates(workshop.starts_on, workshop.ends_on, locale)}`,
        },
      ],
    },
    blocks: chapters(proceedings, setting, date),
  };
}

/**
 * The chapters in their order; one that has nothing to say is left out.
 * @param day the day of the paper
 */
function chapters(proceedings: Proceedings, setting: Setting, day: string): Block[] {
  const { minutes, actions, presented, recommendations, before, documents, cited } = proceedings;
  const told = { publicUrl: setting.publicUrl, day };
  const all: [id: string, title: string, blocks: Block[]][] = [
    ['previous', m.follow_up_previous(), previousBlocks(before, told)],
    ['subject', m.publication_proceedings_subject(), aimsBlocks(proceedings)],
    ['programme', m.events_programme(), programmeBlocks(proceedings)],
    ['people', m.publication_proceedings_people(), peopleBlocks(proceedings)],
    [
      'participation',
      m.events_attendance(),
      [...participationBlocks(proceedings), ...countBlocks(proceedings)],
    ],
    [
      'results',
      m.publication_proceedings_results(),
      presented.flatMap(({ initiative, outcomes }) => initiativeBlocks(initiative, outcomes, 2)),
    ],
    ['minutes', m.publication_proceedings_minutes(), minutesBlocks(minutes)],
    ['conclusions', m.events_conclusions(), conclusionBlocks(proceedings)],
    ['recommendations', m.events_shared_recommendations(), recommendationBlocks(recommendations)],
    [
      'actions',
      m.publication_proceedings_actions(),
      // What was adopted is the register's to tell; without one, the minutes are all there is.
      actions.length > 0 ? adoptedBlocks(actions) : actionBlocks(minutes),
    ],
    ['limits', m.publication_proceedings_limits(), limitBlocks(proceedings)],
    ['documents', m.publication_proceedings_documents(), documentBlocks(documents, setting.publicUrl)],
    ['sources', m.publication_sources(), sourceBlocks(cited)],
    ['citation', m.publication_proceedings_citation(), citationBlocks(proceedings, setting)],
    [PREVIOUS_ANNEX, m.follow_up_previous_annex(), previousAnnex(before, told)],
  ];
  return all
    .filter(([, , blocks]) => blocks.length > 0)
    .flatMap(([id, title, blocks]): Block[] => [
      { kind: 'heading', level: 1, id, text: words(title) },
      ...blocks,
    ]);
}

/** What nobody recorded, said once for all. */
function limitBlocks({ participation, programme, minutes, actions, recommendations }: Proceedings): Block[] {
  const unknown = [
    programme.length === 0 && m.publication_limit_programme(),
    programme.length > 0 &&
      programme.every(({ starts_at }) => starts_at === null) &&
      m.publication_limit_hours(),
    participation.whole.attendance.attendance_total === null && m.publication_limit_attendance(),
    minutes.length === 0 && m.publication_limit_minutes(),
    minutes.length + actions.length === 0 && m.publication_limit_actions(),
    recommendations.length > 0 && m.publication_limit_answers(),
  ].filter((sentence) => sentence !== false);
  if (unknown.length === 0) return [];
  return [
    ...prose(m.publication_limits_lead()),
    { kind: 'list', items: unknown.map((sentence) => words(sentence)) },
  ];
}

function citationBlocks({ workshop, organisations }: Proceedings, { publicUrl }: Setting): Block[] {
  const locale = getLocale();
  const by = organisations
    .filter(({ relation }) => relation === 'organiser' || relation === 'co-organiser')
    .map((row) => field(row, 'name'));
  const address = publicUrl + localized(`/workshops/${workshop.slug}/proceedings`, locale);
  const city = readOptional(workshop, 'city');
  const when = formatDates(workshop.starts_on, workshop.ends_on, locale);
  return [
    {
      kind: 'paragraph',
      text: [
        ...(by.length > 0 ? [...joined(by, m.ui_comma()), { text: '. ' }] : []),
        ...field(workshop, 'title', { strong: true }),
        { text: `. ${m.publication_proceedings()}${m.ui_comma()}` },
        ...(city ? [...words(city), { text: m.ui_comma() }] : []),
        { text: `${when}. ` },
        { text: m.publication_network_name(), lang: 'fr', dir: 'ltr' },
        { text: m.ui_comma() },
        { text: address, href: address, lang: 'en', dir: 'ltr' },
      ],
    },
  ];
}

/** The day of the last change among what the proceedings show. */
function dayOf({
  workshop,
  programme,
  conclusions,
  minutes,
  actions,
  recommendations,
  before,
  presented,
  documents,
  cited,
}: Proceedings) {
  return lastChange([
    workshop,
    ...programme,
    ...programme.flatMap(({ contributions }) => contributions),
    ...conclusions,
    ...minutes.map(({ seal }) => seal ?? undefined),
    ...actions,
    ...recommendations,
    before,
    ...before.recommendations.flatMap(({ commitments }) => commitments),
    ...before.recommendations.flatMap(({ commitments }) => commitments.flatMap(({ report }) => report ?? [])),
    ...presented.flatMap(({ initiative, outcomes }) => [initiative, ...outcomes]),
    ...documents,
    ...cited,
  ]);
}

/**
 * What stands on every page, so that the paper is not taken for final, or for that of a real meeting.
 * @param first a word on how far it has come, before what network it is of
 */
export function noticeOf(
  first: string | null,
  { exercise, demonstration }: Pick<Setting, 'exercise' | 'demonstration'>,
): string | undefined {
  const words = [
    first ?? false,
    exercise && m.publication_paper_exercise(),
    demonstration && !exercise && m.publication_paper_demonstration(),
  ].filter((word) => word !== false);
  return words.length > 0 ? words.join(' · ') : undefined;
}
