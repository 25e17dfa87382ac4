import { debateFields } from '#deliberation/debates/components/fields.ts';
import { actionFields } from '#events/actions/components/fields.ts';
import { boardFields } from '#events/board/components/fields.ts';
import { conclusionFields } from '#events/conclusions/components/fields.ts';
import { seriesFields, workshopFields } from '#events/workshops/components/fields.ts';
import { commitmentFields } from '#follow-up/commitments/components/fields.ts';
import { shareFields } from '#follow-up/funding/components/fields.ts';
import { indicatorFields } from '#follow-up/indicators/components/fields.ts';
import { milestoneFields } from '#follow-up/milestones/components/fields.ts';
import { partyFields } from '#follow-up/parties/components/fields.ts';
import { recommendationFields } from '#follow-up/recommendations/components/fields.ts';
import { responseFields } from '#follow-up/responses/components/fields.ts';
import { initiativeFields, outcomeFields } from '#network/initiatives/components/fields.ts';
import { organisationFields } from '#network/organisations/components/fields.ts';
import { personFields } from '#network/people/components/fields.ts';
import { sourceFields } from '#network/sources/components/fields.ts';
import { conceptFields } from '#network/taxonomy/components/fields.ts';
import { territoryFields } from '#network/territories/components/fields.ts';
import { pressNoteFields } from '#publication/press-notes/components/fields.ts';

/** What the form of each kind asks for, by the noun in its address. */
export const fieldsOf = {
  organisations: organisationFields,
  people: personFields,
  initiatives: initiativeFields,
  outcomes: outcomeFields,
  territories: territoryFields,
  axes: conceptFields,
  priorities: conceptFields,
  goals: conceptFields,
  sources: sourceFields,
  series: seriesFields,
  workshops: workshopFields,
  conclusions: conclusionFields,
  'board-entries': boardFields,
  actions: actionFields,
  debates: debateFields,
  recommendations: recommendationFields,
  responses: responseFields,
  'press-notes': pressNoteFields,
  commitments: commitmentFields,
  'commitment-parties': partyFields,
  milestones: milestoneFields,
  'funding-shares': shareFields,
  indicators: indicatorFields,
} as const;

export type EditableNoun = keyof typeof fieldsOf;
