import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const twinning: SessionEntry = {
  number: 11,
  language: 'ar',
  day: 2,
  startsAt: '13:45',
  endsAt: '15:00',
  room: 'north',
  title: text(
    'De région à région : la coopération Sud–Sud des collectivités',
    'من جهة إلى جهة: التعاون جنوب–جنوب بين الجماعات الترابية',
    'From region to region: South–South cooperation between local authorities',
  ),
  notes: [
    keyPoint({
      ar: 'وُقعت سبع اتفاقيات شراكة خلال خمس سنوات، ولم تُنفذ منها سوى اثنتين: اللتان عينتا موظفا مكلفا بالتنفيذ في كل طرف.',
      fr: 'Sept conventions de partenariat ont été signées en cinq ans ; deux ont été exécutées, celles qui nommaient de chaque côté un agent chargé de l’exécution.',
    }),
    keyPoint({ ar: 'زيارة تقني لمدة أسبوعين أفادت أكثر من ثلاث زيارات رسمية بحسب رأي الحاضرين.' }),
    keyPoint({ ar: 'تختلف قواعد المحاسبة بين الطرفين، فيتأخر صرف المبالغ سنة أو أكثر.' }),
    question({ ar: 'هل يجوز للجهة أن تؤدي مباشرة لجهة أخرى خارج التراب الوطني؟' }),
    question({
      ar: 'بأي لغة تُحرر الاتفاقية حين لا يشترك الطرفان في لغة إدارية؟',
      fr: 'Dans quelle langue rédiger la convention quand les parties n’ont pas de langue administrative commune ?',
    }),
    decision(
      {
        ar: 'لا توقع الجهات الثلاث اتفاقية جديدة قبل تعيين المكلف بتنفيذها لدى كل طرف.',
        fr: 'Les trois régions ne signent plus de convention avant d’avoir désigné, de chaque côté, qui l’exécute.',
      },
      { key: 'named-agent' },
    ),
    conclusion(
      {
        ar: 'تقوم الشراكة على تبادل الأطر لا على توقيع الرؤساء وحده.',
        fr: 'Un partenariat vit des agents qui se rendent visite, et pas seulement de la signature des présidents.',
      },
      { key: 'visits' },
    ),
    recommendation(
      {
        ar: 'تخصيص برنامج سنوي لتبادل الأطر بين الجهات الشريكة، مدته أسبوعان على الأقل، مع تقرير منشور.',
        fr: 'Consacrer chaque année un programme à l’échange d’agents entre régions partenaires, de deux semaines au moins, avec un rapport publié.',
      },
      { key: 'exchange' },
    ),
    action(
      {
        ar: 'إعداد اتفاقية نموذجية بثلاث لغات تتضمن ملحقا للتنفيذ.',
        fr: 'Établir une convention type en trois langues, avec une annexe d’exécution.',
      },
      { key: 'model-agreement', owner: 'exercise-agency', within: 115 },
    ),
    action(
      {
        ar: 'جرد الاتفاقيات غير المنفذة وبيان سبب تعثر كل واحدة.',
        fr: 'Recenser les conventions restées sans suite, avec pour chacune ce qui l’a arrêtée.',
      },
      { key: 'stalled', owner: 'exercise-council-oases', within: 55 },
    ),
    quotation({ ar: 'أخذنا صورا كثيرة للتوقيع، ولا صورة واحدة للورش.' }, { speaker: 3, consent: true }),
  ],
};
