import { translated, translatedKinds } from '#publication/translations/model.ts';
import {
  countsOf,
  listTranslations,
  type TranslatedRecord,
} from '#publication/translations/queries.server.ts';
import { locales } from '#platform/locale/locale.ts';
import { passage } from '#platform/locale/text.ts';
import { requireAccount } from '../../account.server.ts';
import { filtersAsked, paginate } from '../../paging.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  const chosen = filtersAsked(locals, url, {
    kind: translatedKinds,
    language: locales,
    lacking: ['missing', 'unread'],
  });
  const records: TranslatedRecord[] = [];
  for (const kind of chosen.kind ? [chosen.kind] : translatedKinds)
    records.push(...(await listTranslations(locals.db.reader, locals.actor, kind)));
  const waiting = (record: TranslatedRecord) =>
    record.translations.filter(
      ({ language, state }) =>
        (chosen.lacking ? state === chosen.lacking : state === 'missing' || state === 'unread') &&
        (!chosen.language || language === chosen.language),
    );
  const lacking = records.map((record) => ({ record, waiting: waiting(record) }));
  const { shown, paging } = paginate(
    locals,
    url,
    lacking.filter(({ waiting }) => waiting.length > 0),
    chosen,
  );
  return {
    chosen,
    paging,
    counts: countsOf(records),
    records: shown.map(({ record: { kind, id, row }, waiting }) => ({
      kind,
      id,
      name: passage(row as never, translated[kind][0] as never, locals.locale) ?? id,
      waiting: waiting.map(({ field, language, state }) => ({ field, language, state })),
    })),
  };
};
