/** A paper with every kind of block, for the tests of what writes papers. */
import type { Inline, Paper, Run } from './model.ts';

type Lang = 'fr' | 'ar' | 'en';

const texts = {
  title: {
    fr: 'Actes d’un atelier : régions et migration',
    ar: 'أشغال ورشة: الجهات والهجرة',
    en: 'Proceedings of a workshop: regions and migration',
  },
  chapter: { fr: 'Le programme', ar: 'البرنامج', en: 'The programme' },
  section: { fr: 'Première séance', ar: 'الجلسة الأولى', en: 'First session' },
  part: { fr: 'Ce qui a été dit', ar: 'ما قيل', en: 'What was said' },
  lead: {
    fr: 'Deux journées pour comparer des pratiques, du 10 au 11 avril 2018.',
    ar: 'يومان للمقارنة بين الممارسات، من 10 إلى 11 أبريل 2018.',
    en: 'Two days to compare practices, from 10 to 11 April 2018.',
  },
  mixed: {
    fr: 'Le mot « اندماج » veut dire intégration ; le projet INDIMAJ-Oriental en vient.',
    ar: 'كلمة «اندماج» هي اسم مشروع INDIMAJ-Oriental الذي أُنجز بين 2015 و2018.',
    en: 'The word “اندماج” means integration; the INDIMAJ-Oriental project is named after it.',
  },
  item: {
    fr: 'Travailler entre régions.',
    ar: 'العمل بين الجهات في إطار الحوار.',
    en: 'To work between regions.',
  },
  who: { fr: 'Qui', ar: 'من', en: 'Who' },
  what: { fr: 'Quoi', ar: 'ماذا', en: 'What' },
  when: { fr: 'Échéance', ar: 'الأجل', en: 'Due' },
  region: {
    fr: 'Conseil régional de l’Oriental',
    ar: 'مجلس جهة الشرق',
    en: 'Regional Council of the Oriental',
  },
  deed: { fr: 'Préparer la réunion suivante', ar: 'إعداد اللقاء الموالي', en: 'To prepare the next meeting' },
  day: { fr: '30 juin 2018', ar: '30 يونيو 2018', en: '30 June 2018' },
  alt: { fr: 'Un carré vert', ar: 'مربع أخضر', en: 'A green square' },
  note: { fr: 'Selon la note publique.', ar: 'حسب المذكرة المنشورة.', en: 'As the public note tells it.' },
  contents: { fr: 'Sommaire', ar: 'المحتويات', en: 'Contents' },
  notice: { fr: 'Réseau d’exercice', ar: 'شبكة للتمرين', en: 'Exercise network' },
} satisfies Record<string, Record<Lang, string>>;

/** A green square of 8 × 8 pixels. */
export const SQUARE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGPgDQ3HihiGlgQAAFYuQeUblmoAAAAASUVORK5CYII=';

/** A paper of each kind of block in one language, its texts changed or a text put in. */
export function sample(lang: Lang, changes: Partial<Paper> = {}): Paper {
  const at = (key: keyof typeof texts): Run => ({ text: texts[key][lang] });
  const one = (key: keyof typeof texts): Inline => [at(key)];
  const other: Run =
    lang === 'ar' ? { text: 'Note en français.', lang: 'fr' } : { text: 'نص بالعربية.', lang: 'ar' };
  return {
    lang,
    form: 'publication',
    title: at('title'),
    author: 'Indimaj',
    date: '2018-04-11',
    cover: {
      eyebrow: one('contents'),
      lines: [one('day')],
      by: [{ label: one('who'), names: [one('region')] }],
    },
    contents: at('contents'),
    running: { head: one('title'), foot: [{ text: 'indimaj.example' }] },
    blocks: [
      { kind: 'heading', level: 1, text: one('chapter') },
      { kind: 'paragraph', tone: 'lead', text: one('lead') },
      { kind: 'paragraph', text: [at('mixed'), { text: ' ' }, { ...at('lead'), note: one('note') }] },
      { kind: 'heading', level: 2, text: one('section') },
      { kind: 'paragraph', tone: 'eyebrow', text: one('when') },
      { kind: 'list', items: [one('item'), [other]] },
      { kind: 'list', ordered: true, items: [one('item'), one('deed')] },
      { kind: 'heading', level: 3, text: one('part') },
      { kind: 'quotation', text: one('mixed'), by: one('region') },
      {
        kind: 'table',
        columns: [
          { title: one('who'), share: 2 },
          { title: one('what'), share: 3 },
          { title: one('when'), share: 2 },
        ],
        rows: [[[one('region')], [one('deed')], [one('day')]]],
      },
      { kind: 'facts', facts: [{ label: one('when'), values: [one('day')] }] },
      {
        kind: 'figure',
        image: SQUARE,
        type: 'png',
        width: 8,
        height: 8,
        alt: at('alt'),
        caption: one('note'),
      },
      { kind: 'paragraph', tone: 'soft', text: [{ ...at('note'), href: 'https://indimaj.example/a' }] },
    ],
    ...changes,
  };
}

export const noticeIn = (lang: Lang): Run => ({ text: texts.notice[lang] });
