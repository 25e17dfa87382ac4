import type { OrganisationRow } from '#network/organisations/model.ts';
import type { CommitmentRow } from '../commitments/model.ts';
import type { ReportRow } from '../reports/model.ts';
import type { ResponsePosition } from '../responses/model.ts';

/** What moved a recommendation, `of`, on a day: an answer, a commitment that serves it, or a validated report on one. */
export type Movement = { of: string; on: string } & (
  | { kind: 'answer'; position: ResponsePosition; organisation: OrganisationRow }
  | { kind: 'commitment'; commitment: CommitmentRow }
  | { kind: 'report'; commitment: CommitmentRow; report: Pick<ReportRow, 'id' | 'status'> }
);

/** Of one day, what comes later in the story counts as the later. */
const story: readonly Movement['kind'][] = ['answer', 'commitment', 'report'];

/** The last that moved a recommendation; null where nothing has. */
export function lastOf(movements: readonly Movement[], id: string): Movement | null {
  const own = movements.filter((movement) => movement.of === id);
  const place = ({ on, kind }: Movement) => `${on} ${story.indexOf(kind)}`;
  return own.reduce<Movement | null>(
    (last, one) => (last === null || place(one) > place(last) ? one : last),
    null,
  );
}
