import { text } from '../../../text.ts';
import { action, conclusion, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const climate: SessionEntry = {
  number: 9,
  language: 'fr',
  day: 2,
  startsAt: '10:45',
  endsAt: '12:00',
  room: 'north',
  title: text(
    'Quand l’eau manque : partir, rester, revenir',
    'حين يشح الماء: الرحيل والبقاء والعودة',
    'When water runs short: leaving, staying, returning',
  ),
  notes: [
    keyPoint({
      fr: 'Dans les Oasis, ce sont d’abord les hommes de vingt à trente ans qui partent, pour une saison ; à la troisième sécheresse, la famille suit.',
      ar: 'في جهة الواحات يرحل أولا الرجال ما بين العشرين والثلاثين، لموسم واحد؛ وفي الجفاف الثالث تلحق بهم الأسرة.',
    }),
    keyPoint({
      fr: 'Les khettaras remises en état par deux villages ont retenu quarante foyers, dont douze étaient déjà partis.',
    }),
    keyPoint({
      fr: 'Les quartiers d’arrivée du Littoral sont bâtis en zone inondable : on quitte un risque pour un autre.',
    }),
    question({ fr: 'Faut-il aider à rester ceux qui souhaitent partir ?' }),
    question({
      fr: 'Qui paie l’eau de ceux qui arrivent : la commune qu’ils quittent ou celle qu’ils rejoignent ?',
      ar: 'من يؤدي ثمن ماء الوافدين: الجماعة التي غادروها أم الجماعة التي قصدوها؟',
    }),
    conclusion(
      {
        fr: 'Le départ n’est pas un échec du territoire : préparé, il le soutient ; subi, il le vide.',
        ar: 'ليس الرحيل فشلا للمجال الترابي: إن كان مهيأ سانده، وإن كان مفروضا أفرغه.',
      },
      { key: 'prepared' },
    ),
    recommendation(
      {
        fr: 'Suivre ensemble le niveau des nappes et les départs, commune par commune, et publier les deux courbes côte à côte.',
        ar: 'تتبع مستوى الفرشات المائية وحركة الرحيل معا، جماعة جماعة، ونشر المنحنيين جنبا إلى جنب.',
      },
      { key: 'water-data' },
    ),
    recommendation(
      {
        fr: 'Tenir les zones inondables hors des nouveaux lotissements, et reloger d’abord ceux qui y vivent déjà.',
        ar: 'إبعاد المناطق المهددة بالفيضان عن التجزئات الجديدة، والبدء بإعادة إسكان من يعيشون فيها.',
      },
      { key: 'flood' },
    ),
    action(
      {
        fr: 'Cartographier les puits suivis et les communes de départ sur un même fond.',
        ar: 'رسم الآبار المتتبعة وجماعات الانطلاق على خريطة واحدة.',
      },
      { key: 'wells', owner: 'exercise-council-oases', within: 130 },
    ),
    action(
      { fr: 'Inviter deux villages à montrer leur khettara à ceux du Plateau.' },
      { owner: 'exercise-organisation-20', within: 85 },
    ),
    quotation(
      {
        fr: 'Le palmier attend. L’enfant, lui, a soif aujourd’hui.',
        ar: 'النخلة تنتظر، أما الطفل فعطشان اليوم.',
      },
      { speaker: 3, consent: true },
    ),
  ],
};
