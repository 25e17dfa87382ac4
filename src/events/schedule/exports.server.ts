import type { Schedule, ScheduleItem } from '#formats/frab/model.ts';
import { scheduleJson } from '#formats/frab/schedule-json.ts';
import { scheduleXml } from '#formats/frab/schedule-xml.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { version } from '#platform/version/version.ts';
import { itemWord } from '../components/words.ts';
import {
  contributorName,
  contributorPage,
  itemPage,
  knownHours,
  workshopPage,
} from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';

/** The colour by which programs that show several schedules tell this one: the network's own. */
const brand = '#0d5557';

/** The programme as frab's schedule XML. */
export function workshopScheduleXml(dossier: Dossier, publicUrl: string): string {
  return scheduleXml(workshopSchedule(dossier, publicUrl, 'schedule.xml'));
}

/** The programme as frab's schedule JSON. */
export function workshopScheduleJson(dossier: Dossier, publicUrl: string): string {
  return scheduleJson(workshopSchedule(dossier, publicUrl, 'schedule.json'));
}

/** The programme as a frab schedule: items with known hours, for that format has no place for others. */
function workshopSchedule({ workshop, programme }: Dossier, publicUrl: string, file: string): Schedule {
  const items = programme.flatMap((item): ScheduleItem[] => {
    const known = knownHours(item);
    if (!known) return [];
    return [
      {
        guid: item.id,
        slug: item.anchor,
        ...known,
        room: readOptional(item, 'room')?.text ?? readOptional(workshop, 'venue')?.text ?? workshop.slug,
        title: read(item, 'title').text,
        type: item.kind,
        track: itemWord({ kind: item.kind, number: null }),
        language: read(item, 'title').lang,
        abstract: readOptional(item, 'abstract')?.text,
        url: itemPage(workshop, item, publicUrl),
        persons: item.contributions.map((contribution) => ({
          guid: contribution.person_id ?? contribution.organisation_id!,
          name: contributorName(contribution),
          url: contributorPage(contribution, publicUrl),
        })),
      },
    ];
  });
  const revised = [workshop.updated_at, ...programme.map((item) => item.updated_at)].sort().at(-1)!;
  return {
    generator: { name: 'Indimaj', version },
    url: `${workshopPage(workshop, publicUrl)}/${file}`,
    version: revised,
    conference: {
      title: read(workshop, 'title').text,
      acronym: workshop.slug,
      description: readOptional(workshop, 'summary')?.text,
      startDate: workshop.starts_on,
      endDate: workshop.ends_on,
      timeZone: workshop.time_zone,
      url: workshopPage(workshop, publicUrl),
      baseUrl: publicUrl,
      color: brand,
    },
    items,
  };
}
