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

/** @param since sources of what came afterwards */
function linked(serves: string[], since: string[]): Links {
  return {
    'stems-from': ['indimaj-oriental'],
    'shared-at': ['rabat-2018'],
    serves: ['migration-governance-development', ...serves],
    cites: ['iom-rabat-2018', ...since],
  };
}

/**
 * The three recommendations of the INDIMAJ study that the public note of April 2018 reports, in our words, each with
 * what is known of the same subject since, and that nothing is known of what became of it.
 */
export const recommendations: Record<string, RecommendationEntry> = {
  'cross-cutting-integrated-approach': {
    reference: 'INDIMAJ-1',
    title: text(
      'Prendre en compte la migration dans tous les secteurs, de façon cohérente',
      'مراعاة الهجرة في جميع القطاعات وفق رؤية منسجمة',
      'Take migration into account in every sector, as one whole',
    ),
    text: text(
      'L’étude INDIMAJ fait trois recommandations ; voici la première. Elle demande une approche « transversale et intégrée » : que toute l’action publique tienne compte de la migration, au lieu d’en faire un dossier à part. La note publique qui la rapporte n’indique ni destinataire, ni échéance, ni indicateur.\n\nDepuis, la région de Souss-Massa a inscrit la mobilité humaine dans son programme de développement 2022-2027. Rien, dans les sources lues, ne dit que c’est la suite de cette recommandation ; qui y a répondu, et par quoi, n’est pas connu.',
      'قدّمت دراسة «اندماج» ثلاث توصيات، وهذه أولاها. وهي تدعو إلى مقاربة «عرضانية ومندمجة»، أي أن يراعي العمل العمومي كله الهجرة بدل أن تُجعل ملفاً منفصلاً. ولا تحدد المذكرة المنشورة التي أوردتها الجهة المعنية بها ولا أجلاً ولا مؤشراً.\n\nومنذ ذلك الحين أدرجت جهة سوس-ماسة التنقل البشري في برنامجها التنموي 2022-2027. ولا يرد في المصادر المقروءة ما يفيد أن ذلك جاء تنفيذاً لهذه التوصية؛ ومن أجاب عنها وبماذا أمر غير معروف.',
      'The INDIMAJ study makes three recommendations; this is the first. It asks for an approach that is “cross-cutting and integrated”: all public action should take account of migration, instead of leaving it in a file of its own. The public note that reports it names no addressee, no due date and no indicator.\n\nSince then the region of Souss-Massa has written human mobility into its development programme for 2022–2027. Nothing in the sources read says that this followed from the recommendation; who has answered it, and with what, is not known.',
    ),
    links: linked(['sdg-10'], ['depomi-enabel']),
  },
  'multi-level-partnerships': {
    reference: 'INDIMAJ-2',
    title: text(
      'Construire des partenariats à plusieurs niveaux, selon une stratégie',
      'بناء شراكات بين مستويات متعددة وفق استراتيجية',
      'Build partnerships across several levels, under a strategy',
    ),
    text: text(
      'Deuxième recommandation de l’étude : que les niveaux se lient les uns aux autres, et que ces liens suivent un plan. L’atelier de Rabat, qui rapprochait échelon central et régions et visait la coopération Sud-Sud, en montre le terrain. La note publique n’indique ni destinataire, ni échéance.\n\nDepuis, trois concertations régionales se sont tenues en 2019, un atelier final en janvier 2020 sous le même titre que celui de Rabat, et un projet mené dans deux régions s’est clos en août 2024. Rien, dans les sources lues, ne relie ces rencontres à cette recommandation, ni ne dit que le réseau interrégional souhaité à Rabat ait été créé.',
      'ثانية توصيات الدراسة: أن ترتبط المستويات بعضها ببعض وأن تتبع هذه الروابط خطة. وتعطي ورشة الرباط، التي قرّبت بين المستوى المركزي والجهات واستهدفت التعاون جنوب-جنوب، مثالاً على مجالها. ولا تحدد المذكرة المنشورة الجهة المعنية بالتوصية ولا أجلاً.\n\nومنذ ذلك الحين عُقدت ثلاثة لقاءات تشاورية جهوية سنة 2019، وورشة ختامية في يناير 2020 تحت عنوان ورشة الرباط نفسه، واختُتم مشروع أُنجز في جهتين في غشت 2024. ولا يرد في المصادر المقروءة ما يربط هذه اللقاءات بهذه التوصية، ولا ما يفيد أن الشبكة بين الجهات التي أُريد إحداثها في الرباط قد أُحدثت.',
      'The study’s second recommendation: that the levels link up with one another, and that these links follow a plan. The Rabat workshop, which brought the central level and the regions together and aimed at South–South cooperation, shows the ground it covers. The public note names no addressee and no due date.\n\nSince then three regional consultations were held in 2019, a final workshop in January 2020 under the same title as that of Rabat, and a project carried out in two regions was closed in August 2024. Nothing in the sources read links these meetings with the recommendation, or says that the inter-regional network wished for in Rabat was created.',
    ),
    links: linked(
      ['sdg-17'],
      ['iom-tangier-2019', 'iom-oujda-2019', 'aujourdhui-2019', 'iom-final-2020', 'iom-closing-2024'],
    ),
  },
  'knowledge-and-capacity': {
    reference: 'INDIMAJ-3',
    title: text(
      'Partir de ce que l’on sait de la migration et accroître les capacités dans les régions',
      'الانطلاق من المعرفة بالهجرة وتنمية القدرات في الجهات',
      'Start from what is known of migration and build capacity in the regions',
    ),
    text: text(
      'Troisième recommandation de l’étude : elle lie deux choses, savoir et savoir-faire, c’est-à-dire connaître la migration et donner aux acteurs régionaux les moyens d’agir. La note publique n’indique ni destinataire, ni échéance.\n\nDepuis, en mars 2022, celles et ceux qui produisent les données sur les migrations ont parlé pendant une journée de leur collecte et des capacités à renforcer. Rien, dans les sources lues, ne dit que cette rencontre réponde à la recommandation, ni ce que les régions en ont fait.',
      'ثالثة توصيات الدراسة، وهي تربط بين أمرين: المعرفة والقدرة على الفعل، أي فهم الهجرة وتمكين الفاعلين الجهويين من وسائل العمل. ولا تحدد المذكرة المنشورة الجهة المعنية بالتوصية ولا أجلاً.\n\nومنذ ذلك الحين، في مارس 2022، خصص منتجو معطيات الهجرة يوماً للحديث عن جمعها وعن القدرات التي ينبغي تعزيزها. ولا يرد في المصادر المقروءة ما يفيد أن هذا اللقاء جاء استجابة للتوصية، ولا ما فعلته الجهات بها.',
      'The study’s third recommendation ties two things together, knowledge and ability: understanding migration, and giving regional actors the means to act. The public note names no addressee and no due date.\n\nSince then, in March 2022, those who produce migration data spoke for a day of how they are collected and of capacities to strengthen. Nothing in the sources read says that this meeting answers the recommendation, or what the regions have made of it.',
    ),
    links: linked(['sdg-17'], ['iom-data-2022']),
  },
};
