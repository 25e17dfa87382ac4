import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const diaspora: SessionEntry = {
  number: 3,
  language: 'fr',
  day: 1,
  startsAt: '14:00',
  endsAt: '15:15',
  room: 'north',
  title: text(
    'Investir depuis l’étranger : de l’épargne familiale au projet de territoire',
    'الاستثمار من الخارج: من ادخار الأسرة إلى مشروع المجال الترابي',
    'Investing from abroad: from family savings to a project for the territory',
  ),
  people: ['moderator', 'rapporteur', 'speaker', 'speaker', 'speaker', 'speaker'],
  notes: [
    keyPoint({
      fr: 'L’argent envoyé sert d’abord au logement et à la santé des parents. Ce qui reste pour entreprendre vient par petites sommes, de plusieurs foyers.',
    }),
    keyPoint({
      fr: 'Sur neuf coopératives soutenues par des ressortissants des Oasis, six vivent encore après cinq ans : celles qui avaient un gérant sur place.',
      ar: 'من بين تسع تعاونيات دعمها مغتربون من جهة الواحات، ما زالت ست قائمة بعد خمس سنوات: تلك التي كان لها مسير في عين المكان.',
    }),
    keyPoint({ fr: 'Les démarches supposent trois voyages. Un dossier sur deux s’arrête au deuxième.' }),
    question({ fr: 'Une commune peut-elle garantir un prêt consenti à quelqu’un qui vit ailleurs ?' }),
    decision(
      {
        fr: 'Les conseils désignent chacun un interlocuteur joignable à distance, le samedi compris.',
        ar: 'يعين كل مجلس مخاطبا يمكن الاتصال به عن بعد، بما في ذلك يوم السبت.',
      },
      { key: 'remote-contact' },
    ),
    conclusion(
      {
        fr: 'Le projet tient quand quelqu’un sur place en répond ; l’apport de l’étranger vient ensuite.',
        ar: 'يصمد المشروع حين يكون في عين المكان من يتحمل مسؤوليته؛ أما المساهمة من الخارج فتأتي بعد ذلك.',
      },
      { key: 'somebody-there' },
    ),
    recommendation(
      {
        fr: 'Créer un fonds d’amorçage où la région ajoute un à chaque unité apportée par un groupement de ressortissants, dans la limite d’un plafond publié.',
        ar: 'إحداث صندوق للانطلاق تضيف فيه الجهة مقابل كل وحدة يساهم بها تجمع للمغتربين وحدة أخرى، في حدود سقف معلن.',
      },
      { key: 'seed-fund' },
    ),
    action(
      {
        fr: 'Décrire en deux pages les pièces demandées et celles que l’on peut envoyer de loin.',
        ar: 'وصف الوثائق المطلوبة في صفحتين، مع بيان ما يمكن إرساله عن بعد.',
      },
      { key: 'two-pages', owner: 'exercise-organisation-2', within: 60 },
    ),
    action(
      { fr: 'Étudier avec deux bailleurs le règlement du fonds d’amorçage.' },
      { owner: 'exercise-organisation-4', within: 150 },
    ),
    quotation(
      {
        fr: 'Mon oncle a envoyé une pompe. C’est ma cousine, ici, qui a fait qu’il y ait de l’eau.',
        ar: 'أرسل عمي مضخة، لكن ابنة خالتي هنا هي التي جعلت الماء يجري.',
      },
      { speaker: 5, consent: true },
    ),
  ],
};
