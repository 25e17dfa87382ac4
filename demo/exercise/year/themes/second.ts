import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

export const work: Theme = {
  serves: ['migration-governance-development', 'equality-diversity-inclusion', 'sdg-8'],
  findings: [
    text(
      'Des métiers manquent de bras là où des compétences venues d’ailleurs restent sans emploi.',
      'تعاني مهن من خصاص في اليد العاملة حيث تظل كفاءات قادمة من الخارج بلا شغل.',
      'Trades are short of hands where skills from elsewhere stay without work.',
    ),
    text(
      'Les diplômes étrangers attendent leur équivalence plus longtemps que ne dure un contrat.',
      'تنتظر الشهادات الأجنبية معادلتها مدة تفوق مدة عقد شغل.',
      'Foreign diplomas wait for their recognition longer than a contract lasts.',
    ),
    text(
      'Les saisonniers signent ce qu’ils n’ont pas pu lire.',
      'يوقع العمال الموسميون على ما لم يتمكنوا من قراءته.',
      'Seasonal workers sign what they could not read.',
    ),
  ],
  asks: [
    text(
      'Attester les compétences par une épreuve pratique',
      'إثبات المهارات باختبار عملي',
      'Attest skills by a practical test',
    ),
    text(
      'Ouvrir la formation professionnelle aux personnes migrantes',
      'فتح التكوين المهني في وجه المهاجرين',
      'Open vocational training to migrants',
    ),
    text(
      'Traduire les contrats de travail saisonnier',
      'ترجمة عقود العمل الموسمي',
      'Translate contracts of seasonal work',
    ),
    text(
      'Accompagner les créations d’entreprise',
      'مواكبة إحداث المقاولات',
      'Support the founding of businesses',
    ),
    text('Contrôler les conditions de travail', 'مراقبة ظروف العمل', 'Inspect working conditions'),
  ],
  ways: [
    text('dans les métiers en tension', 'في المهن التي تعرف خصاصا', 'in trades that lack hands'),
    text('avec les chambres professionnelles', 'بشراكة مع الغرف المهنية', 'with the professional chambers'),
    text('dans l’agriculture et le bâtiment', 'في الفلاحة والبناء', 'in farming and building'),
    text(
      'à égalité entre les femmes et les hommes',
      'على قدم المساواة بين النساء والرجال',
      'equally for women and men',
    ),
    text('avant l’ouverture de la saison', 'قبل بداية الموسم', 'before the season opens'),
  ],
  beneficiaries: text(
    'Les personnes migrantes et de retour qui cherchent un emploi, et les entreprises qui recrutent.',
    'المهاجرون والعائدون الباحثون عن شغل، والمقاولات المشغلة.',
    'Migrants and returnees who look for work, and businesses that hire.',
  ),
  deeds: [
    {
      kind: 'process',
      title: text('Tenir des jurys de compétences', 'عقد لجان لتقييم المهارات', 'Hold skills panels'),
      deliverable: text(
        'Six jurys par an, dont l’attestation vaut dans toute la région.',
        'ست لجان في السنة، تسري شهادتها في الجهة كلها.',
        'Six panels a year, whose certificate holds in the whole region.',
      ),
    },
    {
      kind: 'financial',
      title: text('Financer des places de formation', 'تمويل مقاعد للتكوين', 'Fund training places'),
      deliverable: text(
        'Des places réservées chaque année, avec une indemnité de transport.',
        'مقاعد محجوزة كل سنة، مع تعويض عن التنقل.',
        'Places kept every year, with an allowance for transport.',
      ),
    },
    {
      kind: 'service',
      title: text(
        'Conseiller les porteurs de projet',
        'تقديم المشورة لحاملي المشاريع',
        'Advise founders of projects',
      ),
      deliverable: text(
        'Un conseil individuel, de l’idée à la première année d’activité.',
        'استشارة فردية من الفكرة إلى السنة الأولى من النشاط.',
        'Individual advice, from the idea to the first year of business.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Diffuser un contrat type traduit',
        'نشر عقد نموذجي مترجم',
        'Circulate a translated model contract',
      ),
      deliverable: text(
        'Un contrat en trois langues, remis avant le départ sur les lieux de travail.',
        'عقد بثلاث لغات يُسلم قبل التوجه إلى أماكن العمل.',
        'A contract in three languages, handed over before people leave for work.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Affecter des conseillers à l’emploi',
        'تعيين مستشارين في التشغيل',
        'Assign employment advisers',
      ),
      deliverable: text(
        'Deux conseillers formés, présents un jour par semaine dans chaque lieu.',
        'مستشاران مكونان، حاضران يوما في الأسبوع في كل مكان.',
        'Two trained advisers, present one day a week in each place.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Signer une convention avec les employeurs',
        'توقيع اتفاقية مع المشغلين',
        'Sign an agreement with employers',
      ),
      deliverable: text(
        'Une convention publique, avec des engagements de recrutement et de logement.',
        'اتفاقية عمومية تتضمن التزامات بالتشغيل والسكن.',
        'A public agreement, with commitments on hiring and housing.',
      ),
    },
  ],
  counted: {
    name: text(
      'Personnes formées ou attestées',
      'الأشخاص المكوَّنون أو الحاصلون على شهادة',
      'People trained or certified',
    ),
    unit: text('personnes', 'شخص', 'people'),
  },
};

export const housing: Theme = {
  serves: ['protection-resilience', 'equality-diversity-inclusion', 'sdg-11'],
  findings: [
    text(
      'Les saisonniers dorment à huit dans des pièces louées au lit.',
      'ينام العمال الموسميون ثمانية في غرف تُكرى بالسرير.',
      'Seasonal workers sleep eight to a room that is let by the bed.',
    ),
    text(
      'Sans adresse, ni compte en banque, ni école, ni courrier.',
      'من لا عنوان له لا حساب بنكيا له ولا مدرسة ولا بريد.',
      'Without an address there is no bank account, no school and no post.',
    ),
    text(
      'Les places d’urgence existent dans deux villes, et l’on n’y reste que trois nuits.',
      'توجد أماكن الإيواء الاستعجالي في مدينتين، ولا تتجاوز الإقامة فيها ثلاث ليال.',
      'Emergency places exist in two towns, and people stay there for three nights only.',
    ),
  ],
  asks: [
    text(
      'Loger dignement les travailleurs saisonniers',
      'إسكان العمال الموسميين في ظروف لائقة',
      'House seasonal workers decently',
    ),
    text(
      'Donner une adresse postale à qui n’en a pas',
      'منح عنوان بريدي لمن لا عنوان له',
      'Give a postal address to whoever has none',
    ),
    text(
      'Créer des places d’hébergement d’urgence',
      'إحداث أماكن للإيواء الاستعجالي',
      'Create emergency accommodation',
    ),
    text(
      'Garantir les loyers des familles nouvellement arrivées',
      'ضمان كراء الأسر الوافدة حديثا',
      'Guarantee the rents of families newly arrived',
    ),
    text(
      'Contrôler les logements loués au lit',
      'مراقبة المساكن المكراة بالسرير',
      'Inspect dwellings that are let by the bed',
    ),
  ],
  ways: [
    text('dans les bassins agricoles', 'في الأحواض الفلاحية', 'in farming basins'),
    text('avec les bailleurs sociaux', 'بشراكة مع مؤسسات السكن الاجتماعي', 'with social landlords'),
    text(
      'pour les femmes seules avec enfants',
      'لفائدة النساء المعيلات لأطفالهن',
      'for women alone with children',
    ),
    text('avant l’hiver', 'قبل حلول الشتاء', 'before winter'),
    text(
      'dans les villes de plus de cinquante mille habitants',
      'في المدن التي يفوق عدد سكانها خمسين ألفا',
      'in towns of more than fifty thousand inhabitants',
    ),
  ],
  beneficiaries: text(
    'Les personnes mal logées, saisonniers et familles arrivées depuis peu.',
    'الأشخاص المقيمون في سكن غير لائق، من عمال موسميين وأسر وافدة حديثا.',
    'People badly housed, seasonal workers and families who arrived lately.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text('Ouvrir un hébergement de saison', 'فتح مأوى موسمي', 'Open seasonal accommodation'),
      deliverable: text(
        'Quarante lits, une cuisine et un règlement affiché, pendant toute la saison.',
        'أربعون سريرا ومطبخ ونظام معلق، طيلة الموسم.',
        'Forty beds, a kitchen and rules on the wall, all through the season.',
      ),
    },
    {
      kind: 'financial',
      title: text(
        'Constituer un fonds de garantie des loyers',
        'إحداث صندوق لضمان الكراء',
        'Set up a rent guarantee fund',
      ),
      deliverable: text(
        'Un fonds qui couvre trois mois de loyer, avec un comité où siègent des locataires.',
        'صندوق يغطي كراء ثلاثة أشهر، بلجنة تضم مكترين.',
        'A fund that covers three months’ rent, with tenants on its committee.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Tenir un service de domiciliation',
        'تسيير خدمة للتوطين البريدي',
        'Run a service of postal addresses',
      ),
      deliverable: text(
        'Une adresse attestée sous huit jours, reconnue par la banque et par l’école.',
        'عنوان مشهود به في أجل ثمانية أيام، تعترف به البنوك والمدارس.',
        'An address attested within eight days, recognised by bank and school.',
      ),
    },
    {
      kind: 'service',
      title: text('Rénover des logements vacants', 'ترميم مساكن شاغرة', 'Renovate empty dwellings'),
      deliverable: text(
        'Douze logements remis en état et attribués selon des critères publics.',
        'اثنا عشر مسكنا مرمما تُسند وفق معايير معلنة.',
        'Twelve dwellings made good and let by public criteria.',
      ),
    },
    {
      kind: 'human-resources',
      title: text('Former des inspecteurs de l’habitat', 'تكوين مفتشين للسكن', 'Train housing inspectors'),
      deliverable: text(
        'Six inspecteurs formés, et une tournée par mois pendant la saison.',
        'ستة مفتشين مكونين، وجولة كل شهر خلال الموسم.',
        'Six inspectors trained, and one round a month in the season.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Arrêter des normes de logement saisonnier',
        'وضع معايير للسكن الموسمي',
        'Set standards for seasonal housing',
      ),
      deliverable: text(
        'Un arrêté qui fixe surface, eau et chauffage, et dit qui contrôle.',
        'قرار يحدد المساحة والماء والتدفئة والجهة المراقبة.',
        'An order that sets space, water and heating, and says who inspects.',
      ),
    },
  ],
  counted: {
    name: text('Personnes logées', 'الأشخاص المستفيدون من السكن', 'People housed'),
    unit: text('personnes', 'شخص', 'people'),
  },
};

export const diaspora: Theme = {
  serves: ['migration-governance-development', 'integrity-transparency-accountability', 'sdg-17'],
  findings: [
    text(
      'L’épargne de la diaspora construit des maisons, rarement des ateliers.',
      'تبني مدخرات الجالية منازل، ونادرا ما تبني ورشات.',
      'The diaspora’s savings build houses, seldom workshops.',
    ),
    text(
      'Les médecins et les ingénieurs partis veulent bien enseigner, et ne savent à qui l’écrire.',
      'يرغب الأطباء والمهندسون المغتربون في التدريس، ولا يدرون لمن يكتبون.',
      'Doctors and engineers who left would gladly teach, and do not know to whom to write.',
    ),
    text(
      'Un projet suivi de loin se perd au premier changement d’interlocuteur.',
      'يضيع المشروع المتابع عن بعد عند أول تغيير للمخاطب.',
      'A project followed from afar is lost at the first change of contact.',
    ),
  ],
  asks: [
    text(
      'Accompagner les projets de la diaspora',
      'مواكبة مشاريع الجالية',
      'Support projects of the diaspora',
    ),
    text(
      'Répondre à tout porteur de projet en quinze jours',
      'الرد على كل حامل مشروع في أجل خمسة عشر يوما',
      'Answer every founder of a project within a fortnight',
    ),
    text(
      'Associer les compétences de l’étranger à l’enseignement',
      'إشراك كفاءات الخارج في التدريس',
      'Involve skills from abroad in teaching',
    ),
    text(
      'Orienter l’épargne vers l’emploi local',
      'توجيه المدخرات نحو التشغيل المحلي',
      'Direct savings towards local jobs',
    ),
    text(
      'Tenir une rencontre annuelle avec la diaspora',
      'عقد لقاء سنوي مع الجالية',
      'Hold a yearly meeting with the diaspora',
    ),
  ],
  ways: [
    text('dans les provinces d’origine', 'في أقاليم الأصل', 'in the provinces of origin'),
    text(
      'avec les centres régionaux d’investissement',
      'بتنسيق مع المراكز الجهوية للاستثمار',
      'with the regional investment centres',
    ),
    text('à distance et pendant l’été', 'عن بعد وخلال الصيف', 'at a distance and during the summer'),
    text('pour les coopératives de femmes', 'لفائدة تعاونيات النساء', 'for women’s cooperatives'),
    text('avec les universités', 'بشراكة مع الجامعات', 'with the universities'),
  ],
  beneficiaries: text(
    'Les membres de la diaspora qui portent un projet, et les territoires où il se fait.',
    'أفراد الجالية حاملو المشاريع، والمجالات الترابية التي تُنجز فيها.',
    'Members of the diaspora who found a project, and the territories where it is done.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text(
        'Tenir un guichet de l’investisseur à distance',
        'تسيير شباك للمستثمر عن بعد',
        'Run a desk for investors at a distance',
      ),
      deliverable: text(
        'Un interlocuteur nommé, joignable en ligne, qui suit le dossier jusqu’à l’ouverture.',
        'مخاطب معين متاح عبر الإنترنت يتتبع الملف إلى حين الافتتاح.',
        'A named contact, reached online, who follows the file until the opening.',
      ),
    },
    {
      kind: 'financial',
      title: text('Doter un fonds d’amorçage', 'تمويل صندوق للانطلاق', 'Endow a seed fund'),
      deliverable: text(
        'Un fonds qui complète l’apport du porteur, à part égale, contre des emplois créés.',
        'صندوق يكمل مساهمة حامل المشروع بالتساوي مقابل مناصب شغل.',
        'A fund that matches the founder’s own money against jobs created.',
      ),
    },
    {
      kind: 'human-resources',
      title: text('Accueillir des enseignants invités', 'استضافة أساتذة زائرين', 'Host visiting teachers'),
      deliverable: text(
        'Un programme d’invitations, avec logement et calendrier publiés d’avance.',
        'برنامج للاستضافة، مع سكن وجدول زمني معلنين مسبقا.',
        'A programme of invitations, with lodging and dates published ahead.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Dématérialiser le dossier d’investissement',
        'رقمنة ملف الاستثمار',
        'Put the investment file online',
      ),
      deliverable: text(
        'Un dossier déposé et suivi en ligne, dont chaque étape est datée.',
        'ملف يودع ويُتتبع عبر الإنترنت، مع تأريخ كل مرحلة.',
        'A file handed in and followed online, each step with its date.',
      ),
    },
    {
      kind: 'service',
      title: text(
        'Organiser un forum de la diaspora',
        'تنظيم منتدى للجالية',
        'Organise a forum of the diaspora',
      ),
      deliverable: text(
        'Une journée par an, dont les suites sont publiées sous deux mois.',
        'يوم في السنة تُنشر نتائجه في أجل شهرين.',
        'One day a year, whose outcome is published within two months.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Adopter une stratégie envers la diaspora',
        'اعتماد استراتيجية تجاه الجالية',
        'Adopt a strategy for the diaspora',
      ),
      deliverable: text(
        'Une stratégie de trois ans, chiffrée, avec un bilan public chaque année.',
        'استراتيجية لثلاث سنوات محددة الكلفة، مع حصيلة عمومية كل سنة.',
        'A strategy for three years, costed, with a public review each year.',
      ),
    },
  ],
  counted: {
    name: text('Projets accompagnés', 'المشاريع المواكَبة', 'Projects supported'),
    unit: text('projets', 'مشروع', 'projects'),
  },
};

export const returning: Theme = {
  serves: ['protection-resilience', 'protection-centred', 'sdg-10'],
  findings: [
    text(
      'Qui revient n’a souvent que huit jours pour dire ce dont il a besoin.',
      'كثيرا ما لا يتوفر العائد إلا على ثمانية أيام ليعبر عن حاجاته.',
      'Whoever returns often has but eight days to say what he or she needs.',
    ),
    text(
      'L’aide s’arrête au retour et ne dit rien de l’année qui suit.',
      'تتوقف المساعدة عند العودة ولا تقول شيئا عن السنة الموالية.',
      'Help stops at the return and says nothing of the year that follows.',
    ),
    text(
      'Les familles qui ont payé le départ accueillent mal un retour sans argent.',
      'لا ترحب الأسر التي مولت الرحيل بعودة بلا مال.',
      'Families who paid for the departure give a poor welcome to a return without money.',
    ),
  ],
  asks: [
    text(
      'Suivre les personnes de retour pendant un an',
      'مواكبة العائدين لمدة سنة',
      'Follow returnees for a year',
    ),
    text(
      'Préparer le retour avec la commune d’origine',
      'تهيئ العودة مع جماعة الأصل',
      'Prepare the return with the municipality of origin',
    ),
    text(
      'Valider les acquis du travail à l’étranger',
      'الاعتراف بمكتسبات العمل في الخارج',
      'Recognise what was learnt at work abroad',
    ),
    text(
      'Soutenir les familles qui accueillent',
      'دعم الأسر المستقبلة',
      'Support the families who take people in',
    ),
    text(
      'Orienter les mineurs de retour vers l’école',
      'توجيه القاصرين العائدين نحو المدرسة',
      'Refer minors who return to school',
    ),
  ],
  ways: [
    text('dès la descente de l’avion', 'منذ النزول من الطائرة', 'from the moment they land'),
    text('avec un référent nommé', 'بمساعدة مرجع معين', 'with a named contact'),
    text('dans les communes rurales', 'في الجماعات القروية', 'in rural municipalities'),
    text('sans condition de durée du séjour', 'دون اشتراط مدة الإقامة', 'whatever the length of their stay'),
    text('avec les associations de parents', 'بشراكة مع جمعيات الآباء', 'with parents’ associations'),
  ],
  beneficiaries: text(
    'Les personnes de retour, mineurs compris, et leurs familles.',
    'العائدون، ومنهم القاصرون، وأسرهم.',
    'Returnees, minors among them, and their families.',
  ),
  deeds: [
    {
      kind: 'service',
      title: text(
        'Assurer un accompagnement au retour',
        'ضمان مواكبة عند العودة',
        'Provide support on return',
      ),
      deliverable: text(
        'Un rendez-vous la première semaine, puis un chaque trimestre pendant un an.',
        'موعد في الأسبوع الأول ثم موعد كل فصل لمدة سنة.',
        'An appointment in the first week, then one each quarter for a year.',
      ),
    },
    {
      kind: 'human-resources',
      title: text(
        'Désigner des référents du retour',
        'تعيين مراجع مكلفين بالعودة',
        'Name contacts for returnees',
      ),
      deliverable: text(
        'Un référent par province, formé et déchargé d’une partie de ses tâches.',
        'مرجع في كل إقليم، مكون ومعفى من جزء من مهامه.',
        'One contact in each province, trained and freed from a part of their tasks.',
      ),
    },
    {
      kind: 'financial',
      title: text('Verser une aide à l’installation', 'صرف منحة للاستقرار', 'Pay a settlement grant'),
      deliverable: text(
        'Une aide en deux fois, la seconde sur présentation d’un projet.',
        'منحة على دفعتين، تُصرف الثانية عند تقديم مشروع.',
        'A grant in two parts, the second on presenting a project.',
      ),
    },
    {
      kind: 'process',
      title: text(
        'Échanger les dossiers avec les pays d’accueil',
        'تبادل الملفات مع بلدان الاستقبال',
        'Exchange files with host countries',
      ),
      deliverable: text(
        'Un dossier transmis avant le retour, avec l’accord de la personne.',
        'ملف يُحال قبل العودة بموافقة صاحبه.',
        'A file that is sent before the return, with the person’s consent.',
      ),
    },
    {
      kind: 'service',
      title: text('Animer des groupes de parole', 'تنشيط مجموعات للحوار', 'Run discussion groups'),
      deliverable: text(
        'Un groupe par mois, pour les personnes de retour et leurs familles.',
        'مجموعة كل شهر لفائدة العائدين وأسرهم.',
        'One group a month, for returnees and their families.',
      ),
    },
    {
      kind: 'policy',
      title: text(
        'Inscrire le retour au plan de développement',
        'إدراج العودة في برنامج التنمية',
        'Write return into the development plan',
      ),
      deliverable: text(
        'Un chapitre du plan, avec un budget et un service qui en répond.',
        'محور في البرنامج، بميزانية ومصلحة مسؤولة عنه.',
        'A chapter of the plan, with a budget and a service that answers for it.',
      ),
    },
  ],
  counted: {
    name: text('Personnes accompagnées', 'الأشخاص المواكَبون', 'People supported'),
    unit: text('personnes', 'شخص', 'people'),
  },
};
