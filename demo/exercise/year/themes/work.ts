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
