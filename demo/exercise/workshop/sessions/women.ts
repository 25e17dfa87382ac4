import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const women: SessionEntry = {
  number: 8,
  language: 'ar',
  day: 2,
  startsAt: '09:00',
  endsAt: '10:15',
  room: 'south',
  title: text(
    'Travail des femmes migrantes : du domicile à la coopérative',
    'عمل النساء المهاجرات: من البيت إلى التعاونية',
    'The work of migrant women: from the household to the cooperative',
  ),
  abstract: text(
    'Ce qui protège une travailleuse que personne ne voit, et ce qui lui permet de choisir.',
    'ما الذي يحمي عاملة لا يراها أحد، وما الذي يمكنها من الاختيار.',
    'What protects a worker whom nobody sees, and what lets her choose.',
  ),
  notes: [
    keyPoint({
      ar: 'تعمل أغلب الوافدات في البيوت دون عقد مكتوب، ولا تعرف نصفهن أن العقد حق لهن.',
      fr: 'La plupart des arrivantes travaillent à domicile sans contrat écrit ; la moitié ignore que le contrat est un droit.',
    }),
    keyPoint({
      ar: 'أنشأت نساء وافدات ومحليات خمس تعاونيات للخياطة والطبخ؛ وكانت الحضانة القريبة هي ما جعل ذلك ممكنا.',
    }),
    keyPoint({ ar: 'لا تلجأ المشتغلات إلى مفتشية الشغل خوفا من فقدان السكن الذي يرافق العمل.' }),
    question({
      ar: 'كيف تصل المفتشية إلى مكان عمل هو في الوقت نفسه بيت أسرة؟',
      fr: 'Comment l’inspection atteint-elle un lieu de travail qui est aussi le logis d’une famille ?',
    }),
    decision(
      {
        ar: 'تُعد الجمعيات الحاضرة عقدا نموذجيا مبسطا بخمس لغات.',
        fr: 'Les associations présentes établissent un contrat type simplifié, en cinq langues.',
      },
      { key: 'contract' },
    ),
    conclusion(
      {
        ar: 'الحضانة والسكن المستقل شرطان يسبقان كل تكوين وكل تمويل.',
        fr: 'La garde d’enfants et un logement à soi passent avant toute formation et tout financement.',
      },
      { key: 'childcare' },
    ),
    recommendation(
      {
        ar: 'تخصيص أماكن في الحضانات العمومية لأبناء العاملات مهما كانت وضعيتهن الإدارية.',
        fr: 'Réserver dans les crèches publiques des places aux enfants des travailleuses, quelle que soit leur situation administrative.',
      },
      { key: 'nursery' },
    ),
    recommendation(
      {
        ar: 'فتح الصفقات الصغيرة للجماعات، كالإطعام والخياطة، أمام التعاونيات المختلطة.',
        fr: 'Ouvrir aux coopératives mixtes les petits marchés des communes, comme la restauration ou la couture.',
      },
      { key: 'small-contracts' },
    ),
    action(
      {
        ar: 'ترجمة العقد النموذجي ومراجعته مع مفتشية الشغل.',
        fr: 'Traduire le contrat type et le faire relire par l’inspection du travail.',
      },
      { key: 'translate-contract', owner: 'exercise-organisation-15', within: 70 },
    ),
    action(
      {
        ar: 'إحصاء الأماكن الشاغرة في الحضانات بحسب الأحياء.',
        fr: 'Relever, quartier par quartier, les places libres dans les crèches.',
      },
      { owner: 'exercise-organisation-11', within: 35 },
    ),
    quotation(
      {
        ar: 'في التعاونية لا أحد يقول لي متى أنام.',
        fr: 'À la coopérative, personne ne me dit à quelle heure dormir.',
      },
      { speaker: 4, consent: true },
    ),
  ],
};
