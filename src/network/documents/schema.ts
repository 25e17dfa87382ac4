import * as v from 'valibot';
import { locales } from '#platform/locale/locale.ts';
import { choice, id, problems, trilingual, version } from '#platform/locale/schema.ts';
import { documentRoles } from './model.ts';

/** What is said of a file beside its bytes. A cover says in words what it shows. */
export const documentInput = v.pipe(
  v.object({
    ownerId: id,
    role: choice(documentRoles),
    language: v.optional(choice(locales)),
    alt: v.optional(trilingual(500)),
    title: v.optional(trilingual(300)),
  }),
  v.forward(
    v.check(({ role, alt }) => role !== 'cover' || alt !== undefined, problems.required),
    ['alt'],
  ),
);

/** What is said of a file that stands already. */
export const documentDescription = v.object({
  ownerId: id,
  documentId: id,
  version,
  language: v.optional(choice(locales)),
  alt: v.optional(trilingual(500)),
  title: v.optional(trilingual(300)),
});

export type DocumentDescription = v.InferInput<typeof documentDescription>;

export type DocumentInput = v.InferInput<typeof documentInput>;
