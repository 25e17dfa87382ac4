import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDate } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import { commitmentStatusWord } from '../../commitments/components/words.ts';
import { responseWord } from '../../responses/components/fields.ts';
import type { Movement } from '../model.ts';

/** What last moved a recommendation, in words that end in the name of what did, with its page. */
export function movementWords(movement: Movement) {
  const locale = getLocale();
  const date = formatDate(movement.on, locale);
  if (movement.kind === 'answer') {
    const { organisation, position } = movement;
    return {
      label: m.follow_up_moved_answer({ date, position: responseWord(position) }),
      text: read(organisation, 'name'),
      href: localized(`/organisations/${organisation.slug}`, locale),
    };
  }
  const { slug } = movement.commitment;
  const text = read(movement.commitment, 'title');
  return movement.kind === 'report'
    ? {
        label: m.follow_up_moved_report({ date, status: commitmentStatusWord(movement.report.status) }),
        text,
        href: localized(`/commitments/${slug}/reports/${movement.report.id}`, locale),
      }
    : {
        label: m.follow_up_moved_commitment({ date }),
        text,
        href: localized(`/commitments/${slug}`, locale),
      };
}
