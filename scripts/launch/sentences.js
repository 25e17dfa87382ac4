/** @typedef {import('./language.js').Sentence} Sentence */

/**
 * The launcher's steps: `doing` while it lasts, `done` after, `failed` opens the sentence of a failure.
 * @satisfies {Record<string, { doing: Sentence, done: Sentence, failed: Sentence }>}
 */
export const steps = {
  node: {
    doing: {
      fr: 'Installation de Node {version} dans .node (une seule fois, environ 130 Mo)',
      ar: 'تثبيت Node {version} في المجلد .node (مرة واحدة، حوالي 130 ميغابايت)',
      en: 'Installing Node {version} into .node (once, about 130 MB)',
    },
    done: { fr: 'Node {version} installé', ar: 'تم تثبيت Node {version}', en: 'Node {version} installed' },
    failed: {
      fr: 'Node {version} n’a pas pu être installé',
      ar: 'تعذر تثبيت Node {version}',
      en: 'Node {version} could not be installed',
    },
  },
  packages: {
    doing: {
      fr: 'Installation des modules du projet',
      ar: 'تثبيت وحدات المشروع',
      en: 'Installing the project’s modules',
    },
    done: { fr: 'Modules installés', ar: 'تم تثبيت الوحدات', en: 'Modules installed' },
    failed: {
      fr: 'Les modules du projet n’ont pas pu être installés',
      ar: 'تعذر تثبيت وحدات المشروع',
      en: 'The project’s modules could not be installed',
    },
  },
  build: {
    doing: {
      fr: 'Construction des pages (les sources ont changé)',
      ar: 'بناء الصفحات (تغيرت المصادر)',
      en: 'Building the pages (the sources have changed)',
    },
    done: { fr: 'Pages construites', ar: 'تم بناء الصفحات', en: 'Pages built' },
    failed: {
      fr: 'Les pages n’ont pas pu être construites',
      ar: 'تعذر بناء الصفحات',
      en: 'The pages could not be built',
    },
  },
  wait: {
    doing: {
      fr: 'Un autre démarrage prépare déjà ce dossier : attente',
      ar: 'عملية تشغيل أخرى تهيئ هذا المجلد: انتظار',
      en: 'Another start is preparing this folder: waiting',
    },
    done: { fr: 'L’autre démarrage a fini', ar: 'انتهت العملية الأخرى', en: 'The other start has finished' },
    failed: {
      fr: 'Ce dossier n’a pas pu être préparé',
      ar: 'تعذرت تهيئة هذا المجلد',
      en: 'This folder could not be prepared',
    },
  },
};

/**
 * Why a step failed, and what to do about it.
 * @satisfies {Record<string, Sentence>}
 */
export const reasons = {
  noNetwork: {
    fr: 'le dépôt de modules ne répond pas ; vérifiez la connexion (ou le proxy) puis relancez la commande.',
    ar: 'مستودع الوحدات لا يستجيب؛ تحققوا من الاتصال بالشبكة (أو الوسيط) ثم أعيدوا الأمر.',
    en: 'the package registry does not answer; check the connection (or proxy), then run the command again.',
  },
  diskFull: {
    fr: 'le disque est plein ; libérez au moins 1 Go puis relancez la commande.',
    ar: 'القرص ممتلئ؛ حرروا 1 غيغابايت على الأقل ثم أعيدوا الأمر.',
    en: 'the disk is full; free at least 1 GB, then run the command again.',
  },
  notAllowed: {
    fr: 'ce compte ne peut pas écrire dans le dossier du projet ; changez-en le propriétaire ou les droits.',
    ar: 'لا يملك هذا الحساب حق الكتابة في مجلد المشروع؛ غيروا مالكه أو صلاحياته.',
    en: 'this account may not write in the project’s folder; change the folder’s owner or its rights.',
  },
  certificate: {
    fr: 'le certificat du dépôt de modules n’est pas reconnu ; donnez celui de votre réseau par NODE_EXTRA_CA_CERTS.',
    ar: 'شهادة مستودع الوحدات غير معترف بها؛ قدموا شهادة شبكتكم عبر NODE_EXTRA_CA_CERTS.',
    en: 'the registry’s certificate is not trusted; name your network’s own with NODE_EXTRA_CA_CERTS.',
  },
  proxy: {
    fr: 'le proxy demande une identification ; donnez-la par HTTPS_PROXY puis relancez la commande.',
    ar: 'يطلب الوسيط التحقق من الهوية؛ قدموها عبر HTTPS_PROXY ثم أعيدوا الأمر.',
    en: 'the proxy asks for a sign-in; give it with HTTPS_PROXY, then run the command again.',
  },
  notPublished: {
    fr: 'le dépôt de modules n’a pas cette version pour cette machine ; installez vous-même Node 24 ou choisissez un autre dépôt.',
    ar: 'لا يتوفر هذا الإصدار لهذا الجهاز في مستودع الوحدات؛ ثبتوا Node 24 بأنفسكم أو اختاروا مستودعا آخر.',
    en: 'the registry does not hold this version for this machine; install Node 24 yourself or use another registry.',
  },
  integrity: {
    fr: 'un module reçu diffère de celui attendu ; videz le cache (npm cache clean --force) puis relancez la commande.',
    ar: 'وحدة مستلمة تختلف عن المنتظرة؛ أفرغوا الذاكرة المؤقتة (npm cache clean --force) ثم أعيدوا الأمر.',
    en: 'a module received differs from the one expected; empty the cache (npm cache clean --force), then run again.',
  },
  lockOutOfDate: {
    fr: 'package-lock.json ne correspond pas à package.json ; lancez npm install et gardez le fichier obtenu.',
    ar: 'ملف package-lock.json لا يطابق package.json؛ شغلوا npm install واحتفظوا بالملف الناتج.',
    en: 'package-lock.json does not match package.json; run npm install and keep the file it writes.',
  },
  memory: {
    fr: 'la mémoire manque ; fermez d’autres programmes (1 Go libre suffit) puis relancez la commande.',
    ar: 'الذاكرة غير كافية؛ أغلقوا برامج أخرى (1 غيغابايت يكفي) ثم أعيدوا الأمر.',
    en: 'memory ran out; close other programs (1 GB free is enough), then run the command again.',
  },
  npmMissing: {
    fr: 'npm est introuvable ; installez-le (il accompagne Node sur nodejs.org, ou : apt install npm) puis relancez.',
    ar: 'تعذر العثور على npm؛ ثبتوه (يأتي مع Node من nodejs.org، أو: apt install npm) ثم أعيدوا الأمر.',
    en: 'npm was not found; install it (it comes with Node from nodejs.org, or: apt install npm), then run again.',
  },
  notRunning: {
    fr: 'le programme installé ne fonctionne pas sur cette machine ; installez vous-même Node 24 (nodejs.org).',
    ar: 'البرنامج المثبت لا يعمل على هذا الجهاز؛ ثبتوا Node 24 بأنفسكم (nodejs.org).',
    en: 'the program installed does not run on this machine; install Node 24 yourself (nodejs.org).',
  },
  seeAbove: {
    fr: 'la raison figure dans les lignes ci-dessus ; corrigez-la puis relancez la commande.',
    ar: 'السبب مبين في السطور أعلاه؛ عالجوه ثم أعيدوا الأمر.',
    en: 'the lines above tell why; put that right, then run the command again.',
  },
};
