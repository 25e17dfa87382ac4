import { text } from '../../../text.ts';
import { action, conclusion, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const youth: SessionEntry = {
  number: 5,
  language: 'ar',
  day: 1,
  startsAt: '15:45',
  endsAt: '17:00',
  room: 'north',
  title: text(
    'Jeunes d’ici, jeunes venus d’ailleurs : apprendre un métier ensemble',
    'شباب من هنا وشباب من هناك: تعلم حرفة معا',
    'Young people from here and from elsewhere: learning a trade together',
  ),
  notes: [
    keyPoint({
      ar: 'يقبل مركزان للتكوين بجهة الساحل الشباب الوافدين بشهادة مدرسية مترجمة، ويشترط مركز ثالث معادلة قد تستغرق سنة كاملة.',
    }),
    keyPoint({
      ar: 'ينقطع أغلب المتدربين في الشهر الثالث، حين ينتهي بدل النقل.',
      fr: 'La plupart des abandons tombent au troisième mois, quand l’indemnité de transport s’arrête.',
    }),
    keyPoint({
      ar: 'يعرض الحرفيون أماكن للتدرب في الحدادة والنجارة والتبريد أكثر مما يوجد من طلبات، لأن الإعلان لا يصل إلى الشباب.',
    }),
    keyPoint({ ar: 'الأقسام المختلطة أقل نزاعا من الأقسام المنفصلة بحسب تجربة ثلاث سنوات.' }),
    question({ ar: 'هل تعترف المقاولة بما تعلمه الشاب في بلد آخر دون ورقة؟' }),
    conclusion(
      {
        ar: 'النقل والسكن يحددان من يتم التكوين أكثر مما يحدده المستوى الدراسي.',
        fr: 'Le transport et le logement décident de qui termine la formation, plus que le niveau scolaire.',
      },
      { key: 'transport' },
    ),
    recommendation(
      {
        ar: 'إحداث اختبار عملي لمدة يوم واحد يُثبت المهارات المكتسبة ولو بدون شهادة، ويقبله الحرفيون والمراكز معا.',
        fr: 'Instituer une épreuve pratique d’une journée qui atteste des compétences acquises même sans diplôme, reconnue des artisans comme des centres.',
      },
      { key: 'skills-test' },
    ),
    recommendation({
      ar: 'تمديد بدل النقل إلى نهاية مدة التدريب.',
      fr: 'Prolonger l’indemnité de transport jusqu’à la fin du stage.',
    }),
    action(
      {
        ar: 'تجريب الاختبار العملي في حرفتين مع عشرين شابا وشابة.',
        fr: 'Essayer l’épreuve pratique dans deux métiers, avec vingt jeunes femmes et hommes.',
      },
      { key: 'try-test', owner: 'exercise-organisation-5', within: 100 },
    ),
    action(
      {
        ar: 'نشر لائحة أماكن التدرب كل شهر في دور الشباب.',
        fr: 'Afficher chaque mois les places de stage dans les maisons de jeunes.',
      },
      { key: 'post-places', owner: 'exercise-organisation-6', within: 30 },
    ),
    quotation(
      {
        ar: 'أعرف إصلاح المحرك منذ كان عمري خمس عشرة سنة. ما ينقصني ورقة تقول ذلك.',
        fr: 'Je répare des moteurs depuis mes quinze ans. Il me manque le papier qui le dit.',
      },
      { speaker: 4, consent: true },
    ),
  ],
};
