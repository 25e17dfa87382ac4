import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';
import { passage } from '#platform/locale/text.ts';
import { commitmentStatuses } from '../../commitments/model.ts';
import { commitmentStatusWord } from '../../commitments/components/words.ts';
import { figureWords, spelledFigure } from '../../indicators/components/words.ts';
import type { Indicator } from '../../indicators/model.ts';

/** The most figures that are kept of a form which was sent without a session. */
const MOST_FIGURES = 100;

/** What an indicator stood at, and where that was read. */
function figureFields(indicator: Indicator): Field[] {
  const locale = getLocale();
  const name = passage(indicator, 'name', locale)?.text ?? '';
  const unit = passage(indicator, 'unit', locale)?.text;
  const control = `figures.${indicator.id}`;
  const label = () => (unit ? m.follow_up_field_figure_in({ name, unit }) : name);
  const value: Field =
    indicator.kind === 'number'
      ? {
          kind: 'text',
          name: `${control}.value`,
          label,
          most: 40,
          help: m.follow_up_field_figure_number_help,
          spelled: spelledFigure,
        }
      : {
          kind: 'choice',
          name: `${control}.value`,
          label,
          options: () =>
            indicator.levels.map((level) => ({
              value: String(level.position),
              label: m.follow_up_field_figure_level({
                level: figureWords(indicator, String(level.position), locale),
                description: passage(level, 'description', locale)?.text ?? '',
              }),
            })),
        };
  const source: Field = {
    kind: 'trilingual',
    name: `${control}.source`,
    label: () => m.follow_up_field_figure_source({ name }),
    most: 500,
  };
  const group = m.follow_up_report_figures;
  return [
    { ...value, group },
    { ...source, group },
  ];
}

/**
 * What is asked of a report, with a figure for each indicator.
 * @param isNew whether it is also asked which institution reports; the page offers those
 */
export function reportFields(indicators: readonly Indicator[], isNew = false): Field[] {
  const about = m.follow_up_report_about;
  const told = m.follow_up_report_told;
  const fields: Field[] = [
    {
      kind: 'date',
      name: 'periodStartsOn',
      label: m.follow_up_field_period_starts,
      required: true,
      group: about,
    },
    {
      kind: 'date',
      name: 'periodEndsOn',
      label: m.follow_up_field_period_ends,
      required: true,
      group: about,
    },
    {
      kind: 'choice',
      name: 'status',
      label: m.follow_up_field_reported_status,
      required: true,
      options: () => commitmentStatuses.map((value) => ({ value, label: commitmentStatusWord(value) })),
      group: about,
    },
    {
      kind: 'trilingual',
      name: 'reason',
      label: m.follow_up_report_reason,
      help: m.follow_up_field_reported_reason_help,
      most: 2_000,
      long: true,
      group: about,
    },
    ...indicators.flatMap(figureFields),
    {
      kind: 'trilingual',
      name: 'narrative',
      label: m.follow_up_report_narrative,
      most: 8_000,
      long: true,
      required: true,
      group: told,
    },
    {
      kind: 'trilingual',
      name: 'obstacles',
      label: m.follow_up_report_obstacles,
      most: 4_000,
      long: true,
      group: told,
    },
    {
      kind: 'trilingual',
      name: 'nextSteps',
      label: m.follow_up_report_next_steps,
      help: m.follow_up_field_next_steps_help,
      most: 4_000,
      long: true,
      group: told,
    },
  ];
  if (!isNew) return fields;
  return [
    { kind: 'choice', name: 'organisationId', label: m.follow_up_report_by, required: true, group: about },
    ...fields,
  ];
}

/**
 * The fields of a report as they were sent, by the names of their controls: where nothing may be looked up, so that
 * nothing tells who may write from who may not.
 */
export function sentReportFields(controls: Iterable<string>, isNew = false): Field[] {
  const ids = new Set<string>();
  for (const control of controls) {
    const id = /^figures\.([0-9a-f-]{36})\./.exec(control)?.[1];
    if (id && ids.size < MOST_FIGURES) ids.add(id);
  }
  const figures = [...ids].flatMap((id): Field[] => [
    { kind: 'text', name: `figures.${id}.value`, label: m.follow_up_report_figures, most: 40 },
    { kind: 'trilingual', name: `figures.${id}.source`, label: m.follow_up_report_figures, most: 500 },
  ]);
  return [...reportFields([], isNew), ...figures];
}

/** What is asked of who decides a report; the words of the two decisions are those of the step. */
export const decisionFields = (step: 'institution' | 'other-party'): Field[] => [
  {
    kind: 'choice',
    name: 'decision',
    label: m.follow_up_field_decision,
    required: true,
    options: () => [
      {
        value: 'validated',
        label:
          step === 'institution' ? m.follow_up_decision_to_validate() : m.follow_up_decision_to_confirm(),
      },
      { value: 'returned', label: m.follow_up_decision_to_return() },
    ],
  },
  {
    kind: 'text',
    name: 'reasons',
    label: m.follow_up_field_comments,
    help: m.follow_up_field_comments_help,
    long: true,
    most: 4_000,
  },
  {
    kind: 'choice',
    name: 'language',
    label: m.follow_up_field_language,
    required: true,
    options: languageOptions,
  },
];
