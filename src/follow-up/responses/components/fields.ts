import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { responsePositions, type ResponsePosition } from '../model.ts';

const words: Record<ResponsePosition, () => string> = {
  accepted: m.follow_up_answer_accepted,
  'accepted-in-part': m.follow_up_answer_in_part,
  rejected: m.follow_up_answer_rejected,
};

/** What an addressee answers, in words. */
export const responseWord = (position: ResponsePosition): string => words[position]();

/** What is asked of an answer; the page offers the addressees that whoever writes answers for. */
export const responseFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'organisationId',
    label: m.follow_up_answer_of,
    help: m.follow_up_answer_of_help,
    required: true,
  },
  {
    kind: 'choice',
    name: 'answer',
    column: 'position',
    label: m.follow_up_answer,
    required: true,
    options: () => responsePositions.map((value) => ({ value, label: responseWord(value) })),
  },
  {
    kind: 'trilingual',
    name: 'reasons',
    label: m.follow_up_answer_reasons,
    help: m.follow_up_answer_reasons_help,
    most: 4_000,
    long: true,
  },
  { kind: 'date', name: 'respondedOn', label: m.follow_up_answer_date, required: true },
];
