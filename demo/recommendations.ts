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
    cites: ['iom-rabat-2018'],
  };
}

/** The three recommendations of the INDIMAJ study that the public note of April 2018 reports, in our words. */
export const recommendations: Record<string, RecommendationEntry> = {
  'cross-cutting-integrated-approach': {
    reference: 'INDIMAJ-1',
    title: text(
      'Prendre en compte la migration dans tous les secteurs, de façon cohérente',
      'مراعاة الهجرة في جميع القطاعات وفق رؤية منسجمة',
      'Take migration into account in every sector, as one whole',
    ),
    text: text(
      'L’étude INDIMAJ fait trois recommandations ; voici la première. Elle demande une approche « transversale et intégrée » : que toute l’action publique tienne compte de la migration, au lieu d’en faire un dossier à part. La note publique qui la rapporte n’indique ni destinataire, ni échéance, ni indicateur.',
      'قدّمت دراسة «اندماج» ثلاث توصيات، وهذه أولاها. وهي تدعو إلى مقاربة «عرضانية ومندمجة»، أي أن يراعي العمل العمومي كله الهجرة بدل أن تُجعل ملفاً منفصلاً. ولا تحدد المذكرة المنشورة التي أوردتها الجهة المعنية بها ولا أجلاً ولا مؤشراً.',
      'The INDIMAJ study makes three recommendations; this is the first. It asks for an approach that is “cross-cutting and integrated”: all public action should take account of migration, instead of leaving it in a file of its own. The public note that reports it names no addressee, no due date and no indicator.',
    ),
    links: linked(['sdg-10']),
  },
  'multi-level-partnerships': {
    reference: 'INDIMAJ-2',
    title: text(
      'Construire des partenariats à plusieurs niveaux, selon une stratégie',
      'بناء شراكات بين مستويات متعددة وفق استراتيجية',
      'Build partnerships across several levels, under a strategy',
    ),
    text: text(
      'Deuxième recommandation de l’étude : que les niveaux se lient les uns aux autres, et que ces liens suivent un plan. L’atelier de Rabat, qui rapprochait échelon central et régions et visait la coopération Sud-Sud, en montre le terrain. La note publique n’indique ni destinataire, ni échéance.',
      'ثانية توصيات الدراسة: أن ترتبط المستويات بعضها ببعض وأن تتبع هذه الروابط خطة. وتعطي ورشة الرباط، التي قرّبت بين المستوى المركزي والجهات واستهدفت التعاون جنوب-جنوب، مثالاً على مجالها. ولا تحدد المذكرة المنشورة الجهة المعنية بالتوصية ولا أجلاً.',
      'The study’s second recommendation: that the levels link up with one another, and that these links follow a plan. The Rabat workshop, which brought the central level and the regions together and aimed at South–South cooperation, shows the ground it covers. The public note names no addressee and no due date.',
    ),
    links: linked(['sdg-17']),
  },
  'knowledge-and-capacity': {
    reference: 'INDIMAJ-3',
    title: text(
      'Partir de ce que l’on sait de la migration et accroître les capacités dans les régions',
      'الانطلاق من المعرفة بالهجرة وتنمية القدرات في الجهات',
      'Start from what is known of migration and build capacity in the regions',
    ),
    text: text(
      'Troisième recommandation de l’étude : elle lie deux choses, savoir et savoir-faire, c’est-à-dire connaître la migration et donner aux acteurs régionaux les moyens d’agir. La note publique n’indique ni destinataire, ni échéance.',
      'ثالثة توصيات الدراسة، وهي تربط بين أمرين: المعرفة والقدرة على الفعل، أي فهم الهجرة وتمكين الفاعلين الجهويين من وسائل العمل. ولا تحدد المذكرة المنشورة الجهة المعنية بالتوصية ولا أجلاً.',
      'The study’s third recommendation ties two things together, knowledge and ability: understanding migration, and giving regional actors the means to act. The public note names no addressee and no due date.',
    ),
    links: linked(['sdg-17']),
  },
};
