import { createContribution, createItem } from '#events/programme/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { text } from '../text.ts';
import { rooms } from './workshop/frame.ts';
import type { Participant } from './workshop/programme.ts';

/** Whom anyone may enter as: a rapporteur who writes in French, one who writes in Arabic, and who prepares and takes part. */
const accounts = {
  'exercise-rapporteur-fr': {
    name: 'Rapport, édition d’exercice (français)',
    locale: 'fr',
    role: 'rapporteur',
  },
  'exercise-rapporteur-ar': { name: 'تقرير دورة التمرين (العربية)', locale: 'ar', role: 'rapporteur' },
  'exercise-facilitator': { name: 'Facilitation, édition d’exercice', locale: 'fr', role: 'facilitator' },
  'exercise-participant': { name: 'Participation, édition d’exercice', locale: 'fr', role: 'reader' },
} as const;

const items = [
  ['opening', 'opening', '09:00', '09:30', text('Ouverture', 'الافتتاح', 'Opening')],
  [
    'session-1',
    'session',
    '09:30',
    '11:00',
    text(
      'Ce que sont devenues les recommandations de l’atelier précédent',
      'ما آلت إليه توصيات الورشة السابقة',
      'What became of the recommendations of the workshop before',
    ),
  ],
  [
    'session-2',
    'session',
    '11:15',
    '12:45',
    text('Logement des travailleurs saisonniers', 'سكن العمال الموسميين', 'Housing of seasonal workers'),
  ],
] as const;

/** Writes a workshop that is under way, with its programme and two rapporteurs, and not a line of its minutes. */
export async function writeRunning(
  tx: Transaction,
  actor: Actor,
  {
    day,
    seriesId,
    people,
    organiser,
  }: { day: string; seriesId: string; people: readonly Participant[]; organiser: string },
): Promise<void> {
  const { id } = done(
    await createWorkshop(tx, actor, {
      slug: 'exercise-running',
      seriesId,
      form: 'workshop',
      status: 'running',
      title: text(
        'Atelier d’exercice en cours : suivi et logement',
        'ورشة تمرين جارية: التتبع والسكن',
        'Exercise workshop under way: follow-up and housing',
      ),
      summary: text(
        'Un atelier laissé ouvert, pour s’exercer à en écrire le procès-verbal et à en adopter les conclusions.',
        'ورشة تُركت مفتوحة للتمرن على كتابة محضرها واعتماد خلاصاتها.',
        'A workshop left open, to practise writing its minutes and adopting its conclusions.',
      ),
      startsOn: day,
      endsOn: addDays(day, 1),
      audiences: ['regional-actors', 'local-actors', 'civil-society'],
    }),
  );
  const from = { kind: 'workshops', id } as const;
  const to = { kind: 'organisations', id: organiser } as const;
  done(await createLink(tx, actor, { from, relation: 'organiser', to, position: 1 }));
  for (const [place, [anchor, kind, startsAt, endsAt, title]] of items.entries()) {
    const item = { workshopId: id, anchor, kind, day, startsAt, endsAt, title, room: rooms.amphitheatre };
    const number = kind === 'session' ? place : undefined;
    const itemId = done(await createItem(tx, actor, { ...item, number, position: place + 1 })).id;
    for (const [position, part] of (['moderator', 'speaker'] as const).entries()) {
      const who = people[place * 2 + position]!;
      done(await createContribution(tx, actor, { itemId, position: position + 1, part, ...who }));
    }
  }
  for (const [key, { name, locale, role }] of Object.entries(accounts)) {
    const email = `${key}@demonstration.invalid`;
    const { id: accountId } = done(
      await createAccount(tx, actor, { name, email, locale, demonstration: true }),
    );
    done(await giveRole(tx, actor, { accountId, role, scope: 'workshop', on: id }));
  }
}
