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

export const school: Theme = {
  serves: ['migration-governance-development', 'equality-diversity-inclusion', 'sdg-4'],
  findings: [
    text(
      'Des enfants sont inscrits en cours d’année sans que leur niveau ait été regardé.',
      'يُسجل أطفال خلال السنة دون النظر في مستواهم.',
      'Children are enrolled during the year without anybody having looked at their level.',
    ),
    text(
      'L’école demande des pièces que les familles n’ont pas, et l’inscription attend.',
      'تطلب المدرسة وثائق لا تتوفر عليها الأسر، فيتأخر التسجيل.',
      'The school asks for papers that families do not have, and enrolment waits.',
    ),
    text(
      'Les enseignants découvrent seuls des classes où l’on parle cinq langues.',
      'يجد المدرسون أنفسهم وحدهم أمام أقسام تُتداول فيها خمس لغات.',
      'Teachers are left alone with classes in which five languages are spoken.',
    ),
  ],
  asks: [
    text(
      'Inscrire les enfants sans attendre leurs papiers',
      'تسجيل الأطفال دون انتظار وثائقهم',
      'Enrol children without waiting for their papers',
    ),
    text(
      'Ouvrir des classes de mise à niveau linguistique',
      'فتح أقسام للدعم اللغوي',
      'Open classes for catching up in the language',
    ),
    text(
      'Former des enseignants aux classes plurilingues',
      'تكوين مدرسين في الأقسام متعددة اللغات',
      'Train teachers for multilingual classes',
    ),
    text(
      'Reconnaître les années d’école faites ailleurs',
      'الاعتراف بسنوات الدراسة المنجزة في الخارج',
      'Recognise years of school done elsewhere',
    ),
    text(
      'Associer les parents migrants à la vie de l’école',
      'إشراك الآباء المهاجرين في حياة المدرسة',
      'Involve migrant parents in the life of the school',
    ),
  ],
  ways: [
    text('dès la rentrée prochaine', 'ابتداء من الدخول المدرسي المقبل', 'from the next school year'),
    text(
      'dans les écoles des quartiers populaires',
      'في مدارس الأحياء الشعبية',
      'in schools of working-class districts',
    ),
    text('avec les académies régionales', 'بتنسيق مع الأكاديميات الجهوية', 'with the regional academies'),
    text('au primaire et au collège', 'في الابتدائي والإعدادي', 'in primary and lower secondary schools'),
    text('en milieu rural', 'في الوسط القروي', 'in rural areas'),
  ],
  beneficiaries: text(
    'Les enfants de familles migrantes et de retour, et leurs enseignants.',
    'أبناء الأسر المهاجرة والعائدة، ومدرسوهم.',
    'Children of migrant and returning families, and their teachers.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text(
        'Tenir des cours de soutien en langue',
        'تنظيم دروس دعم في اللغة',
        'Hold language support lessons',
      ),
      deliverable: text(
        'Quatre heures de soutien par semaine, par petits groupes, avec un test au début et à la fin.',
        'أربع ساعات دعم في الأسبوع في مجموعات صغيرة، مع اختبار في البداية وآخر في النهاية.',
        'Four hours of support a week, in small groups, with a test at the start and at the end.',
      ),
    },
    {
      kind: 'process',
      title: text('Simplifier le dossier d’inscription', 'تبسيط ملف التسجيل', 'Simplify the enrolment file'),
      deliverable: text(
        'Un dossier d’une page, les pièces manquantes étant apportées dans l’année.',
        'ملف من صفحة واحدة، على أن تُستكمل الوثائق الناقصة خلال السنة.',
        'A one-page file; missing papers are brought within the year.',
      ),
    },
    {
      kind: 'human-resources',
      title: text('Former des enseignants', 'تكوين مدرسين', 'Train teachers'),
      deliverable: text(
        'Trois sessions de formation, avec un suivi en classe par un formateur.',
        'ثلاث دورات تكوينية، مع مواكبة في القسم من طرف مكون.',
        'Three training sessions, with a trainer’s visits in class.',
      ),
    },
    {
      kind: 'financial',
      title: text(
        'Prendre en charge les fournitures scolaires',
        'التكفل باللوازم المدرسية',
        'Pay for school supplies',
      ),
      deliverable: text(
        'Un trousseau remis à chaque enfant inscrit, sur simple attestation de l’école.',
        'حقيبة مدرسية تُسلم لكل طفل مسجل بمجرد شهادة من المدرسة.',
        'A school kit handed to every enrolled child, on the school’s word alone.',
      ),
    },
    {
      kind: 'service',
      title: text('Proposer le transport scolaire', 'توفير النقل المدرسي', 'Offer school transport'),
      deliverable: text(
        'Une ligne matin et soir, gratuite la première année.',
        'خط صباحا ومساء، مجاني في السنة الأولى.',
        'A line in the morning and in the evening, free in the first year.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Inscrire l’accueil des élèves au projet d’établissement',
        'إدراج استقبال التلاميذ في مشروع المؤسسة',
        'Write the reception of pupils into the school’s project',
      ),
      deliverable: text(
        'Un projet d’établissement qui dit qui accueille, quand et avec quels moyens.',
        'مشروع مؤسسة يحدد من يستقبل ومتى وبأي وسائل.',
        'A school project that says who receives, when and with which means.',
      ),
    },
  ],
  counted: {
    name: text('Élèves accompagnés', 'التلاميذ المستفيدون من المواكبة', 'Pupils supported'),
    unit: text('élèves', 'تلميذ', 'pupils'),
  },
};

export const health: Theme = {
  serves: ['protection-resilience', 'protection-centred', 'sdg-3'],
  findings: [
    text(
      'On renonce aux soins faute de savoir où aller, plus souvent que faute d’argent.',
      'يتخلى الناس عن العلاج لجهلهم بوجهته أكثر مما يتخلون عنه لقلة المال.',
      'People go without care for want of knowing where to go, more often than for want of money.',
    ),
    text(
      'Le suivi des grossesses s’interrompt dès qu’une famille change de ville.',
      'ينقطع تتبع الحمل بمجرد انتقال الأسرة إلى مدينة أخرى.',
      'Antenatal care stops as soon as a family moves to another town.',
    ),
    text(
      'Les soignants soignent par gestes, sans interprète, et le disent.',
      'يعالج مهنيو الصحة بالإشارات دون مترجم، وهم يقرون بذلك.',
      'Carers treat by gestures, without an interpreter, and say so.',
    ),
  ],
  asks: [
    text(
      'Ouvrir les centres de santé à toute personne qui se présente',
      'فتح المراكز الصحية في وجه كل من يقصدها',
      'Open health centres to whoever comes',
    ),
    text(
      'Mettre des interprètes à la disposition des soignants',
      'وضع مترجمين رهن إشارة مهنيي الصحة',
      'Provide carers with interpreters',
    ),
    text(
      'Suivre les grossesses d’une ville à l’autre',
      'تتبع الحمل من مدينة إلى أخرى',
      'Follow pregnancies from one town to the next',
    ),
    text('Proposer un soutien psychologique', 'توفير دعم نفسي', 'Offer psychological support'),
    text('Faire connaître le droit aux soins', 'التعريف بالحق في العلاج', 'Make the right to care known'),
  ],
  ways: [
    text('dans les communes de transit', 'في جماعات العبور', 'in municipalities of transit'),
    text('avec des médiatrices en santé', 'بمساعدة وسيطات صحيات', 'with health mediators'),
    text('en soirée et le samedi', 'مساء ويوم السبت', 'in the evening and on Saturdays'),
    text('sans condition de papiers', 'دون اشتراط وثائق', 'without asking for papers'),
    text('sur les chantiers et dans les fermes', 'في أوراش البناء والضيعات', 'on building sites and farms'),
  ],
  beneficiaries: text(
    'Les personnes éloignées des soins, femmes enceintes et travailleurs saisonniers d’abord.',
    'البعيدون عن العلاج، وفي مقدمتهم الحوامل والعمال الموسميون.',
    'People far from care, pregnant women and seasonal workers first.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text('Tenir une consultation mobile', 'تنظيم استشارة طبية متنقلة', 'Run a mobile clinic'),
      deliverable: text(
        'Une équipe de trois soignants, deux passages par mois dans chaque lieu.',
        'فريق من ثلاثة مهنيين، وزيارتان في الشهر لكل مكان.',
        'A team of three carers, two visits a month to each place.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Engager des interprètes en santé',
        'التعاقد مع مترجمين صحيين',
        'Engage health interpreters',
      ),
      deliverable: text(
        'Un service d’interprètes joignable par téléphone pendant les heures de consultation.',
        'خدمة ترجمة متاحة عبر الهاتف خلال أوقات الاستشارة.',
        'An interpreting service that can be reached by telephone during surgery hours.',
      ),
    },
    {
      kind: 'process',
      title: text('Remettre un carnet de suivi', 'تسليم دفتر للتتبع', 'Hand out a care record'),
      deliverable: text(
        'Un carnet que la personne garde, lisible d’un centre de santé à l’autre.',
        'دفتر يحتفظ به صاحبه، مقروء من مركز صحي إلى آخر.',
        'A record that the person keeps, readable from one health centre to the next.',
      ),
    },
    {
      kind: 'financial',
      title: text('Financer les examens prénataux', 'تمويل الفحوص السابقة للولادة', 'Fund antenatal tests'),
      deliverable: text(
        'Quatre examens pris en charge pour chaque grossesse déclarée.',
        'التكفل بأربعة فحوص عن كل حمل مصرح به.',
        'Four tests paid for in every pregnancy declared.',
      ),
    },
    {
      kind: 'service',
      title: text('Ouvrir une écoute psychologique', 'فتح خلية للإنصات النفسي', 'Open a counselling service'),
      deliverable: text(
        'Une psychologue deux jours par semaine, dans un lieu discret.',
        'أخصائية نفسية يومين في الأسبوع، في مكان يحفظ الخصوصية.',
        'A psychologist two days a week, in a discreet place.',
      ),
    },
    {
      kind: 'policy',
      title: text('Convenir d’un parcours de soins', 'الاتفاق على مسار للعلاج', 'Agree on a care pathway'),
      deliverable: text(
        'Un parcours écrit, signé par l’hôpital, les centres de santé et les associations.',
        'مسار مكتوب وقعه المستشفى والمراكز الصحية والجمعيات.',
        'A written pathway, signed by the hospital, the health centres and the associations.',
      ),
    },
  ],
  counted: {
    name: text('Consultations tenues', 'الاستشارات المنجزة', 'Consultations held'),
    unit: text('consultations', 'استشارة', 'consultations'),
  },
};
