import { error, json } from '@sveltejs/kit';
import { inputOf, readForm } from '#platform/forms/values.ts';
import { requireRight } from '../../../../account.server.ts';
import { editableKind } from '../../../../editable.server.ts';
import { likelyOf } from '../../../../likely.server.ts';

/** What a form that is being filled in is likely to be already, for whoever may record it. */
export const POST = async ({ locals, params, request, setHeaders }) => {
  const kind = editableKind(params.noun);
  if (!kind.mayCreate) error(404, 'not-found');
  requireRight(locals.account !== null && kind.mayCreate(locals.actor));
  setHeaders({ 'cache-control': 'private, no-store' });
  const input = inputOf(kind.fields, readForm(kind.fields, await request.formData()));
  return json({ likely: await likelyOf(locals, kind, input) });
};
