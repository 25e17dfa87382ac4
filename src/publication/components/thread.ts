import type { ComponentProps } from 'svelte';
import type { ConclusionRow } from '#events/conclusions/model.ts';
import type { Phase, WorkshopRow } from '#events/workshops/model.ts';
import type { Ahead } from '#follow-up/chain/queries.server.ts';
import { stagesAhead } from '#follow-up/components/thread.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type Thread from '#ui/components/Thread.svelte';

type Stage = ComponentProps<typeof Thread>['stages'][number];

/** What the network's thread is told from; a stage that nothing tells stands empty. */
interface Told {
  workshop: WorkshopRow | undefined;
  /** What it concluded, in order. */
  conclusions: readonly ConclusionRow[];
  /** How many recommendations there are: in the register, or shared by one meeting. */
  recommendations: number;
  /** What became of them. */
  ahead: Ahead;
}

/** The path from debate to follow-up as far as the network has come, for the front page. */
export function networkStages({ workshop, conclusions, recommendations, ahead }: Told): Stage[] {
  const to = (address: string) => localized(address, getLocale());
  const [conclusion] = conclusions;
  const concluded = `${workshop && to(`/workshops/${workshop.slug}`)}#conclusions`;
  return [
    {
      title: m.follow_up_stage_meeting(),
      ...(workshop
        ? {
            text: [
              readOptional(workshop, 'city') ?? read(workshop, 'title'),
              formatDates(workshop.starts_on, workshop.ends_on, getLocale()),
            ],
            href: to(`/workshops/${workshop.slug}`),
            state: 'full',
            stateLabel: m.follow_up_state_meeting_recorded(),
          }
        : unrecorded(m.follow_up_state_meeting_unknown())),
    },
    {
      title: m.follow_up_stage_conclusion(),
      ...(workshop && conclusion
        ? {
            text: read(conclusion, 'text'),
            href: concluded,
            ...more(conclusions.length - 1, concluded),
            state: 'full',
            stateLabel: m.follow_up_state_recorded(),
          }
        : unrecorded(m.follow_up_state_unknown())),
    },
    {
      title: m.follow_up_stage_recommendation(),
      ...(recommendations > 0
        ? {
            text: m.publication_thread_recommendations({ count: recommendations }),
            href: to('/recommendations'),
            state: 'full',
            stateLabel: m.follow_up_state_formulated(),
          }
        : unrecorded(m.follow_up_state_unknown())),
    },
    ...stagesAhead(ahead, { commitments: to('/commitments') }),
  ];
}

/** The same path for one meeting, on its own page. */
export function workshopStages({
  workshop,
  phase,
  conclusions,
  recommendations,
  ahead,
}: Told & { workshop: WorkshopRow; phase: Phase }): Stage[] {
  const [meeting, conclusion, recommendation] = networkStages({
    workshop,
    conclusions,
    recommendations,
    ahead,
  });
  const { href: _here, ...current } = meeting!;
  return [
    {
      ...current,
      ...(phase === 'running' && {
        state: 'half' as const,
        stateLabel: m.follow_up_state_meeting_running(),
      }),
      current: true,
    },
    {
      ...conclusion!,
      ...(phase === 'running' && conclusions.length === 0 && notYet()),
      ...(conclusions.length > 0 && {
        href: '#conclusions',
        ...more(conclusions.length - 1, '#conclusions'),
      }),
    },
    {
      ...recommendation!,
      ...(phase === 'running' && recommendations === 0 && notYet()),
      ...(recommendations > 0 && { href: '#recommendations' }),
    },
    ...stagesAhead(ahead),
  ];
}

/** How many conclusions follow the one that is shown, and where. */
function more(count: number, href: string) {
  return count > 0 && { more: { href, label: m.publication_thread_more_conclusions({ count }) } };
}

function notYet() {
  return unrecorded(m.follow_up_state_not_yet());
}

function unrecorded(stateLabel: string) {
  return { state: 'empty', stateLabel } as const;
}
