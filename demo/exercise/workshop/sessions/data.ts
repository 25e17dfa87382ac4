import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const data: SessionEntry = {
  number: 4,
  language: 'fr',
  day: 1,
  startsAt: '14:00',
  endsAt: '15:15',
  room: 'south',
  title: text(
    'Compter sans exposer : des données régionales sur la migration',
    'الإحصاء دون كشف الأشخاص: معطيات جهوية عن الهجرة',
    'Counting without exposing: regional data on migration',
  ),
  abstract: text(
    'Quels chiffres une région peut-elle tenir elle-même, à quel rythme, et lesquels ne doit-elle jamais publier ?',
    'ما الأرقام التي يمكن للجهة أن تمسكها بنفسها، وبأي وتيرة، وما الأرقام التي لا يجوز لها نشرها أبدا؟',
    'Which figures can a region keep itself, how often, and which must it never publish?',
  ),
  people: ['moderator', 'rapporteur', 'speaker', 'speaker', 'speaker', 'speaker'],
  notes: [
    keyPoint({
      fr: 'Quatre services comptent les mêmes personnes de quatre façons : par arrivée, par dossier, par consultation, par inscription à l’école.',
      en: 'Four services count the same people in four ways: by arrival, by file, by consultation, by school enrolment.',
    }),
    keyPoint({ fr: 'Le dernier recensement date ; entre deux, les communes estiment à l’œil.' }),
    keyPoint({
      fr: 'Un tableau croisant commune, nationalité et âge a laissé reconnaître une famille. Il a été retiré.',
      ar: 'أتاح جدول يجمع بين الجماعة والجنسية والسن التعرف على أسرة بعينها، فسُحب.',
    }),
    question({
      fr: 'À partir de combien de personnes une case peut-elle être publiée ?',
      ar: 'ابتداء من كم شخص يجوز نشر الخانة؟',
    }),
    question({ fr: 'Qui corrige un chiffre quand deux services se contredisent ?' }),
    decision(
      {
        fr: 'Aucune case de moins de cinq personnes ne sera publiée ; la case voisine sera regroupée avec elle.',
        ar: 'لا تُنشر أي خانة يقل عدد الأشخاص فيها عن خمسة، وتُضم إليها الخانة المجاورة.',
      },
      { key: 'five' },
    ),
    conclusion(
      {
        fr: 'Mieux vaut peu d’indicateurs, tenus chaque année de la même façon, qu’un rapport complet tous les dix ans.',
        ar: 'خير للجهة أن تمسك مؤشرات قليلة كل سنة بالطريقة نفسها من تقرير شامل كل عشر سنوات.',
      },
      { key: 'few-indicators' },
    ),
    recommendation(
      {
        fr: 'Convenir de douze indicateurs régionaux communs, avec pour chacun sa définition, sa source et le service qui en répond.',
        ar: 'الاتفاق على اثني عشر مؤشرا جهويا مشتركا، مع تحديد تعريف كل مؤشر ومصدره والمصلحة المسؤولة عنه.',
      },
      { key: 'shared-indicators' },
    ),
    action(
      {
        fr: 'Rédiger le dictionnaire des douze indicateurs et le soumettre aux trois régions.',
        ar: 'تحرير معجم المؤشرات الاثني عشر وعرضه على الجهات الثلاث.',
      },
      { key: 'dictionary', owner: 'exercise-organisation-3', within: 90 },
    ),
    action(
      { fr: 'Vérifier que les tableaux déjà en ligne respectent la règle des cinq personnes.' },
      { owner: 'exercise-council-coast', within: 21 },
    ),
    quotation(
      { fr: 'Un chiffre dont personne ne répond n’est pas une donnée, c’est une rumeur avec des décimales.' },
      { speaker: 2, consent: true },
    ),
  ],
};
