import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatNumber } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { Attendance } from '../participation/model.ts';
import type { ItemKind, Part, ProgrammeItemRow } from '../programme/model.ts';
import type { ActorType, Phase, WorkshopForm, WorkshopRow } from '../workshops/model.ts';

const forms: Record<WorkshopForm, () => string> = {
  workshop: () => m.events_form_workshop(),
  seminar: () => m.events_form_seminar(),
  concertation: () => m.events_form_concertation(),
  closing: () => m.events_form_closing(),
};

const kinds: Record<ItemKind, () => string> = {
  opening: () => m.events_kind_opening(),
  address: () => m.events_kind_address(),
  'thematic-breakfast': () => m.events_kind_thematic_breakfast(),
  break: () => m.events_kind_break(),
  presentation: () => m.events_kind_presentation(),
  discussion: () => m.events_kind_discussion(),
  session: () => m.events_kind_session(),
  plenary: () => m.events_kind_plenary(),
  conclusions: () => m.events_kind_conclusions(),
};

const partWords: Record<Part, () => string> = {
  moderator: () => m.events_part_moderator(),
  speaker: () => m.events_part_speaker(),
  presenter: () => m.events_part_presenter(),
  rapporteur: () => m.events_part_rapporteur(),
};

const actors: Record<ActorType, (none: object, options: { locale: Locale }) => string> = {
  ambassadors: m.events_actor_ambassadors,
  'strategic-partners': m.events_actor_strategic_partners,
  'regional-actors': m.events_actor_regional,
  'local-actors': m.events_actor_local,
  'civil-society': m.events_actor_civil_society,
  academia: m.events_actor_academia,
  'national-experts': m.events_actor_national_experts,
  'international-experts': m.events_actor_international_experts,
};

/** A word of a meeting to come, of one that is held, and of one that is past. */
type ByPhase = readonly [toCome: () => string, running: () => string, past: () => string];

// What is put off or called off has not been held: it is spoken of as to come.
const inPhase = ([toCome, running, past]: ByPhase, phase: Phase): string =>
  phase === 'past' ? past() : phase === 'running' ? running() : toCome();

/** Over what a meeting aims at, or aimed at. */
export const aimsWord = (phase: Phase): string =>
  inPhase([m.events_aims_ahead, m.events_aims_ahead, m.events_aims], phase);
/** Over the kinds of participants that are expected, take part or took part. */
export const audiencesWord = (phase: Phase): string =>
  inPhase([m.events_audiences_ahead, m.events_audiences_now, m.events_audiences], phase);
/** Beside the organisations that will take part, do or did. */
export const participantsWord = (phase: Phase): string =>
  inPhase([m.events_participants_ahead, m.events_participants_now, m.events_participants], phase);
/** Where no programme is known: it is still to be made, or nobody recorded it. */
export const noProgrammeWords = (phase: Phase): { title: string; text: string } => ({
  title: inPhase([m.events_programme_ahead, m.events_programme_unknown, m.events_programme_unknown], phase),
  text: inPhase(
    [m.events_programme_ahead_text, m.events_programme_unknown_text, m.events_programme_unknown_text],
    phase,
  ),
});
/** Over a programme in order, of which no hour is known. */
export const noHoursWord = (phase: Phase): string =>
  inPhase(
    [m.events_programme_hours_ahead, m.events_programme_without_hours, m.events_programme_without_hours],
    phase,
  );

export const formWord = (form: WorkshopForm): string => forms[form]();
export const partWord = (part: Part): string => partWords[part]();
export const actorWord = (actor: ActorType, locale: Locale = getLocale()): string =>
  actors[actor]({}, { locale });

/** “Session 2”, “Petit-déjeuner thématique”. */
export function itemWord({ kind, number }: Pick<ProgrammeItemRow, 'kind' | 'number'>): string {
  return kind === 'session' && number !== null ? m.events_kind_session_numbered({ number }) : kinds[kind]();
}

/** What befell a workshop, or that it is a draft; null where there is nothing to say. */
export function statusWord({
  status,
  former_starts_on,
}: Pick<WorkshopRow, 'status' | 'former_starts_on'>): string | null {
  if (status === 'postponed') return m.events_status_postponed();
  if (status === 'cancelled') return m.events_status_cancelled();
  if (status === 'draft') return m.events_status_draft();
  const isToCome = status === 'announced' || status === 'open';
  return isToCome && former_starts_on !== null ? m.events_status_rescheduled() : null;
}

/** How far a workshop has come, where readers can do something with it: register, or wait for its report. */
export function progressWord({ status }: Pick<WorkshopRow, 'status'>): string | null {
  if (status === 'open') return m.events_status_word_open();
  return status === 'closed' ? m.events_status_word_closed() : null;
}

/** “plus de 75 personnes”, with women and men where they are counted; null where nothing is. */
export function attendanceWords(attendance: Attendance): string[] | null {
  const { attendance_total: total, attendance_women: women, attendance_men: men } = attendance;
  if (total === null) return null;
  const count = total;
  const words = [
    attendance.attendance_minimum === 1
      ? m.events_attendance_minimum({ count })
      : m.events_attendance_exact({ count }),
  ];
  if (women !== null) words.push(m.events_attendance_women({ count: women }));
  if (men !== null) words.push(m.events_attendance_men({ count: men }));
  return words.map((word) => word.replace(/\d{4,}/g, (digits) => formatNumber(Number(digits), getLocale())));
}
