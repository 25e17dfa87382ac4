import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatNumber } from '#platform/locale/format.ts';
import type Thread from '#ui/components/Thread.svelte';
import type { Ahead } from '../chain/queries.server.ts';

type Stage = ComponentProps<typeof Thread>['stages'][number];

/**
 * The stages that follow recommendations, as far as these have come. What no record tells stands empty and says so.
 * @param hrefs where the commitments are listed, with locale
 */
export function stagesAhead(
  { answers, commitments, reports }: Ahead,
  hrefs: { commitments?: string } = {},
): Stage[] {
  const counted = (count: number) =>
    m.follow_up_state_chain_records({ count: formatNumber(count, getLocale()) });
  return [
    {
      title: m.follow_up_stage_answers(),
      text: m.follow_up_stage_answers_text(),
      ...(answers > 0
        ? { state: 'full', stateLabel: counted(answers) }
        : { state: 'empty', stateLabel: m.follow_up_state_no_answer() }),
    },
    {
      title: m.follow_up_stage_commitments(),
      text: m.follow_up_stage_commitments_text(),
      ...(commitments > 0
        ? {
            state: 'half',
            stateLabel: counted(commitments),
            ...(hrefs.commitments && { href: hrefs.commitments }),
          }
        : { state: 'empty', stateLabel: m.follow_up_state_no_commitment() }),
    },
    {
      title: m.follow_up_stage_reports(),
      text: m.follow_up_stage_reports_text(),
      ...(reports > 0
        ? { state: 'full', stateLabel: counted(reports) }
        : { state: 'empty', stateLabel: m.follow_up_state_no_report() }),
    },
    {
      title: m.follow_up_stage_replication(),
      text: m.follow_up_stage_replication_text(),
      state: 'empty',
      stateLabel: m.follow_up_state_no_replication(),
    },
  ];
}
