import { fail, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Field } from '#platform/forms/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm } from '#platform/forms/values.ts';
import { validate } from '#platform/records/validate.ts';
import { sentence } from './forms.server.ts';

/**
 * A form that changes nothing: what it asks for is made and shown on the same page, with everything that was typed.
 * @param make is given an input that the schema has passed
 */
export async function fill<Schema extends v.GenericSchema, Made>(
  { request }: Pick<RequestEvent, 'request'>,
  { fields, schema }: { fields: readonly Field[]; schema: Schema },
  make: (input: v.InferOutput<Schema>) => Promise<Made>,
) {
  const form = await request.formData();
  const values = readForm(fields, form);
  const parsed = validate(schema, inputOf(fields, values));
  if (parsed.ok) return { form: freshForm(values), made: await make(parsed.output) };
  const problems = parsed.problems.map(({ field, reason, values: named }) => ({
    control: field,
    text: sentence(reason, named),
  }));
  return fail(422, { form: { ...freshForm(values), problems } });
}
