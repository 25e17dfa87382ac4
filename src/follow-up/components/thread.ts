import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type Thread from '#ui/components/Thread.svelte';
import { line } from '#ui/text.ts';
import type { RecommendationDossier } from '../recommendation-dossiers/queries.server.ts';

type Stage = ComponentProps<typeof Thread>['stages'][number];

/**
 * The thread of a recommendation, from the meeting that shared it to its replication elsewhere. A stage is
 * filled by a record only; what no record tells stands empty and says so.
 */
export function recommendationStages(dossier: RecommendationDossier): Stage[] {
  const [, , ...ahead] = stagesAhead();
  const told = [
    meeting(dossier),
    origin(dossier),
    formulated(dossier),
    answered(dossier),
    committed(dossier),
  ];
  return [...told, ...ahead];
}

function meeting({ workshops: [workshop] }: RecommendationDossier): Stage {
  const title = m.follow_up_stage_meeting();
  if (!workshop) return { title, state: 'empty', stateLabel: m.follow_up_state_meeting_unknown() };
  const locale = getLocale();
  const when = formatDates(workshop.starts_on, workshop.ends_on, locale);
  const where = readOptional(workshop, 'city');
  return {
    title,
    text: line([where, when]),
    href: localized(`/workshops/${workshop.slug}`, locale),
    state: 'full',
    stateLabel: m.follow_up_state_meeting_recorded(),
  };
}

/** The study or initiative it stems from; else the conclusion it follows from, or what the meeting concluded. */
function origin({
  initiatives: [initiative],
  conclusions,
  followed,
  sessions,
  workshops: [workshop],
}: RecommendationDossier): Stage {
  // Where its session is known, it is known as well from which conclusion it comes, or that it comes from none.
  const [conclusion] = sessions.length + followed.length > 0 ? followed : conclusions;
  const locale = getLocale();
  if (initiative) {
    return {
      title: m.follow_up_stage_study(),
      text: readOptional(initiative, 'acronym') ?? read(initiative, 'name'),
      href: localized(`/initiatives/${initiative.slug}`, locale),
      state: 'full',
      stateLabel: m.follow_up_state_recorded(),
    };
  }
  const title = m.follow_up_stage_conclusion();
  if (!conclusion || !workshop) return { title, state: 'empty', stateLabel: m.follow_up_state_unknown() };
  return {
    title,
    text: read(conclusion, 'text'),
    href: `${localized(`/workshops/${workshop.slug}`, locale)}#conclusions`,
    state: 'full',
    stateLabel: m.follow_up_state_recorded(),
  };
}

function formulated({ recommendation, workshops }: RecommendationDossier): Stage {
  return {
    title: m.follow_up_stage_recommendation(),
    text: recommendation.reference,
    state: 'full',
    stateLabel: workshops.length > 0 ? m.follow_up_state_shared() : m.follow_up_state_formulated(),
    current: true,
  };
}

function answered({ explanation: { addressees } }: RecommendationDossier): Stage {
  const answers = addressees.organisations.flatMap(({ response }) => response ?? []);
  const [ahead] = stagesAhead() as [Stage];
  const all = addressees.organisations.length + addressees.unnamed.length;
  if (all === 0) return ahead;
  return {
    title: ahead.title,
    state: answers.length === 0 ? 'empty' : answers.length === all ? 'full' : 'half',
    stateLabel: m.follow_up_state_answers({ count: answers.length, all }),
    href: '#answers',
  };
}

function committed({ commitments }: RecommendationDossier): Stage {
  const [, ahead] = stagesAhead() as [Stage, Stage];
  if (commitments.length === 0) return ahead;
  const isDone = commitments.every(({ status }) => status === 'completed');
  return {
    title: ahead.title,
    state: isDone ? 'full' : 'half',
    stateLabel: m.follow_up_state_commitments({ count: commitments.length }),
    href: '#commitments',
  };
}

/** The stages that follow a recommendation; the register holds none of them yet. */
export function stagesAhead(): Stage[] {
  const state = 'empty';
  return [
    {
      title: m.follow_up_stage_answers(),
      text: m.follow_up_stage_answers_text(),
      state,
      stateLabel: m.follow_up_state_no_answer(),
    },
    {
      title: m.follow_up_stage_commitments(),
      text: m.follow_up_stage_commitments_text(),
      state,
      stateLabel: m.follow_up_state_no_commitment(),
    },
    {
      title: m.follow_up_stage_evidence(),
      text: m.follow_up_stage_evidence_text(),
      state,
      stateLabel: m.follow_up_state_no_evidence(),
    },
    {
      title: m.follow_up_stage_replication(),
      text: m.follow_up_stage_replication_text(),
      state,
      stateLabel: m.follow_up_state_no_replication(),
    },
  ];
}
