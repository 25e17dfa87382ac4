import type { Links } from '../links.ts';
import { text } from '../text.ts';
import type { ConceptEntry } from './model.ts';

type Names = readonly [fr: string, ar: string, en: string];

/** Short names of the Sustainable Development Goals as the United Nations give them in each language. */
const goals: readonly Names[] = [
  ['Pas de pauvreté', 'القضاء على الفقر', 'No poverty'],
  ['Faim « zéro »', 'القضاء التام على الجوع', 'Zero hunger'],
  ['Bonne santé et bien-être', 'الصحة الجيدة والرفاه', 'Good health and well-being'],
  ['Éducation de qualité', 'التعليم الجيد', 'Quality education'],
  ['Égalité entre les sexes', 'المساواة بين الجنسين', 'Gender equality'],
  ['Eau propre et assainissement', 'المياه النظيفة والنظافة الصحية', 'Clean water and sanitation'],
  ['Énergie propre et d’un coût abordable', 'طاقة نظيفة وبأسعار معقولة', 'Affordable and clean energy'],
  [
    'Travail décent et croissance économique',
    'العمل اللائق ونمو الاقتصاد',
    'Decent work and economic growth',
  ],
  [
    'Industrie, innovation et infrastructure',
    'الصناعة والابتكار والهياكل الأساسية',
    'Industry, innovation and infrastructure',
  ],
  ['Inégalités réduites', 'الحد من أوجه عدم المساواة', 'Reduced inequalities'],
  ['Villes et communautés durables', 'مدن ومجتمعات محلية مستدامة', 'Sustainable cities and communities'],
  [
    'Consommation et production responsables',
    'الاستهلاك والإنتاج المسؤولان',
    'Responsible consumption and production',
  ],
  ['Mesures relatives à la lutte contre les changements climatiques', 'العمل المناخي', 'Climate action'],
  ['Vie aquatique', 'الحياة تحت الماء', 'Life below water'],
  ['Vie terrestre', 'الحياة في البرّ', 'Life on land'],
  [
    'Paix, justice et institutions efficaces',
    'السلام والعدل والمؤسسات القوية',
    'Peace, justice and strong institutions',
  ],
  [
    'Partenariats pour la réalisation des objectifs',
    'عقد الشراكات لتحقيق الأهداف',
    'Partnerships for the goals',
  ],
];

const links: Links = { cites: ['agenda-2030'] };

/** The seventeen goals of the 2030 Agenda, `sdg-1` to `sdg-17`. */
export const sustainableDevelopmentGoals: Record<string, ConceptEntry> = Object.fromEntries(
  goals.map((names, index) => {
    const code = String(index + 1);
    return [`sdg-${code}`, { scheme: 'sdg' as const, code, name: text(...names), links }];
  }),
);
