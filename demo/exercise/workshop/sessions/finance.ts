import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const finance: SessionEntry = {
  number: 12,
  language: 'fr',
  day: 2,
  startsAt: '13:45',
  endsAt: '15:00',
  room: 'south',
  title: text(
    'Qui finance quoi : gouvernance à plusieurs niveaux et suivi des engagements',
    'من يمول ماذا: حكامة متعددة المستويات وتتبع الالتزامات',
    'Who funds what: multi-level governance and the follow-up of commitments',
  ),
  abstract: text(
    'Ministères, régions, communes et bailleurs financent les mêmes services sans le savoir. Par où commencer pour le voir ?',
    'تمول الوزارات والجهات والجماعات والمانحون الخدمات نفسها دون علم بعضها ببعض. من أين نبدأ لنرى ذلك؟',
    'Ministries, regions, municipalities and donors fund the same services unawares. Where to begin in order to see it?',
  ),
  notes: [
    keyPoint({
      fr: 'Une même maison de l’accueil figure dans trois conventions, avec trois budgets et un seul agent.',
      en: 'One and the same reception house stands in three agreements, with three budgets and a single officer.',
    }),
    keyPoint({
      fr: 'Les comités se réunissent, les relevés de décisions existent ; personne ne relit celui de la fois d’avant.',
      ar: 'تجتمع اللجان وتُحرر محاضر قراراتها، غير أن أحدا لا يعود إلى محضر الاجتماع السابق.',
    }),
    keyPoint({
      fr: 'Les bailleurs demandent chacun un rapport à leur modèle : un point focal y passe six semaines par an.',
      en: 'Each donor wants a report on its own template: a focal point spends six weeks a year on them.',
    }),
    question({
      fr: 'Qui réunit qui : la région invite-t-elle les ministères, ou l’inverse ?',
      en: 'Who convenes whom: does the region invite the ministries, or the other way round?',
    }),
    decision(
      {
        fr: 'Chaque réunion du comité s’ouvre sur l’état des engagements de la précédente.',
        ar: 'يُفتتح كل اجتماع للجنة بعرض حالة التزامات الاجتماع السابق.',
        en: 'Every meeting of the committee opens on the state of the commitments of the one before.',
      },
      { key: 'open-on-last' },
    ),
    conclusion(
      {
        fr: 'Un engagement sans nom, sans date et sans budget n’est qu’un souhait ; il faut l’écrire autrement ou ne pas l’écrire.',
        ar: 'الالتزام الذي لا اسم له ولا أجل ولا ميزانية مجرد أمنية؛ فإما أن يُكتب على نحو آخر أو لا يُكتب.',
        en: 'A commitment without a name, a date and a budget is a wish: write it otherwise, or not at all.',
      },
      { key: 'name-date-budget' },
    ),
    recommendation(
      {
        fr: 'Tenir un registre public de qui finance quoi, où, et jusqu’à quand, que chaque institution met à jour pour sa part.',
        ar: 'مسك سجل عمومي لمن يمول ماذا وأين وإلى متى، تحين فيه كل مؤسسة ما يخصها.',
        en: 'Keep a public register of who funds what, where and until when, each institution keeping its own part up to date.',
      },
      { key: 'register' },
    ),
    action(
      {
        fr: 'Proposer aux bailleurs un rapport commun, une fois l’an.',
        ar: 'اقتراح تقرير مشترك على الجهات المانحة مرة في السنة.',
        en: 'Propose to the donors one common report, once a year.',
      },
      { key: 'common-report', owner: 'exercise-organisation-9', within: 80 },
    ),
    action(
      {
        fr: 'Relever dans les conventions en cours les dépenses qui se recouvrent.',
        ar: 'جرد النفقات المتداخلة في الاتفاقيات الجارية.',
      },
      { key: 'overlaps', owner: 'exercise-agency', within: 170 },
    ),
    quotation(
      {
        fr: 'Nous avons trois tableaux de bord et pas de volant.',
        ar: 'لدينا ثلاث لوحات قيادة وليس لدينا مقود.',
        en: 'We have three dashboards and no steering wheel.',
      },
      { speaker: 2, consent: true },
    ),
  ],
};
