import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const reception: Theme = {
  serves: ['protection-resilience', 'protection-centred', 'sdg-10'],
  findings: [
    text(
      'Qui arrive dans une ville moyenne frappe à quatre portes avant de trouver la bonne.',
      'من يصل إلى مدينة متوسطة يطرق أربعة أبواب قبل أن يجد الباب المناسب.',
      'Whoever arrives in a medium-sized town knocks at four doors before finding the right one.',
    ),
    text(
      'Les horaires des services qui reçoivent ne se recoupent pas, et personne n’oriente entre eux.',
      'لا تتطابق أوقات عمل المصالح التي تستقبل، ولا أحد يوجه الناس بينها.',
      'The hours of the services that receive people do not overlap, and nobody refers from one to the next.',
    ),
    text(
      'Les associations font de l’orientation sans mandat, sans local et sans suite.',
      'تقوم الجمعيات بالتوجيه دون تكليف ولا مقر ولا تتبع.',
      'Associations refer people without a mandate, without premises and without follow-up.',
    ),
  ],
  asks: [
    text(
      'Ouvrir un guichet d’accueil et d’orientation',
      'فتح شباك للاستقبال والتوجيه',
      'Open a desk for reception and referral',
    ),
    text(
      'Nommer un interlocuteur unique de l’accueil',
      'تعيين مخاطب وحيد مكلف بالاستقبال',
      'Name a single contact for reception',
    ),
    text(
      'Traduire les formulaires les plus demandés',
      'ترجمة الاستمارات الأكثر طلبا',
      'Translate the forms that are most asked for',
    ),
    text(
      'Former les agents qui reçoivent le public',
      'تكوين الأعوان الذين يستقبلون الجمهور',
      'Train the officers who receive the public',
    ),
    text(
      'Tenir un répertoire public des services d’accueil',
      'مسك دليل عمومي لمصالح الاستقبال',
      'Keep a public directory of reception services',
    ),
  ],
  ways: [
    text('dans chaque chef-lieu de province', 'في مركز كل إقليم', 'in every provincial capital'),
    text('avec les associations de quartier', 'بشراكة مع جمعيات الأحياء', 'with neighbourhood associations'),
    text('près des gares routières', 'قرب المحطات الطرقية', 'near bus stations'),
    text('en trois langues au moins', 'بثلاث لغات على الأقل', 'in three languages at least'),
    text(
      'pour les personnes arrivées depuis moins d’un an',
      'لفائدة الوافدين منذ أقل من سنة',
      'for people who arrived less than a year ago',
    ),
  ],
  beneficiaries: text(
    'Les personnes migrantes qui arrivent, leurs familles, et les agents qui les reçoivent.',
    'المهاجرون الوافدون وأسرهم، والأعوان الذين يستقبلونهم.',
    'Migrants who arrive, their families, and the officers who receive them.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text('Tenir un guichet d’accueil', 'تسيير شباك للاستقبال', 'Run a reception desk'),
      deliverable: text(
        'Un guichet ouvert cinq jours sur sept, avec deux agents formés et un registre des orientations.',
        'شباك مفتوح خمسة أيام في الأسبوع، بعونين مكونين وسجل للتوجيهات.',
        'A desk open five days a week, with two trained officers and a register of referrals.',
      ),
    },
    {
      kind: 'human-resources',
      title: text('Recruter des médiateurs', 'توظيف وسطاء', 'Recruit mediators'),
      deliverable: text(
        'Quatre médiateurs recrutés, formés au secret professionnel et connus des services.',
        'أربعة وسطاء موظفون ومكونون في كتمان السر المهني ومعروفون لدى المصالح.',
        'Four mediators recruited, trained in professional secrecy and known to the services.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Mettre en usage une fiche d’orientation commune',
        'اعتماد بطاقة توجيه مشتركة',
        'Put a common referral sheet into use',
      ),
      deliverable: text(
        'Une fiche d’une page, sans numéro d’identité, que tous les services acceptent.',
        'بطاقة من صفحة واحدة، بدون رقم الهوية، تقبلها جميع المصالح.',
        'A one-page sheet, without an identity number, that every service accepts.',
      ),
    },
    {
      kind: 'financial',
      title: text('Financer des permanences d’accueil', 'تمويل مداومات للاستقبال', 'Fund reception sessions'),
      deliverable: text(
        'Deux permanences par semaine, payées pendant toute la durée de l’engagement.',
        'مداومتان في الأسبوع، ممولتان طيلة مدة الالتزام.',
        'Two sessions a week, paid for as long as the commitment lasts.',
      ),
    },
    {
      kind: 'policy',
      title: text('Adopter une charte de l’accueil', 'اعتماد ميثاق للاستقبال', 'Adopt a reception charter'),
      deliverable: text(
        'Une charte votée, affichée dans les services, avec un recours pour qui n’a pas été reçu.',
        'ميثاق مصادق عليه ومعلق في المصالح، مع حق التظلم لمن لم يُستقبل.',
        'A charter that is voted, posted in the services, with an appeal for whoever was not received.',
      ),
    },
    {
      kind: 'service',
      title: text(
        'Publier un guide des premières démarches',
        'نشر دليل للإجراءات الأولى',
        'Publish a guide to the first steps',
      ),
      deliverable: text(
        'Un guide imprimé et en ligne, relu par des personnes qui viennent d’arriver.',
        'دليل مطبوع ورقمي، راجعه وافدون جدد.',
        'A guide in print and online, read over by people who have just arrived.',
      ),
    },
  ],
  counted: {
    name: text('Personnes reçues', 'الأشخاص المستقبَلون', 'People received'),
    unit: text('personnes', 'شخص', 'people'),
  },
};
