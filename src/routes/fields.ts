import { workshopFields } from '#events/workshops/components/fields.ts';
import { initiativeFields } from '#network/initiatives/components/fields.ts';
import { organisationFields } from '#network/organisations/components/fields.ts';
import { personFields } from '#network/people/components/fields.ts';
import { territoryFields } from '#network/territories/components/fields.ts';

/** What the form of each kind asks for, by the noun in its address. */
export const fieldsOf = {
  organisations: organisationFields,
  people: personFields,
  initiatives: initiativeFields,
  territories: territoryFields,
  workshops: workshopFields,
} as const;
