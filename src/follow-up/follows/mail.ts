import { m } from '#messages';
import type { NoticeLine } from '#network/notices/model.ts';
import { formatDate, formatDates } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { CommitmentStatus } from '../commitments/model.ts';
import type { RecommendationStatus } from '../recommendations/model.ts';
import type { ResponsePosition } from '../responses/model.ts';

/** A recommendation as a notice names it. */
interface Told {
  title: string;
  slug: string;
}

/** Says who has answered a recommendation, and what. */
export function answeredNotice(
  locale: Locale,
  { title, slug, organisation, answer }: Told & { organisation: string; answer: ResponsePosition },
): NoticeLine {
  const words: Record<ResponsePosition, typeof m.follow_up_notice_accepted> = {
    accepted: m.follow_up_notice_accepted,
    'accepted-in-part': m.follow_up_notice_in_part,
    rejected: m.follow_up_notice_rejected,
  };
  return { text: words[answer]({ title, organisation }, { locale }), address: `/recommendations/${slug}` };
}

/** Says that a commitment serves a recommendation. */
export function committedNotice(
  locale: Locale,
  { title, commitment, slug }: Told & { commitment: string },
): NoticeLine {
  return {
    text: m.follow_up_notice_committed({ title, commitment }, { locale }),
    address: `/recommendations/${slug}`,
  };
}

const statuses: Record<RecommendationStatus, typeof m.follow_up_standing_late> = {
  superseded: m.follow_up_standing_superseded,
  unaddressed: m.follow_up_standing_unaddressed,
  unanswered: m.follow_up_standing_unanswered,
  rejected: m.follow_up_standing_rejected,
  accepted: m.follow_up_standing_accepted,
  committed: m.follow_up_standing_committed,
  'in-progress': m.follow_up_standing_in_progress,
  late: m.follow_up_standing_late,
  completed: m.follow_up_standing_completed,
  discontinued: m.follow_up_standing_discontinued,
};

/** Says what has become of a recommendation. */
export function movedNotice(
  locale: Locale,
  { title, slug, status }: Told & { status: RecommendationStatus },
): NoticeLine {
  const given = { title, status: statuses[status]({}, { locale }) };
  return { text: m.follow_up_notice_moved(given, { locale }), address: `/recommendations/${slug}` };
}

const commitmentStatuses: Record<CommitmentStatus, typeof m.follow_up_commitment_late> = {
  'not-started': m.follow_up_commitment_not_started,
  'in-preparation': m.follow_up_commitment_in_preparation,
  'in-progress': m.follow_up_commitment_in_progress,
  late: m.follow_up_commitment_late,
  completed: m.follow_up_commitment_completed,
  discontinued: m.follow_up_commitment_discontinued,
};

/** Says that a commitment stands otherwise. */
export function commitmentMovedNotice(
  locale: Locale,
  { title, slug, status }: Told & { status: CommitmentStatus },
): NoticeLine {
  const given = { title, status: commitmentStatuses[status]({}, { locale }) };
  return { text: m.follow_up_notice_commitment_moved(given, { locale }), address: `/commitments/${slug}` };
}

/** Says that a commitment is due on another day, or that it has one now. */
export function postponedNotice(
  locale: Locale,
  { title, slug, from, to }: Told & { from: string | null; to: string },
): NoticeLine {
  const day = (date: string) => formatDate(date, locale);
  const text =
    from === null
      ? m.follow_up_notice_commitment_undated({ title, to: day(to) }, { locale })
      : m.follow_up_notice_commitment_postponed({ title, from: day(from), to: day(to) }, { locale });
  return { text, address: `/commitments/${slug}` };
}

/** Says that a report on a commitment was validated, to who is around it or around what it serves. */
export function reportedNotice(
  locale: Locale,
  told: {
    title: string;
    from: string;
    to: string;
    status: CommitmentStatus;
    /** The title of the recommendation on whose behalf the reader is told. */
    recommendation: string | null;
    address: string;
  },
): NoticeLine {
  const { title, from, to, recommendation, address } = told;
  const status = commitmentStatuses[told.status]({}, { locale });
  const given = { title, status, period: formatDates(from, to, locale) };
  const text =
    recommendation === null
      ? m.follow_up_notice_reported(given, { locale })
      : m.follow_up_notice_reported_origin({ ...given, recommendation }, { locale });
  return { text, address };
}
