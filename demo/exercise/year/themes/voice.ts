import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const voice: Theme = {
  serves: ['protection-resilience', 'equality-diversity-inclusion', 'sdg-5'],
  findings: [
    text(
      'On décide pour les femmes migrantes sans en avoir entendu une seule.',
      'تُتخذ القرارات بشأن المهاجرات دون سماع واحدة منهن.',
      'Decisions are made for migrant women without hearing a single one.',
    ),
    text(
      'Les jeunes sont invités au spectacle et jamais au budget.',
      'يُدعى الشباب إلى العروض ولا يُدعون أبدا إلى الميزانية.',
      'Young people are invited to the show and never to the budget.',
    ),
    text(
      'Les conseils consultatifs se réunissent à l’heure où l’on travaille.',
      'تجتمع الهيئات الاستشارية في أوقات العمل.',
      'Advisory councils meet at hours when people work.',
    ),
  ],
  asks: [
    text(
      'Associer les femmes migrantes aux décisions',
      'إشراك المهاجرات في القرارات',
      'Involve migrant women in decisions',
    ),
    text(
      'Réserver aux jeunes une part du budget participatif',
      'تخصيص حصة من الميزانية التشاركية للشباب',
      'Keep a share of the participatory budget for young people',
    ),
    text(
      'Tenir les réunions publiques en plusieurs langues',
      'عقد الاجتماعات العمومية بعدة لغات',
      'Hold public meetings in several languages',
    ),
    text(
      'Protéger les femmes qui signalent des violences',
      'حماية النساء المبلغات عن العنف',
      'Protect women who report violence',
    ),
    text(
      'Répondre par écrit aux propositions reçues',
      'الرد كتابة على المقترحات الواردة',
      'Answer proposals in writing',
    ),
  ],
  ways: [
    text('dans les conseils communaux', 'في المجالس الجماعية', 'in municipal councils'),
    text('avec garde d’enfants sur place', 'مع حضانة للأطفال في عين المكان', 'with childcare on the spot'),
    text('dans un délai d’un mois', 'في أجل شهر', 'within a month'),
    text('en soirée', 'مساء', 'in the evening'),
    text('avec les maisons de jeunes', 'بشراكة مع دور الشباب', 'with youth centres'),
  ],
  beneficiaries: text(
    'Les femmes et les jeunes, migrants ou non, dont la vie change avec ces décisions.',
    'النساء والشباب، مهاجرين كانوا أم لا، ممن تغير هذه القرارات حياتهم.',
    'Women and young people, migrants or not, whose lives change with these decisions.',
  ),
  deeds: [
    {
      kind: 'process',
      title: text('Installer un conseil consultatif', 'إحداث هيئة استشارية', 'Set up an advisory council'),
      deliverable: text(
        'Un conseil de vingt membres, à parité, dont les avis sont publiés.',
        'هيئة من عشرين عضوا بالمناصفة تُنشر آراؤها.',
        'A council of twenty, half of them women, whose opinions are published.',
      ),
    },
    {
      kind: 'financial',
      title: text('Doter un budget participatif', 'رصد ميزانية تشاركية', 'Endow a participatory budget'),
      deliverable: text(
        'Une enveloppe annuelle, attribuée par vote des jeunes du territoire.',
        'غلاف سنوي يُوزع بتصويت شباب المجال الترابي.',
        'A yearly sum, given by a vote of the territory’s young people.',
      ),
    },
    {
      kind: 'service',
      title: text('Ouvrir une permanence pour les femmes', 'فتح مداومة للنساء', 'Open a service for women'),
      deliverable: text(
        'Une permanence confidentielle, avec une juriste et une assistante sociale.',
        'مداومة سرية بحضور قانونية ومساعدة اجتماعية.',
        'A confidential service, with a lawyer and a social worker.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Former des interprètes de réunion',
        'تكوين مترجمين للاجتماعات',
        'Train meeting interpreters',
      ),
      deliverable: text(
        'Dix interprètes formés, payés à la séance.',
        'عشرة مترجمين مكونين يتقاضون أجرهم عن كل جلسة.',
        'Ten interpreters trained, paid by the session.',
      ),
    },
    {
      kind: 'service',
      title: text(
        'Garder les enfants pendant les réunions',
        'حضانة الأطفال أثناء الاجتماعات',
        'Look after children during meetings',
      ),
      deliverable: text(
        'Une garde gratuite, annoncée sur chaque invitation.',
        'حضانة مجانية يُعلن عنها في كل دعوة.',
        'Free childcare, announced on every invitation.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'S’obliger à répondre aux propositions',
        'الالتزام بالرد على المقترحات',
        'Undertake to answer proposals',
      ),
      deliverable: text(
        'Une délibération qui fixe un délai, et un registre public des réponses.',
        'مداولة تحدد أجلا، وسجل عمومي للردود.',
        'A resolution that sets a time limit, and a public register of answers.',
      ),
    },
  ],
  counted: {
    name: text('Personnes associées', 'الأشخاص المشاركون', 'People involved'),
    unit: text('personnes', 'شخص', 'people'),
  },
};
