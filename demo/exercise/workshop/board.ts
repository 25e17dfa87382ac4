import { text, type FullText } from '../../text.ts';

/** Drafts of the board that became one, by the keys of their notes, with the text that the plenary gave it. */
export const merged: readonly { of: readonly [string, string, ...string[]]; text: FullText }[] = [
  {
    of: ['line-in-sector', 'name-date-budget'],
    text: text(
      'Ce qui engage tient dans une ligne : un secteur, un nom, une date, un budget. Le reste se lit une fois et s’oublie.',
      'ما يُلزم يسعه سطر واحد: قطاع واسم وأجل وميزانية. وما عداه يُقرأ مرة ثم يُنسى.',
      'What commits fits on one line: a sector, a name, a date, a budget. All else is read once and forgotten.',
    ),
  },
  {
    of: ['with-others', 'mediation'],
    text: text(
      'L’accès à l’école comme aux soins passe par quelqu’un qui traduit et accompagne ; la médiation est une part du service, non un supplément.',
      'يمر ولوج المدرسة والعلاج معا عبر من يترجم ويرافق؛ والوساطة جزء من الخدمة لا إضافة إليها.',
      'Access to school and to care alike goes through somebody who translates and accompanies: mediation is part of the service, not an extra.',
    ),
  },
  {
    of: ['desk-charter', 'mediators'],
    text: text(
      'Doter chaque commune de plus de vingt mille habitants d’un guichet d’accueil régi par une charte, et d’une médiatrice au statut défini, tenue au secret.',
      'تمكين كل جماعة يفوق عدد سكانها عشرين ألفا من شباك استقبال يخضع لميثاق، ومن وسيطة ذات وضع قانوني محدد وملزمة بكتمان السر.',
      'Give every municipality of more than twenty thousand inhabitants a reception desk under a charter, and a mediator with a defined status, bound to secrecy.',
    ),
  },
  {
    of: ['skills-test', 'skills-return'],
    text: text(
      'Attester par une épreuve pratique des compétences acquises sans diplôme ou à l’étranger, devant un jury que les artisans et les centres reconnaissent.',
      'إثبات المهارات المكتسبة دون شهادة أو في الخارج عبر اختبار عملي أمام لجنة يعترف بها الحرفيون والمراكز.',
      'Attest by a practical test the skills acquired without a diploma or abroad, before a jury that craftsmen and centres recognise.',
    ),
  },
  {
    of: ['shared-indicators', 'water-data'],
    text: text(
      'Convenir de douze indicateurs régionaux, le niveau des nappes et les départs compris, avec pour chacun sa définition, sa source et le service qui en répond.',
      'الاتفاق على اثني عشر مؤشرا جهويا، منها مستوى الفرشات المائية وحركة الرحيل، مع تحديد تعريف كل مؤشر ومصدره والمصلحة المسؤولة عنه.',
      'Agree on twelve regional indicators, groundwater levels and departures among them, each with its definition, its source and the service that answers for it.',
    ),
  },
];

/** Drafts that the plenary worded again. */
export const reworded: Readonly<Record<string, FullText>> = {
  'somebody-there': text(
    'L’investissement de loin réussit là où quelqu’un, sur place, en répond.',
    'ينجح الاستثمار عن بعد حيث يوجد في عين المكان من يتحمل مسؤوليته.',
    'Investment from afar succeeds where somebody on the spot answers for it.',
  ),
  prepared: text(
    'Préparée, la mobilité soutient le territoire ; subie, elle le vide. Les plans de l’eau en tiennent compte.',
    'التنقل المهيأ يساند المجال الترابي، والمفروض يفرغه؛ وتراعي مخططات الماء ذلك.',
    'Mobility that is prepared supports a territory, mobility endured empties it; water plans take account of it.',
  ),
  register: text(
    'Tenir un registre public de qui finance quoi, où et jusqu’à quand ; chaque institution répond de sa part.',
    'مسك سجل عمومي لمن يمول ماذا وأين وإلى متى؛ وتتحمل كل مؤسسة مسؤولية ما يخصها.',
    'Keep a public register of who funds what, where and until when; each institution answers for its part.',
  ),
  exchange: text(
    'Échanger chaque année des agents entre régions partenaires, deux semaines au moins, et publier ce qu’ils en rapportent.',
    'تبادل الأطر كل سنة بين الجهات الشريكة لمدة أسبوعين على الأقل، ونشر ما يعودون به.',
    'Exchange officers between partner regions every year, for two weeks at least, and publish what they bring back.',
  ),
  sheet: text(
    'La fiche d’orientation commune, sans numéro d’identité, est en usage dans les communes présentes.',
    'تُستعمل بطاقة التوجيه المشتركة، الخالية من رقم الهوية، في الجماعات الحاضرة.',
    'The common referral sheet, without an identity number, is in use in the municipalities present.',
  ),
};

/** Drafts that the plenary did not take over. */
export const left: readonly string[] = ['same-services', 'small-contracts'];

/** Which conclusion a recommendation follows from, both by the first key of what they became. */
export const following: Readonly<Record<string, string>> = {
  'desk-charter': 'desk-follows',
  midterm: 'line-in-sector',
  'seed-fund': 'somebody-there',
  'shared-indicators': 'few-indicators',
  register: 'line-in-sector',
  nursery: 'childcare',
  exchange: 'visits',
};

/** What has become of actions since: done, or dropped with the reason. */
export const settled: Readonly<Record<string, 'done' | string>> = {
  'matrix-model': 'done',
  'print-sheet': 'done',
  'post-places': 'done',
  'try-test': 'Le centre qui devait accueillir l’essai a fermé ; la faculté reprend l’idée autrement.',
};
