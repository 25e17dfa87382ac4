import { text } from '../../../text.ts';
import type { Theme } from './model.ts';

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
