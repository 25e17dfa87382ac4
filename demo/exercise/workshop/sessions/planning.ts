import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const planning: SessionEntry = {
  number: 2,
  language: 'ar',
  day: 1,
  startsAt: '11:00',
  endsAt: '12:15',
  room: 'south',
  title: text(
    'La migration dans le programme de développement régional',
    'الهجرة في برنامج التنمية الجهوية',
    'Migration in the regional development programme',
  ),
  abstract: text(
    'Où la migration entre-t-elle dans le plan : un chapitre à part, ou une ligne dans chaque secteur ?',
    'أين تدخل الهجرة في البرنامج: هل في فصل مستقل أم في سطر من كل قطاع؟',
    'Where does migration enter the plan: a chapter of its own, or a line in every sector?',
  ),
  people: ['moderator', 'rapporteur', 'speaker', 'speaker', 'speaker', 'speaker'],
  notes: [
    keyPoint({
      ar: 'خصص برنامج جهة الهضبة فصلا كاملا للهجرة، غير أن أي مشروع من مشاريع القطاعات الأخرى لا يحيل عليه.',
      fr: 'Le programme du Plateau consacre un chapitre entier à la migration ; aucun projet des autres secteurs n’y renvoie.',
    }),
    keyPoint({
      ar: 'في جهة الواحات لا يوجد فصل مستقل، لكن قطاعي الماء والسكن يحتسبان العمال الموسميين عند تقدير الحاجات.',
    }),
    keyPoint({
      ar: 'تُعد البرامج مرة كل ست سنوات، بينما تتغير أعداد الوافدين بين سنة وأخرى؛ لذلك يلزم تحيين في منتصف المدة.',
    }),
    question({ ar: 'من يتحقق من أن كل قطاع أخذ الهجرة في الحسبان: المجلس أم المصالح اللاممركزة؟' }),
    question({
      ar: 'هل يُستشار المهاجرون أنفسهم عند إعداد البرنامج، وعن طريق من؟',
      fr: 'Les migrants eux-mêmes sont-ils consultés quand le programme se prépare, et par qui ?',
    }),
    decision(
      {
        ar: 'تعد المجالس الثلاثة جدولا تُقرأ فيه كل القطاعات في ضوء الهجرة، بالصيغة نفسها.',
        fr: 'Les trois conseils dressent, sur un même modèle, un tableau qui relit chaque secteur à la lumière de la migration.',
      },
      { key: 'matrix' },
    ),
    conclusion(
      {
        ar: 'الفصل المستقل يُقرأ ثم يُنسى؛ أما السطر المدرج في ميزانية القطاع فيُتابَع.',
        fr: 'Un chapitre à part se lit puis s’oublie ; une ligne dans le budget d’un secteur se suit.',
      },
      { key: 'line-in-sector' },
    ),
    recommendation(
      {
        ar: 'إدراج مراجعة في منتصف مدة برنامج التنمية الجهوية تشارك فيها جمعيات المهاجرين وتُنشر نتائجها.',
        fr: 'Prévoir à mi-parcours du programme de développement régional une révision à laquelle les associations de migrants prennent part, et dont les résultats sont publiés.',
      },
      { key: 'midterm' },
    ),
    action(
      {
        ar: 'إعداد نموذج الجدول وإرساله إلى المجالس قصد إبداء الرأي.',
        fr: 'Préparer le modèle du tableau et l’adresser aux conseils pour avis.',
      },
      { key: 'matrix-model', owner: 'exercise-council-plateau', within: 30 },
    ),
    action(
      {
        ar: 'تنظيم يوم دراسي لمخططي القطاعات في كل جهة.',
        fr: 'Tenir dans chaque région une journée des planificateurs de secteurs.',
      },
      { owner: 'exercise-organisation-3', within: 120 },
    ),
    quotation(
      { ar: 'كتبنا الهجرة في الفصل السابع، ولم يفتح أحد الفصل السابع بعد ذلك.' },
      { speaker: 2, consent: true },
    ),
    quotation(
      {
        ar: 'أرقامنا تصل إلى الوزارة ولا تعود إلينا أبدا.',
        fr: 'Nos chiffres montent au ministère et ne redescendent jamais.',
      },
      { speaker: 4, consent: false },
    ),
  ],
};
