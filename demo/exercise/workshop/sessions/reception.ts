import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const reception: SessionEntry = {
  number: 1,
  language: 'fr',
  day: 1,
  startsAt: '11:00',
  endsAt: '12:15',
  room: 'north',
  title: text(
    'Accueillir dans la commune : un seul guichet, plusieurs services',
    'الاستقبال في الجماعة: شباك واحد وخدمات متعددة',
    'Reception in the municipality: one desk, several services',
  ),
  abstract: text(
    'Comment une commune oriente les nouveaux arrivants sans les renvoyer d’un bureau à l’autre.',
    'كيف توجه الجماعة الوافدين الجدد دون أن تحيلهم من مكتب إلى آخر.',
    'How a municipality guides newcomers without sending them from office to office.',
  ),
  people: ['moderator', 'rapporteur', 'speaker', 'speaker', 'speaker', 'speaker'],
  notes: [
    keyPoint({
      fr: 'Trois communes du Littoral ont ouvert un guichet d’accueil ; deux autres orientent par téléphone, faute de local.',
    }),
    keyPoint({
      fr: 'La moitié des demandes ne relèvent pas de la commune : santé, école, titre de séjour. Le guichet vaut par ceux à qui il adresse.',
      ar: 'نصف الطلبات لا يدخل في اختصاص الجماعة: الصحة والمدرسة وسند الإقامة. وقيمة الشباك في الجهات التي يحيل عليها.',
    }),
    keyPoint({
      fr: 'Les agentes tiennent chacune leur cahier. Une demande reçue un lundi n’est pas retrouvée le jeudi par leur collègue.',
    }),
    question({
      fr: 'Qui paie l’interprète quand la personne ne parle ni arabe ni français ?',
      ar: 'من يؤدي أجر المترجم الشفوي إذا كان الشخص لا يتكلم العربية ولا الفرنسية؟',
    }),
    question({ fr: 'Peut-on enregistrer une demande sans demander de pièce d’identité ?' }),
    decision(
      {
        fr: 'Les communes présentes adoptent une fiche d’orientation commune, sans numéro d’identité, remise à la personne.',
        ar: 'تعتمد الجماعات الحاضرة بطاقة توجيه مشتركة خالية من رقم الهوية تُسلَّم إلى الشخص المعني.',
      },
      { key: 'sheet' },
    ),
    conclusion(
      {
        fr: 'Un guichet sert quand il suit la demande jusqu’à sa réponse, et non quand il distribue des adresses.',
        ar: 'ينفع الشباك حين يتابع الطلب إلى أن يُجاب عنه، لا حين يوزع العناوين.',
      },
      { key: 'desk-follows' },
    ),
    recommendation(
      {
        fr: 'Doter chaque commune de plus de vingt mille habitants d’un guichet d’accueil régi par une charte : confidentialité, délai de réponse, orientation écrite.',
        ar: 'تمكين كل جماعة يفوق عدد سكانها عشرين ألفا من شباك استقبال يخضع لميثاق: السرية وأجل الجواب والتوجيه المكتوب.',
      },
      { key: 'desk-charter' },
    ),
    action(
      {
        fr: 'Imprimer la fiche d’orientation en quatre langues et former une agente par commune.',
        ar: 'طبع بطاقة التوجيه بأربع لغات وتكوين موظفة في كل جماعة.',
      },
      { key: 'print-sheet', owner: 'exercise-organisation-1', within: 45 },
    ),
    action(
      {
        fr: 'Dresser la liste des services qui acceptent d’être destinataires, avec un nom de fonction et un numéro.',
        ar: 'إعداد قائمة المصالح التي تقبل استقبال الإحالات، مع اسم الوظيفة ورقم الهاتف.',
      },
      { owner: 'exercise-council-coast', within: 75 },
    ),
    quotation(
      { fr: 'On ne demande pas un tapis rouge. On demande qu’on nous dise qui répond, et quand.' },
      { speaker: 3, consent: true },
    ),
  ],
};
