import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { distinguish } from '#network/distinctions/changes.server.ts';
import { mergeRecords } from '#network/merges/changes.server.ts';
import { isMergeable } from '#network/merges/model.ts';
import { leadingWords } from '#network/merges/components/words.ts';
import { countReferences, References } from '#network/references/queries.server.ts';
import { mayEditNetwork } from '#network/policy.ts';
import { inputOf, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { passage } from '#platform/locale/text.ts';
import { resolveAddress } from '#platform/records/records.server.ts';
import { requireAccount, requireRight } from '../../../../../account.server.ts';
import { editableKind } from '../../../../../editable.server.ts';
import { sentence } from '../../../../../forms.server.ts';
import { comparedFields, joined } from '../../../../../joined.ts';

type Compared = Pick<RequestEvent, 'locals' | 'url'> & {
  params: { noun: string; first: string; second: string };
};

/** The two records that the address names, for those who may make them one. */
async function comparedAt({ locals, url, params }: Compared) {
  requireAccount({ locals, url });
  requireRight(mayEditNetwork(locals.actor) && isMergeable(params.noun));
  const kind = editableKind(params.noun);
  const [first, second] = await Promise.all(
    [params.first, params.second].map(async (slug) => {
      const id = await resolveAddress(locals.db.reader, kind.kind, slug);
      return (id !== null && (await kind.read(locals, id))) || error(404, 'not-found');
    }),
  );
  if (first!.id === second!.id)
    redirect(303, localized(`/${kind.noun}/${first!.slug}/history`, locals.locale));
  return { kind, records: [first!, second!] as const };
}

export const load = async (event) => {
  const { locals } = event;
  const { kind, records } = await comparedAt(event);
  const references = await References.of(locals.db);
  const leading = await Promise.all(
    records.map(({ id }) => countReferences(locals.db.reader, references, { kind: kind.kind, id })),
  );
  return {
    noun: kind.noun,
    // What links lead to is the older one as a rule: it stays unless somebody chooses otherwise.
    older: records[1].created_at < records[0].created_at ? ('second' as const) : ('first' as const),
    options: (await kind.options?.(locals)) ?? {},
    records: records.map((row, side) => ({
      slug: row.slug,
      version: row.version,
      leading: leadingWords(leading[side]!, locals.locale),
      name: passage(row as never, kind.title as never, locals.locale) ?? row.slug,
      values: valuesOf(kind.fields, row),
    })),
  };
};

export const actions = {
  merge: async (event) => {
    const { locals, request } = event;
    const { kind, records } = await comparedAt(event);
    const form = await request.formData();
    const keep = form.get('keep') === 'second' ? 1 : 0;
    const picks = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const values = joined(
      kind.fields,
      records.map((row) => valuesOf(kind.fields, row)),
      (control) => (picks[`pick ${control}`] === 'second' ? 1 : 0),
      keep,
    );
    const versionOf = (index: number) => Number(picks[index === 0 ? 'first' : 'second']);
    const outcome = await mergeRecords(locals.db, locals.actor, {
      kind: kind.kind as never,
      keptId: records[keep].id,
      goneId: records[keep === 0 ? 1 : 0].id,
      keptVersion: versionOf(keep),
      goneVersion: versionOf(keep === 0 ? 1 : 0),
      values: inputOf(comparedFields(kind.fields), values),
    });
    if (outcome.ok)
      redirect(
        303,
        localized(`/${kind.noun}/${outcome.slug}/history`, locals.locale) + `?joined=${outcome.id}`,
      );
    const field = kind.fields.find(({ name }) => outcome.field?.startsWith(name));
    return fail(422, { problem: sentence(outcome.reason), field: field?.label() ?? null, picks });
  },
  distinguish: async (event) => {
    const { locals } = event;
    const { kind, records } = await comparedAt(event);
    const outcome = await distinguish(locals.db, locals.actor, {
      kind: kind.kind as never,
      firstId: records[0].id,
      secondId: records[1].id,
    });
    // Said twice is said once.
    if (!outcome.ok && outcome.reason !== 'platform_refused_taken')
      return fail(422, { problem: sentence(outcome.reason), field: null, picks: {} });
    redirect(303, `${localized('/duplicates', locals.locale)}?done=distinguished`);
  },
};
