import * as v from 'valibot';
import { choice, id, slug, trilingual, version, webAddress } from '#platform/locale/schema.ts';
import { organisationLevels, organisationTypes } from './model.ts';

export const organisationInput = v.object({
  slug,
  type: choice(organisationTypes),
  level: choice(organisationLevels),
  parentId: v.optional(id),
  territoryId: v.optional(id),
  name: trilingual(300),
  acronym: v.optional(trilingual(40)),
  summary: v.optional(trilingual(2_000)),
  url: v.optional(webAddress),
});

export type OrganisationInput = v.InferInput<typeof organisationInput>;

/** The whole input again, with the record and the version it was filled from. */
export const organisationUpdate = v.object({ ...organisationInput.entries, id, version });

export type OrganisationUpdate = v.InferInput<typeof organisationUpdate>;
