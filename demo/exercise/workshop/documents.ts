import type { DocumentInput } from '#network/documents/schema.ts';
import { paperPdf } from '#network/paper/exports.server.ts';
import { addDays } from '#platform/clock/local.ts';
import { keepFile } from '#platform/files/keep.ts';
import type { KeptFile } from '#platform/files/model.ts';
import type { FileStore } from '#platform/files/store.ts';
import { done } from '#platform/records/outcome.ts';
import { letterPaper } from '#publication/letters/exports.server.ts';
import { spaced, text } from '../../text.ts';

/** A document of the workshop whose bytes the store has. */
export type KeptDocument = Pick<DocumentInput, 'language' | 'title'> & { file: KeptFile };

/**
 * Draws the invitations to the workshop as the letters that the node itself writes, each in its language, and keeps
 * them in the store.
 * @param day the first day of the workshop
 */
export async function keepDocuments(
  store: FileStore,
  publicUrl: string,
  day: string,
): Promise<KeptDocument[]> {
  const setting = { publicUrl, exercise: true, demonstration: true };
  const kept: KeptDocument[] = [];
  for (const { name, title, ...letter } of letters) {
    const bytes = await paperPdf(letterPaper({ ...letter, date: addDays(day, -35) }, setting));
    const { file } = done(await keepFile(store, { name, bytes }));
    kept.push({ language: letter.language, title, file });
  }
  return kept;
}

const title = text(
  'Lettre d’invitation à l’atelier',
  'رسالة الدعوة إلى الورشة',
  'Letter of invitation to the workshop',
);

const letters = [
  {
    name: 'exercise-invitation-fr.pdf',
    title,
    language: 'fr' as const,
    institution: 'Conseil régional d’exercice 1 (Littoral)\nService Migration et développement',
    addressee: 'Aux points focaux des régions d’exercice',
    place: 'Ville d’exercice',
    object: 'atelier d’exercice sur la migration et le développement',
    body: spaced(
      [
        'Nous vous invitons à un atelier de deux jours que nos trois régions préparent ensemble. Douze sessions y sont prévues, deux à la fois, chacune avec sa modération et son rapport.',
        'Nous vous prions de venir avec ce que votre région fait déjà, chiffres et échecs compris : ce sont eux dont les autres apprennent le plus. Les procès-verbaux vous seront soumis avant d’être scellés.',
        'Une interprétation est assurée en arabe et en français. Les frais de route sont à la charge de chaque institution.',
      ].join('\n\n'),
    ),
    signatory: 'Point focal régional',
    signatoryFunction: 'Service Migration et développement',
  },
  {
    name: 'exercise-invitation-ar.pdf',
    title,
    language: 'ar' as const,
    institution: 'مجلس جهة التمرين 1 (الساحل)\nمصلحة الهجرة والتنمية',
    addressee: 'إلى نقاط ارتكاز جهات التمرين',
    place: 'مدينة التمرين',
    object: 'ورشة تمرين حول الهجرة والتنمية',
    body: [
      'ندعوكم إلى ورشة تدوم يومين تعدها جهاتنا الثلاث معا، وتضم اثنتي عشرة جلسة، تُعقد منها جلستان في الوقت نفسه، ولكل جلسة مسير ومقرر.',
      'نرجو أن تأتوا بما تقوم به جهتكم فعلا، بما في ذلك الأرقام والتجارب التي لم تنجح، فمنها يتعلم الآخرون أكثر. وستُعرض عليكم المحاضر قبل ختمها.',
      'تتوفر الترجمة الفورية بالعربية والفرنسية، وتتحمل كل مؤسسة مصاريف تنقل ممثليها.',
    ].join('\n\n'),
    signatory: 'نقطة الارتكاز الجهوية',
    signatoryFunction: 'مصلحة الهجرة والتنمية',
  },
];
