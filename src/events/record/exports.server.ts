import { identifier, recordJson, reference, texts } from '#network/exports.server.ts';
import { fileAddress } from '#network/documents/model.ts';
import { citation } from '#network/sources/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';
import { attendanceRecord, participationRecord } from '../published-participation/exports.server.ts';

/** The record itself in its three languages, as the node holds it. */
export function workshopRecord(dossier: Dossier, publicUrl: string): string {
  const { workshop, series, programme, conclusions, audiences, organisations, initiatives, territories } =
    dossier;
  const to = (noun: string, slug: string | null) => slug && identifier(publicUrl, noun, { slug });
  return recordJson({
    id: identifier(publicUrl, 'workshops', workshop),
    type: 'workshop',
    form: workshop.form,
    status: workshop.status,
    reason: workshop.reason && { text: workshop.reason, language: workshop.reason_language },
    postponedFrom: workshop.former_starts_on && {
      from: workshop.former_starts_on,
      to: workshop.former_ends_on,
    },
    title: texts(workshop, 'title'),
    summary: texts(workshop, 'summary'),
    aims: texts(workshop, 'aims'),
    outcome: texts(workshop, 'outcome'),
    dates: { from: workshop.starts_on, to: workshop.ends_on, timeZone: workshop.time_zone },
    venue: texts(workshop, 'venue'),
    city: texts(workshop, 'city'),
    series: series && texts(series, 'name'),
    follows: dossier.previous && {
      id: identifier(publicUrl, 'workshops', dossier.previous),
      title: texts(dossier.previous, 'title'),
    },
    attendance: attendanceRecord(dossier.participation.whole),
    participation: participationRecord(dossier.participation, publicUrl),
    audiences: audiences.map(({ actor_type }) => actor_type),
    organisations: organisations.map((row) => ({
      relation: row.relation,
      ...reference(publicUrl, 'organisations', row),
    })),
    initiatives: initiatives.map((row) => reference(publicUrl, 'initiatives', row)),
    territories: territories.map((row) => ({
      ...reference(publicUrl, 'territories', row),
      code: row.code,
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
      attendance: attendanceRecord(dossier.participation.sessions.get(item.id)),
      contributions: item.contributions.map((contribution) => ({
        part: contribution.part,
        role: texts(contribution, 'role'),
        person: to('people', contribution.person_slug),
        organisation: to('organisations', contribution.organisation_slug),
      })),
    })),
    conclusions: conclusions.map((row) => ({ kind: row.kind, text: texts(row, 'text') })),
    documents: dossier.documents.map((row) => ({
      name: row.name,
      mediaType: row.media_type,
      bytes: row.bytes,
      sha256: row.sha256,
      language: row.language,
      url: publicUrl + fileAddress(row),
    })),
    sources: dossier.sources.map(citation),
    updatedAt: workshop.updated_at,
  });
}
