import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

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
