import type { WorkshopRow } from '#events/workshops/model.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { countsOf, type DebateRow } from '../model.ts';
import { countWords, daysWord, languageWord } from './words.ts';

/** What is looked up of a debate beside its report. */
export function debateFacts(debate: DebateRow, workshop: WorkshopRow | null) {
  const counts = countsOf(debate);
  return [
    { label: m.deliberation_debate_days(), values: [{ text: daysWord(debate) }] },
    ...(counts
      ? [{ label: m.deliberation_debate_counts(), values: countWords(counts).map((text) => ({ text })) }]
      : []),
    ...(workshop
      ? [
          {
            label: m.deliberation_debate_workshop(),
            values: [
              {
                text: read(workshop, 'title'),
                href: localized(`/workshops/${workshop.slug}`, getLocale()),
              },
            ],
          },
        ]
      : []),
    { label: m.deliberation_debate_language(), values: [{ text: languageWord(debate.language) }] },
    ...(debate.url
      ? [
          {
            label: m.deliberation_debate_published(),
            values: [{ text: new URL(debate.url).host, href: debate.url }],
          },
        ]
      : []),
    ...(debate.licence
      ? [{ label: m.deliberation_debate_licence(), values: [{ text: debate.licence }] }]
      : []),
  ];
}
