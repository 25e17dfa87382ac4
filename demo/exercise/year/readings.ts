import { decideReading, replyToReading, submitReading } from '#follow-up/readings/changes.server.ts';
import { addDays } from '#platform/clock/local.ts';
import { done } from '#platform/records/outcome.ts';
import { spaced, text } from '../../text.ts';
import type { Plan } from './commitments.ts';
import type { Setting } from './recommendations.ts';
import { only } from './words.ts';

/** What an association or a faculty reads in a report, by whether it agrees with it. */
const said = {
  agrees: text(
    'Nous avons vu la même chose sur place : le service est ouvert, et les gens le connaissent.',
    'عاينا الأمر نفسه في عين المكان: المصلحة مفتوحة والناس يعرفونها.',
    'We have seen the same on the spot: the service is open, and people know it.',
  ),
  partly: text(
    'Le service existe, mais les heures annoncées ne sont pas tenues les jours de marché.',
    'المصلحة موجودة، غير أن الأوقات المعلنة لا تُحترم في أيام السوق.',
    'The service exists, but the hours announced are not kept on market days.',
  ),
  disagrees: text(
    'Deux visites n’y ont trouvé personne ; pour nous, le travail se prépare encore.',
    'لم نجد أحدا في زيارتين، ونرى أن العمل ما زال قيد الإعداد.',
    'Two visits found nobody there; to us, the work is still being prepared.',
  ),
};
const judgements = ['agrees', 'partly', 'disagrees'] as const;

/** Why one is not published, and what an institution says to one that is. */
const declined = {
  fr: spaced('Ce texte parle d’un autre engagement : il est attendu sur la page de celui-ci.'),
  ar: 'يتحدث هذا النص عن التزام آخر، ومكانه صفحة ذلك الالتزام.',
};
const replied = text(
  'Merci. Les heures seront affichées à la porte, et tenues.',
  'شكرا. ستُعلق الأوقات على الباب وتُحترم.',
  'Thank you. The hours will be posted at the door, and kept.',
);

/**
 * An association or a faculty reads a report a few days after it is public; most readings are published, some are
 * declined with a reason, and who wrote the report replies to some.
 * @param day when the report was validated
 * @param reportOf its id once it stands
 */
export function planReading(setting: Setting, plan: Plan, day: string, reportOf: () => string): void {
  const { tx, timeline, cast } = setting;
  const { number, lead } = plan;
  const turn = Math.floor(number / 10);
  const reader = cast.readers[turn % cast.readers.length]!;
  const judgement = judgements[turn % judgements.length]!;
  const isDeclined = turn % 9 === 4;
  const isWaiting = turn % 8 === 5;
  let id = '';
  timeline.on(addDays(day, 4), async (clock) => {
    const input = {
      reportId: reportOf(),
      organisationId: reader.id,
      judgement,
      ownStatus: judgement === 'disagrees' ? ('in-preparation' as const) : undefined,
      text: turn % 4 === 0 ? said[judgement] : only(said[judgement], reader.locale),
    };
    id = done(await submitReading(tx, reader.writer, input, clock)).id;
  });
  // A few wait for who decides them.
  if (isWaiting) return;
  timeline.on(addDays(day, 7), async (clock) => {
    const language = reader.locale === 'ar' ? 'ar' : 'fr';
    const decision = isDeclined ? 'declined' : 'published';
    const answer = isDeclined ? declined[language] : undefined;
    done(await decideReading(tx, cast.coordinator, { id, version: 1, decision, answer, language }, clock));
  });
  if (isDeclined || judgement === 'agrees') return;
  timeline.on(addDays(day, 12), async (clock) => {
    const reply = only(replied, lead.locale);
    done(await replyToReading(tx, lead.writer, { id, version: 2, reply }, clock));
  });
}
