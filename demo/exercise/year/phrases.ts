import { text } from '../../text.ts';

/** Where and how an institution does what it says, as a phrase that may follow any deed. */
export const places = [
  text('dans trois communes rurales', 'في ثلاث جماعات قروية', 'in three rural municipalities'),
  text('dans deux provinces', 'في إقليمين', 'in two provinces'),
  text('au chef-lieu de la région', 'في مركز الجهة', 'in the regional capital'),
  text('avec deux associations', 'بشراكة مع جمعيتين', 'with two associations'),
  text('à titre d’essai, pendant un an', 'على سبيل التجريب لمدة سنة', 'as a trial, for one year'),
  text('dans les quartiers nouveaux', 'في الأحياء الجديدة', 'in new districts'),
  text('dans les communes de montagne', 'في جماعات الجبل', 'in mountain municipalities'),
  text('sur le littoral', 'على الساحل', 'along the coast'),
  text('dans les oasis', 'في الواحات', 'in the oases'),
  text('autour des gares', 'حول محطات القطار', 'around railway stations'),
  text('avec l’université', 'بشراكة مع الجامعة', 'with the university'),
  text('dans toutes les provinces de la région', 'في جميع أقاليم الجهة', 'in every province of the region'),
  text('avec une région voisine', 'بشراكة مع جهة مجاورة', 'with a neighbouring region'),
  text('en dehors des grandes villes', 'خارج المدن الكبرى', 'outside the large towns'),
  text('dans les villes moyennes', 'في المدن المتوسطة', 'in medium-sized towns'),
  text('avec les services déconcentrés', 'بتنسيق مع المصالح اللاممركزة', 'with the deconcentrated services'),
  text('dans quatre communes volontaires', 'في أربع جماعات متطوعة', 'in four municipalities that volunteer'),
] as const;

/** How what is asked may be known to be done, the last sentence of a recommendation. */
export const tests = [
  text(
    'On saura que c’est fait quand deux associations au moins le diront.',
    'سيُعرف أن الأمر أُنجز حين تقر به جمعيتان على الأقل.',
    'It will be known to be done when two associations at least say so.',
  ),
  text(
    'Un bilan public est attendu au bout d’un an.',
    'تُنتظر حصيلة عمومية بعد سنة.',
    'A public review is expected after a year.',
  ),
  text(
    'Les destinataires disent par écrit ce qu’ils en feront, et avec quels moyens.',
    'يبين المعنيون كتابة ما سيفعلونه وبأي وسائل.',
    'Those it is addressed to say in writing what they will do, and with which means.',
  ),
] as const;

export const priorityReasons = [
  text(
    'Des personnes restent sans recours tant que rien n’est fait.',
    'يظل أشخاص بلا سبيل ما لم يُنجز شيء.',
    'People have nowhere to turn as long as nothing is done.',
  ),
  text(
    'Le budget de l’année se prépare maintenant.',
    'ميزانية السنة قيد الإعداد الآن.',
    'The year’s budget is being prepared now.',
  ),
  text(
    'Plusieurs autres recommandations en dépendent.',
    'تتوقف عليها توصيات أخرى عدة.',
    'Several other recommendations depend on it.',
  ),
] as const;

export const participation = [
  text(
    'Deux associations de migrants siègent au comité qui suit l’engagement.',
    'تشارك جمعيتان للمهاجرين في اللجنة التي تتتبع الالتزام.',
    'Two migrants’ associations sit on the committee that follows the commitment.',
  ),
  text(
    'Des personnes concernées ont choisi les lieux et les horaires.',
    'اختار المعنيون الأماكن والمواعيد.',
    'People concerned chose the places and the hours.',
  ),
  text(
    'Un questionnaire anonyme est proposé à chaque trimestre.',
    'يُقترح استبيان مجهول الاسم كل فصل.',
    'An anonymous questionnaire is offered every quarter.',
  ),
] as const;

export const reasonsInPart = [
  text(
    'Nous le ferons là où le service existe ; ailleurs, les moyens manquent cette année.',
    'سننجز ذلك حيث توجد المصلحة، أما في غيرها فالوسائل غير متوفرة هذه السنة.',
    'We shall do it where the service exists; elsewhere the means are lacking this year.',
  ),
  text(
    'Nous acceptons le but, et proposons un délai plus long.',
    'نقبل الهدف ونقترح أجلا أطول.',
    'We accept the aim, and propose a longer time.',
  ),
  text(
    'La partie qui relève d’un autre ministère lui a été transmise.',
    'أُحيل الشق الذي يعود إلى وزارة أخرى إليها.',
    'The part that is another ministry’s has been passed on to it.',
  ),
] as const;

export const reasonsAgainst = [
  text(
    'La loi ne nous donne pas cette compétence.',
    'لا يمنحنا القانون هذا الاختصاص.',
    'The law gives us no power to do so.',
  ),
  text(
    'Un dispositif proche existe déjà ; nous préférons l’étendre.',
    'توجد آلية قريبة من ذلك، ونفضل توسيعها.',
    'Something close to it exists already, and we prefer to extend it.',
  ),
  text(
    'Le coût dépasse ce que le budget permet jusqu’à la fin du mandat.',
    'تتجاوز الكلفة ما تسمح به الميزانية إلى نهاية الولاية.',
    'The cost is more than the budget allows until the end of the term.',
  ),
] as const;

export const milestones = [
  text('Équipe constituée', 'تشكيل الفريق', 'Team in place'),
  text('Convention signée', 'توقيع الاتفاقية', 'Agreement signed'),
  text('Bilan à mi-parcours publié', 'نشر حصيلة منتصف المدة', 'Mid-term review published'),
] as const;

export const contributions = [
  text('Les locaux', 'المقرات', 'The premises'),
  text('Une part du personnel', 'جزء من الموارد البشرية', 'A part of the staff'),
  text(
    'Le lien avec les personnes concernées',
    'صلة الوصل مع المعنيين',
    'The link with the people concerned',
  ),
] as const;

/** What reports say, by how far the commitment has come. */
export const narratives = {
  'in-preparation': [
    text(
      'L’équipe est nommée et les marchés sont lancés ; rien n’est encore ouvert au public.',
      'عُين الفريق وأُطلقت الصفقات، ولم يُفتح شيء بعد للعموم.',
      'The team is named and tenders are out; nothing is open to the public yet.',
    ),
    text(
      'Deux réunions de préparation ont eu lieu, et le lieu a été choisi.',
      'عُقد اجتماعان تحضيريان واختير المكان.',
      'Two preparatory meetings were held, and the place was chosen.',
    ),
    text(
      'Le cahier des charges a été relu avec les associations.',
      'روجع دفتر التحملات مع الجمعيات.',
      'The specifications were read over with the associations.',
    ),
  ],
  'in-progress': [
    text(
      'Le dispositif fonctionne, et la fréquentation augmente d’un mois à l’autre.',
      'تشتغل الآلية ويتزايد الإقبال عليها شهرا بعد شهر.',
      'It works, and more people come from one month to the next.',
    ),
    text(
      'La moitié des lieux prévus sont ouverts ; les autres le seront au trimestre prochain.',
      'فُتح نصف الأماكن المقررة، وستُفتح البقية خلال الفصل المقبل.',
      'Half of the places planned are open; the others will be next quarter.',
    ),
    text(
      'Les agents sont formés et à l’œuvre ; un premier questionnaire a été dépouillé.',
      'كُون الأعوان وشرعوا في العمل، وفُرغ أول استبيان.',
      'The officers are trained and at work; a first questionnaire has been counted.',
    ),
    text(
      'Les partenaires ont versé leur part, et le comité s’est réuni deux fois.',
      'أدى الشركاء حصتهم، واجتمعت اللجنة مرتين.',
      'The partners have paid their share, and the committee has met twice.',
    ),
  ],
  completed: [
    text(
      'Tout ce qui était prévu est en place, et le service continue sur le budget ordinaire.',
      'أُنجز كل ما كان مقررا، ويستمر العمل على الميزانية العادية.',
      'All that was planned is in place, and the service goes on under the ordinary budget.',
    ),
    text(
      'L’engagement est tenu ; l’évaluation est publiée.',
      'تم الوفاء بالالتزام ونُشر التقييم.',
      'The commitment is kept; the evaluation is published.',
    ),
  ],
  discontinued: [
    text('Le travail s’est arrêté ce trimestre.', 'توقف العمل خلال هذا الفصل.', 'Work stopped this quarter.'),
  ],
} as const;

export const endings = [
  text(
    'Le partenaire qui portait le local s’est retiré, et personne n’a pris sa place.',
    'انسحب الشريك الذي كان يوفر المقر ولم يحل أحد محله.',
    'The partner who gave the premises withdrew, and nobody took its place.',
  ),
  text(
    'Un programme national fait désormais la même chose.',
    'أصبح برنامج وطني يقوم بالأمر نفسه.',
    'A national programme does the same from now on.',
  ),
] as const;

export const obstacles = [
  text(
    'Deux recrutements sur quatre n’ont pas abouti.',
    'لم ينجح توظيفان من أصل أربعة.',
    'Two recruitments out of four came to nothing.',
  ),
  text('La convention attend une signature.', 'تنتظر الاتفاقية توقيعا.', 'The agreement awaits a signature.'),
  text(
    'Les personnes logées loin ne viennent pas, faute de transport.',
    'لا يأتي المقيمون بعيدا لانعدام النقل.',
    'People who live far off do not come, for want of transport.',
  ),
] as const;

export const steps = [
  text('Ouvrir les lieux qui restent.', 'فتح الأماكن المتبقية.', 'Open the places that remain.'),
  text('Former deux agents de plus.', 'تكوين عونين إضافيين.', 'Train two more officers.'),
  text('Publier les chiffres du trimestre.', 'نشر أرقام الفصل.', 'Publish the quarter’s figures.'),
] as const;

/** Why a report goes back to who wrote it. */
export const comments = [
  { fr: 'Les chiffres du trimestre manquent.', ar: 'أرقام الفصل غير مدرجة.' },
  { fr: 'Le texte ne dit pas ce qui reste à faire.', ar: 'لا يبين النص ما تبقى إنجازه.' },
] as const;

/** Why a longer deadline is asked for, and what is answered to who does not get it. */
export const delays = [
  { fr: 'Le marché a dû être relancé.', ar: 'تعين إعادة إطلاق الصفقة.' },
  { fr: 'Les locaux sont livrés avec trois mois de retard.', ar: 'تأخر تسليم المقرات ثلاثة أشهر.' },
] as const;
export const refusals = {
  fr: 'Le délai a déjà été long ; rendez compte de ce qui est fait.',
  ar: 'كان الأجل طويلا بما يكفي؛ المرجو تقديم حصيلة ما أُنجز.',
} as const;
