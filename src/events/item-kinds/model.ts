import { normalise } from '#platform/text/normalise.ts';
import { itemKinds, type ItemKind } from '../programme/model.ts';

/** What a kind was read from; `nothing` where it is a session because no word says more. */
export type KindSource = 'type' | 'title' | 'nothing';

/** Words of the three languages that name a kind at the head of a text; more telling ones first. */
const WORDS: readonly [ItemKind, string][] = [
  [
    'thematic-breakfast',
    `petit dejeuner thematique; petit dejeuner debat; petit dejeuner inaugural; thematic breakfast;
     فطور موضوعاتي; فطور موضوعي; افطار موضوعاتي; الفطور الموضوعاتي`,
  ],
  [
    'break',
    `pause; pause cafe; pause dejeuner; dejeuner; petit dejeuner; diner; cocktail; break; coffee break;
     lunch; lunch break; breakfast; dinner; tea break; استراحه; الاستراحه; استراحه شاي; غداء; وجبه الغداء; عشاء; حفل شاي`,
  ],
  [
    'opening',
    `ouverture; seance d'ouverture; ceremonie d'ouverture; session d'ouverture; mots d'ouverture; opening;
     opening session; opening ceremony; opening remarks; welcome; inauguration;
     افتتاح; الافتتاح; جلسه افتتاحيه; الجلسه الافتتاحيه; كلمه افتتاحيه; كلمات افتتاحيه; الكلمات الافتتاحيه`,
  ],
  [
    'conclusions',
    `conclusion; conclusions; cloture; seance de cloture; ceremonie de cloture; session de cloture; mot de cloture;
     synthese; synthese et cloture; restitution; recommandations; closing; closing session; closing ceremony;
     closing remarks; wrap up; recommendations; اختتام; الاختتام; جلسه ختاميه; الجلسه الختاميه; خلاصات; الخلاصات;
     خلاصات وتوصيات; توصيات; التوصيات`,
  ],
  [
    'plenary',
    `pleniere; seance pleniere; session pleniere; plenary; plenary session; جلسه عامه; الجلسه العامه`,
  ],
  [
    'discussion',
    `discussion; discussions; debat; debats; echanges; echange; table ronde; panel; questions reponses; debate;
     round table; roundtable; panel discussion; q&a; questions and answers;
     نقاش; النقاش; مناقشه; مناقشه عامه; المناقشه; مائده مستديره; المائده المستديره; ندوه نقاش`,
  ],
  [
    'address',
    `allocution; allocutions; discours; mot de; mot du; address; speech; keynote; كلمه; كلمات; كلمه السيد; كلمه السيده`,
  ],
  [
    'presentation',
    `presentation; presentations; expose; exposes; communication; conference; lecture; talk; lightning talk;
     lightningtalk; maintrack; عرض; العرض; عروض; تقديم; محاضره; مداخله`,
  ],
  [
    'session',
    `session; seance; atelier; workshop; groupe de travail; working group; جلسه; الجلسه; ورشه; الورشه; مجموعه عمل`,
  ],
];

/** Every phrase with its kind, the longest first, so that a closing session is no session. */
const PHRASES = WORDS.flatMap(([kind, words]) =>
  words.split(';').map((phrase) => [wordsOf(phrase).join(' '), kind] as const),
).sort(([one], [other]) => other.length - one.length);

/** A title says its kind in words before a colon, a dash or a number, or it is no longer than these. */
const LONGEST_BREAK = 5;

/**
 * What kind an item is, from the word its file has for it, else from the head of its title: conservatively, for a
 * talk about breaks is none. The network's own words for kinds are taken as they are.
 */
export function guessKind(type: string | null, title: string): { kind: ItemKind; source: KindSource } {
  const own = itemKinds.find((kind) => kind === type?.trim().toLowerCase());
  const byType = own ?? (type === null ? undefined : kindAtHead(type));
  const byTitle = kindAtHead(title);
  // A session may be the closing one: its title says more than its type.
  if (byType && byType !== 'session') return { kind: byType, source: 'type' };
  if (byTitle && byTitle !== 'session') return { kind: byTitle, source: 'title' };
  if (byType) return { kind: byType, source: 'type' };
  return byTitle ? { kind: byTitle, source: 'title' } : { kind: 'session', source: 'nothing' };
}

/** The number a session bears in its title: “Session 2 : …”, « الجلسة 2 ». */
export function sessionNumber(title: string): number | null {
  const found =
    /^(?:session|seance|atelier|workshop|الجلسه|جلسه|الورشه|ورشه) (?:n[°o] ?|رقم )?(\d{1,2})(?!\d)/.exec(
      normalise(title.slice(0, 200)),
    );
  return found ? Number(found[1]) : null;
}

function kindAtHead(text: string): ItemKind | undefined {
  const words = wordsOf(text.slice(0, 400));
  const head = `${words.join(' ')} `;
  const found = PHRASES.find(([phrase]) => head.startsWith(`${phrase} `));
  if (!found) return undefined;
  const [phrase, kind] = found;
  const rest = words.length - phrase.split(' ').length;
  // "Lunch" is a break, "Lunch habits of migrants in five cities" is not; so of every word that opens a sentence.
  const marked =
    /^[^:–—|(]{0,80}[:–—|(]/.test(text) || / - /.test(text.slice(0, 80)) || /\d/.test(text.slice(0, 40));
  return rest <=
    (kind === 'session' || kind === 'address'
      ? LONGEST_BREAK * 2
      : LONGEST_BREAK - phrase.split(' ').length) || marked
    ? kind
    : undefined;
}

function wordsOf(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}&]+/gu) ?? [];
}
