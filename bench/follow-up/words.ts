import type { TrilingualText } from '#platform/locale/text.ts';

/** A text in three languages that differs by its number. */
export function three(fr: string, ar: string, en: string, number: number): TrilingualText {
  return { fr: `${fr} ${number}`, ar: `${ar} ${number}`, en: `${en} ${number}`, original: 'fr' };
}

const acts = [
  ['Ouvrir un guichet d’accueil', 'فتح شباك للاستقبال', 'Open a reception desk'],
  ['Former les agents de première ligne', 'تكوين أعوان الخط الأول', 'Train front-line officers'],
  [
    'Reconnaître les acquis de l’expérience',
    'الاعتراف بمكتسبات الخبرة',
    'Recognise what experience has taught',
  ],
  [
    'Accompagner les projets de la diaspora',
    'مواكبة مشاريع مغاربة العالم',
    'Support projects of the diaspora',
  ],
  ['Publier les données sur les mobilités', 'نشر معطيات التنقلات', 'Publish data on mobility'],
  ['Associer les jeunes aux décisions', 'إشراك الشباب في القرارات', 'Involve young people in decisions'],
] as const;
const places = [
  ['dans chaque province', 'في كل إقليم', 'in every province'],
  ['avec les communes rurales', 'مع الجماعات القروية', 'with rural municipalities'],
  ['dans les écoles', 'في المدارس', 'in schools'],
  ['pour les travailleurs saisonniers', 'لفائدة العمال الموسميين', 'for seasonal workers'],
  ['près des gares et des ports', 'قرب المحطات والموانئ', 'near stations and ports'],
] as const;

/** A title as a register has them; its number tells it apart. */
export function title(number: number): TrilingualText {
  const [act, place] = [acts[number % acts.length]!, places[number % places.length]!];
  return {
    fr: `${act[0]} ${place[0]}, ${number}`,
    ar: `${act[1]} ${place[1]}، ${number}`,
    en: `${act[2]} ${place[2]}, ${number}`,
    original: 'fr',
  };
}

const sentence = [
  'Les services qui reçoivent les personnes migrantes travaillent chacun pour soi, et leurs horaires ne se recoupent pas.',
  'تعمل المصالح التي تستقبل المهاجرين كل واحدة على حدة، ولا تتطابق أوقات عملها.',
  'Services that receive migrants each work on their own, and their hours do not overlap.',
] as const;

/** A paragraph in three languages. */
export function paragraph(number: number): TrilingualText {
  const [fr, ar, en] = sentence.map((one) => `${one} ${one} ${number}.`);
  return { fr: fr!, ar: ar!, en: en!, original: 'fr' };
}

/** A paragraph in the one language that its institution writes in. */
export function told(number: number): TrilingualText {
  return number % 3 === 0
    ? { ar: `${sentence[1]} ${number}.`, original: 'ar' }
    : { fr: `${sentence[0]} ${number}.`, original: 'fr' };
}
