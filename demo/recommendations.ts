import type { RecommendationInput } from '#follow-up/recommendations/schema.ts';
import type { Links } from './links.ts';
import { text, type FullText } from './text.ts';

/** A recommendation; its place in the register is its place in the list. */
export interface RecommendationEntry extends Omit<
  RecommendationInput,
  'slug' | 'position' | 'title' | 'text'
> {
  title: FullText;
  text: FullText;
  links: Links;
}

function linked(serves: string[]): Links {
  return {
    'stems-from': ['indimaj-oriental'],
    'shared-at': ['rabat-2018'],
    serves: ['migration-governance-development', ...serves],
    cites: ['indimaj-study', 'iom-rabat-2018'],
  };
}

/** The three recommendations of the INDIMAJ study, as the public note of April 2018 lists them. */
export const recommendations: Record<string, RecommendationEntry> = {
  'cross-cutting-integrated-approach': {
    reference: 'INDIMAJ-1',
    title: text(
      'Adopter une approche transversale et intégrée de la migration',
      'اعتماد مقاربة عرضانية ومندمجة للهجرة',
      'Adopt a cross-cutting and integrated approach to migration',
    ),
    text: text(
      'Première des trois recommandations de l’étude INDIMAJ : traiter la migration dans l’ensemble de l’action publique et non comme un dossier à part. La note publique en donne l’intitulé ; elle n’indique ni destinataire, ni échéance, ni indicateur.',
      'أولى التوصيات الثلاث لدراسة «اندماج»: تناول الهجرة في مجموع العمل العمومي لا باعتبارها ملفاً منفصلاً. تورد المذكرة المنشورة عنوان التوصية، ولا تحدد الجهة المعنية بها ولا أجلاً ولا مؤشراً.',
      'The first of the three recommendations of the INDIMAJ study: to deal with migration throughout public action, not as a file of its own. The public note gives its heading; it names no addressee, no due date and no indicator.',
    ),
    links: linked(['sdg-10']),
  },
  'multi-level-partnerships': {
    reference: 'INDIMAJ-2',
    title: text(
      'Mener une stratégie de partenariats multi-niveaux',
      'نهج استراتيجية للشراكات متعددة المستويات',
      'Pursue a strategy of multi-level partnerships',
    ),
    text: text(
      'Deuxième recommandation de l’étude : nouer des partenariats à plusieurs niveaux selon une stratégie d’ensemble. L’atelier de Rabat, qui rapprochait échelon central et régions et visait la coopération Sud-Sud, en montre le terrain. La note publique n’indique ni destinataire, ni échéance.',
      'ثانية توصيات الدراسة: بناء شراكات على مستويات متعددة وفق استراتيجية شاملة. وتعطي ورشة الرباط، التي قرّبت بين المستوى المركزي والجهات واستهدفت التعاون جنوب-جنوب، مثالاً على مجالها. ولا تحدد المذكرة المنشورة الجهة المعنية بالتوصية ولا أجلاً.',
      'The study’s second recommendation: to build partnerships at several levels under one strategy. The Rabat workshop, which brought the central level and the regions together and aimed at South–South cooperation, shows the ground it covers. The public note names no addressee and no due date.',
    ),
    links: linked(['sdg-17']),
  },
  'knowledge-and-capacity': {
    reference: 'INDIMAJ-3',
    title: text(
      'Fonder l’approche de la migration sur la connaissance et renforcer la capacité des acteurs régionaux',
      'اعتماد مقاربة للهجرة قائمة على المعرفة وعلى تعزيز قدرات الفاعلين الجهويين',
      'Base the approach to migration on knowledge and strengthen the capacity of regional actors',
    ),
    text: text(
      'Troisième recommandation de l’étude : elle lie deux choses, savoir et savoir-faire, c’est-à-dire connaître la migration et donner aux acteurs régionaux les moyens d’agir. La note publique n’indique ni destinataire, ni échéance.',
      'ثالثة توصيات الدراسة، وهي تربط بين أمرين: المعرفة والقدرة على الفعل، أي فهم الهجرة وتمكين الفاعلين الجهويين من وسائل العمل. ولا تحدد المذكرة المنشورة الجهة المعنية بالتوصية ولا أجلاً.',
      'The study’s third recommendation ties two things together, knowledge and ability: understanding migration, and giving regional actors the means to act. The public note names no addressee and no due date.',
    ),
    links: linked(['sdg-17']),
  },
};
