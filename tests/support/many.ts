import { unanswered } from '#follow-up/recommendations/model.ts';
import { undisturbed } from '#events/status/model.ts';
import { organisationLevels, organisationTypes } from '#network/organisations/model.ts';
import type { Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { idAt } from './meeting.ts';
import { tester } from './node.ts';

/** How many records of each kind a large network has here. */
export const many = {
  communes: 1_500,
  organisations: 2_400,
  people: 1_600,
  workshops: 900,
  recommendations: 700,
};

/** Adds thousands of records to the demonstration network: one province with all communes, the rest around it. */
export async function writeMany(tx: Transaction): Promise<void> {
  const region = await idAt(tx, 'territories', 'oriental');
  const short = columns('short_name', undefined);
  const nowhere = { code_mark: null, tile_column: null, tile_row: null };
  const province = await createRecord(tx, tester, 'territories', {
    slug: 'many-province',
    parent_id: region,
    level: 'province',
    code: 'MA-XXX',
    ...nowhere,
    ...named('Province', 'إقليم', 0),
    ...columns('short_name', { fr: 'Province', original: 'fr' }),
  });
  const communes: string[] = [];
  for (let n = 1; n <= many.communes; n += 1) {
    const code = `MA-XXX-${String(n).padStart(4, '0')}`;
    const names =
      n % 2 ? columns('name', { fr: `Commune ${n}`, original: 'fr' }) : named('Commune', 'جماعة', n);
    const values = { slug: `many-commune-${n}`, parent_id: province, level: 'commune', code } as const;
    communes.push(
      await createRecord(tx, tester, 'territories', { ...values, ...nowhere, ...short, ...names }),
    );
  }
  for (let n = 1; n <= many.organisations; n += 1)
    await createRecord(tx, tester, 'organisations', {
      slug: `many-organisation-${n}`,
      type: organisationTypes[n % organisationTypes.length]!,
      level: organisationLevels[n % organisationLevels.length]!,
      parent_id: null,
      territory_id: n % 3 ? null : communes[n % communes.length]!,
      ...named('Association', 'جمعية', n),
      ...columns('acronym', undefined),
      ...columns('summary', undefined),
      url: null,
    });
  for (let n = 1; n <= many.people; n += 1)
    await createRecord(tx, tester, 'people', { slug: `many-person-${n}`, ...named('Rôle', 'دور', n) });
  for (let n = 1; n <= many.workshops; n += 1)
    await createRecord(tx, tester, 'workshops', {
      slug: `many-workshop-${n}`,
      series_id: null,
      form: 'workshop',
      status: 'published',
      ...undisturbed,
      follows_id: null,
      ...text('title', 'Atelier', 'ورشة', n),
      ...columns('summary', undefined),
      ...columns('aims', undefined),
      ...columns('outcome', undefined),
      ...columns('venue', undefined),
      ...columns('city', undefined),
      starts_on: `${2000 + (n % 20)}-0${1 + (n % 9)}-1${n % 10}`,
      ends_on: `${2000 + (n % 20)}-0${1 + (n % 9)}-1${n % 10}`,
      time_zone: 'Africa/Casablanca',
      territory_id: null,
      attendance_total: null,
      attendance_minimum: 0,
      attendance_women: null,
      attendance_men: null,
    });
  for (let n = 1; n <= many.recommendations; n += 1)
    await createRecord(tx, tester, 'recommendations', {
      slug: `many-recommendation-${n}`,
      reference: `X-${n}`,
      position: 100 + n,
      ...text('title', 'Recommandation', 'توصية', n),
      ...columns('text', undefined),
      ...columns('priority_reason', undefined),
      ...columns('beneficiaries', undefined),
      issued_on: null,
      source_pages: null,
      priority: null,
      visibility: 'public',
      ...unanswered,
    });
}

function text<Field extends string>(field: Field, fr: string, ar: string, n: number) {
  return columns(field, { fr: `${fr} ${n}`, ar: `${ar} ${n}`, en: `${fr} ${n}`, original: 'fr' });
}

function named(fr: string, ar: string, n: number) {
  return text('name', fr, ar, n);
}
