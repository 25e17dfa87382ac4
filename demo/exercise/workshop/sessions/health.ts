import { text } from '../../../text.ts';
import { action, conclusion, decision, keyPoint, question, quotation, recommendation } from '../model.ts';
import type { SessionEntry } from '../model.ts';

export const health: SessionEntry = {
  number: 6,
  language: 'fr',
  day: 1,
  startsAt: '15:45',
  endsAt: '17:00',
  room: 'south',
  title: text(
    'Se soigner : de l’accès aux centres de santé au soutien psychosocial',
    'العلاج: من ولوج المراكز الصحية إلى الدعم النفسي والاجتماعي',
    'Getting care: from access to health centres to psychosocial support',
  ),
  notes: [
    keyPoint({
      fr: 'Les soins de base sont ouverts à tous ; ce qui manque est la phrase pour dire où l’on a mal.',
      ar: 'العلاجات الأساسية مفتوحة للجميع؛ وما ينقص هو الكلمة التي يقول بها المريض أين يؤلمه.',
    }),
    keyPoint({
      fr: 'Deux centres du Plateau travaillent avec des médiatrices communautaires : les rendez-vous manqués ont baissé d’un tiers.',
    }),
    keyPoint({
      fr: 'Le suivi des grossesses s’interrompt au déménagement : le carnet reste au centre de départ.',
    }),
    question({ fr: 'La médiatrice est-elle tenue au secret comme une soignante ? Qui l’écrit ?' }),
    question({ fr: 'Vers qui orienter une personne en détresse le soir et le dimanche ?' }),
    decision(
      {
        fr: 'Le carnet de santé suit la personne : chaque centre le remet à celle ou celui qui part.',
        ar: 'يرافق الدفتر الصحي صاحبه: يسلمه كل مركز إلى من يغادر.',
      },
      { key: 'booklet' },
    ),
    conclusion(
      {
        fr: 'La médiation n’est pas un supplément : sans elle, le droit aux soins reste sur le papier.',
        ar: 'ليست الوساطة ترفا: فبدونها يبقى الحق في العلاج حبرا على ورق.',
      },
      { key: 'mediation' },
    ),
    recommendation(
      {
        fr: 'Recruter des médiatrices dans les centres de santé et les guichets communaux, avec un statut et un devoir de secret.',
        ar: 'توظيف وسيطات في المراكز الصحية وشبابيك الجماعات، مع وضع قانوني وواجب كتمان السر.',
      },
      { key: 'mediators' },
    ),
    action(
      {
        fr: 'Rédiger l’engagement de confidentialité des médiatrices.',
        ar: 'تحرير التزام الوسيطات بكتمان السر.',
      },
      { key: 'confidentiality', owner: 'exercise-organisation-7', within: 40 },
    ),
    action(
      {
        fr: 'Établir la liste de garde des associations qui répondent hors des heures de bureau.',
        ar: 'إعداد لائحة مداومة الجمعيات التي تجيب خارج أوقات العمل.',
      },
      { owner: 'exercise-organisation-10', within: 50 },
    ),
    quotation(
      { fr: 'J’ai dessiné mon ventre sur une feuille. Le médecin a compris, moi pas sa réponse.' },
      { speaker: 3, consent: false },
    ),
    quotation(
      { fr: 'Une heure d’interprète coûte moins qu’une nuit d’hôpital.' },
      { speaker: 2, consent: true },
    ),
  ],
};
