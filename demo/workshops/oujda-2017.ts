import { text } from '../text.ts';
import type { WorkshopEntry } from './model.ts';

const oujda = text('Oujda', 'وجدة', 'Oujda');

/** Announced in the press; no source read tells how it went. */
export const oujdaMay2017: WorkshopEntry = {
  form: 'seminar',
  status: 'published',
  title: text(
    'Séminaire international sur l’immigration et le développement',
    'ندوة دولية حول الهجرة والتنمية',
    'International Seminar on Immigration and Development',
  ),
  summary: text(
    'Trois journées annoncées par l’OIM à Oujda pour revenir sur les objectifs et le plan d’action d’INDIMAJ-Oriental.',
    'ثلاثة أيام أعلنت عنها المنظمة الدولية للهجرة بوجدة للوقوف على أهداف مشروع «اندماج-الشرق» وخطة عمله.',
    'Three days announced by IOM in Oujda to go over the aims and the plan of action of INDIMAJ-Oriental.',
  ),
  startsOn: '2017-05-16',
  endsOn: '2017-05-18',
  city: oujda,
  territory: 'oriental',
  links: {
    organiser: ['iom-morocco'],
    funder: ['embassy-netherlands'],
    'part-of': ['indimaj-oriental'],
    concerns: ['oriental'],
    serves: ['migration-governance-development'],
    cites: ['matin-2017'],
  },
};

/** The note gives day and month; the year follows from the project's calendar, before Rabat. */
export const oujdaDecember2017: WorkshopEntry = {
  form: 'workshop',
  status: 'published',
  title: text(
    'Collecter et gérer les données migratoires : atelier participatif multi-acteurs',
    'جمع معطيات الهجرة وتدبيرها: ورشة تشاركية متعددة الفاعلين',
    'Collecting and Managing Migration Data: a Participatory Multi-Actor Workshop',
  ),
  summary: text(
    'L’équipe régionale multi-acteurs « Migration et Développement » de l’Oriental a travaillé deux jours sur les données migratoires : comment les recueillir, comment les gérer. La note ne donne pas l’année, qui se déduit du calendrier du projet.',
    'اشتغل الفريق الجهوي متعدد الفاعلين «الهجرة والتنمية» بجهة الشرق يومين على معطيات الهجرة: كيف تُجمع وكيف تُدبر. ولا تذكر المذكرة السنة، وهي مستنتجة من تسلسل أنشطة المشروع.',
    'The Oriental’s regional multi-actor team “Migration and Development” worked for two days on migration data: how to gather them, how to manage them. The note does not give the year, which follows from the project’s calendar.',
  ),
  startsOn: '2017-12-05',
  endsOn: '2017-12-06',
  city: oujda,
  territory: 'oriental',
  attendance: { total: 40, minimum: true },
  audiences: ['regional-actors'],
  links: {
    organiser: ['iom-morocco'],
    'co-organiser': ['regional-council-oriental'],
    partner: ['ministry-moroccans-abroad-migration'],
    funder: ['embassy-netherlands'],
    'part-of': ['indimaj-oriental'],
    concerns: ['oriental'],
    serves: ['migration-governance-development', 'sdg-17'],
    cites: ['iom-data-2017'],
  },
};
