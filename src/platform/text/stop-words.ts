/**
 * Words too frequent to tell one text from another, folded by `normalise`. Small on purpose: a missing word costs a
 * little space, a wrong one makes a text unfindable. So على is absent (it folds to علي, a first name), and so are
 * بن, بني, al and el, which belong to names.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const french = list(`
  a ai as au aux avec c ce ceci cela ces cet cette comme d dans de des donc dont du elle elles en entre est et ete etre
  eux il ils j je l la le les leur leurs lors m mais me meme moi mon n ne nos notre nous on ont ou par pas plus pour
  qu que quel quelle qui s sa sans se sera ses si son sont sous sur t ta te tes toi ton tout toute tres tu un une vos
  votre vous y
`);

const english = list(`
  a about an and are as at be been but by can cant did do does doesnt dont for from had has have he her his i if in
  into is it its me my not of on or our out s she so such than that the their them then there these they this those to
  up us was we were what when which who will with would you your
`);

const arabic = list(`
  ا ب س ف ك ل و ال لل اذا الا التي الذي الذين الي ام ان انا انه انها او اي بان بعد بعض بل بما به بها بهم بين تحت تلك
  تم ثم حتي حول حيث خلال ذلك سيتم ضد ضمن عبر عن عند غير في فيه فيها قبل قد كان كانت كل كما كي لا لدي لكن لم لما لن له
  لها لهذا لهذه لهم ما مع من منذ منه منها مهما نحن هذا هذه هذين هم هنا هناك هو هولاء هي هن بهذا بهذه عليه عليها
  اليها لان يتم ولو لو
`);

/** Stop words by language, each set in folded form. */
export const STOP_WORDS: Readonly<Record<'fr' | 'en' | 'ar', ReadonlySet<string>>> = {
  fr: french,
  en: english,
  ar: arabic,
};
