import type { Trilingual } from '#platform/locale/text.ts';
import { identifier } from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';

/** The record itself in its three languages, as the node holds it. */
export function workshopRecord(dossier: Dossier, publicUrl: string): string {
  const { workshop, series, programme, conclusions, audiences, organisations, initiatives, territories } =
    dossier;
  const ref = (noun: string, row: { slug: string }) => `${publicUrl}/${noun}/${row.slug}`;
  const record = {
    id: identifier(workshop, publicUrl),
    type: 'workshop',
    form: workshop.form,
    status: workshop.status,
    title: texts(workshop, 'title'),
    summary: texts(workshop, 'summary'),
    aims: texts(workshop, 'aims'),
    outcome: texts(workshop, 'outcome'),
    dates: { from: workshop.starts_on, to: workshop.ends_on, timeZone: workshop.time_zone },
    venue: texts(workshop, 'venue'),
    city: texts(workshop, 'city'),
    series: series && texts(series, 'name'),
    attendance:
      workshop.attendance_total === null
        ? null
        : {
            total: workshop.attendance_total,
            minimum: workshop.attendance_minimum === 1,
            women: workshop.attendance_women,
            men: workshop.attendance_men,
          },
    audiences: audiences.map(({ actor_type }) => actor_type),
    organisations: organisations.map((row) => ({
      relation: row.relation,
      id: ref('organisations', row),
      name: texts(row, 'name'),
    })),
    initiatives: initiatives.map((row) => ({ id: ref('initiatives', row), name: texts(row, 'name') })),
    territories: territories.map((row) => ({
      id: ref('territories', row),
      code: row.code,
      name: texts(row, 'name'),
    })),
    programme: programme.map((item) => ({
      anchor: item.anchor,
      kind: item.kind,
      number: item.number,
      day: item.day,
      startsAt: item.starts_at,
      endsAt: item.ends_at,
      title: texts(item, 'title'),
      abstract: texts(item, 'abstract'),
      contributions: item.contributions.map((contribution) => ({
        part: contribution.part,
        role: texts(contribution, 'role'),
        person: contribution.person_slug && `${publicUrl}/people/${contribution.person_slug}`,
        organisation:
          contribution.organisation_slug && `${publicUrl}/organisations/${contribution.organisation_slug}`,
      })),
    })),
    conclusions: conclusions.map((row) => ({ kind: row.kind, text: texts(row, 'text') })),
    sources: dossier.sources.map(({ title, language, publisher, url }) => ({
      title,
      language,
      publisher,
      url,
    })),
    updatedAt: workshop.updated_at,
  };
  return JSON.stringify(record, null, 2);
}

function texts<Field extends string>(row: Trilingual<Field>, field: Field) {
  const columns = row as Record<string, string | null>;
  const found = { fr: columns[`${field}_fr`], ar: columns[`${field}_ar`], en: columns[`${field}_en`] };
  if (!found.fr && !found.ar && !found.en) return null;
  return { ...found, original: columns[`${field}_original`] };
}
