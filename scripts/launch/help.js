/** @typedef {import('./language.js').Language} Language */

/** @type {Record<Language, string>} */
const texts = {
  fr: `Indimaj : npm start [-- options]

Options
  --port <n>      port d’écoute (3000 ; le suivant s’il est pris)
  --host <name>   adresse d’écoute (localhost)
  --data <dir>    dossier des données (data)
  --empty         démarre sans les données de démonstration
  --exercise      démarre avec un réseau d’exercice engendré, pour s’entraîner
  --help          cette aide

Environnement
  PORT            comme --port
  INDIMAJ_DATA    comme --data
  INDIMAJ_URL     adresse publique, par exemple https://reseau.example
  DATABASE_URL    base PostgreSQL, au lieu de SQLite dans le dossier des données

Autres commandes : npm test, npm run check, npm run dev, npm run bench, npm run format
`,
  ar: `Indimaj: npm start [-- خيارات]

الخيارات
  --port <n>      منفذ الاستماع (3000، أو الذي يليه إن كان مستعملا)
  --host <name>   عنوان الاستماع (localhost)
  --data <dir>    مجلد البيانات (data)
  --empty         التشغيل دون بيانات العرض
  --exercise      التشغيل مع شبكة تمرين مولَّدة للتدرب
  --help          هذه المساعدة

متغيرات البيئة
  PORT            مثل --port
  INDIMAJ_DATA    مثل --data
  INDIMAJ_URL     العنوان العمومي، مثلا https://reseau.example
  DATABASE_URL    قاعدة PostgreSQL بدلا من SQLite في مجلد البيانات

أوامر أخرى: npm test, npm run check, npm run dev, npm run bench, npm run format
`,
  en: `Indimaj: npm start [-- options]

Options
  --port <n>      port to listen on (3000; the next free one when taken)
  --host <name>   address to listen on (localhost)
  --data <dir>    where the data lie (data)
  --empty         starts without demonstration data
  --exercise      starts with a generated exercise network, to practise on
  --help          this help

Environment
  PORT            same as --port
  INDIMAJ_DATA    same as --data
  INDIMAJ_URL     public address, for example https://network.example
  DATABASE_URL    a PostgreSQL database, in place of SQLite in the data folder

Other commands: npm test, npm run check, npm run dev, npm run bench, npm run format
`,
};

/**
 * What `npm start -- --help` prints, before anything is installed.
 * @param {Language} language
 */
export function help(language) {
  return texts[language];
}
