import { text } from '../text.ts';
import type { InitiativeEntry } from './model.ts';

/** What IOM carried on with the regions after INDIMAJ-Oriental. Neither source gives the projects' dates. */
export const iomInitiatives: Record<string, InitiativeEntry> = {
  'indimaj-ii': {
    name: text(
      'INDIMAJ II : Accompagner les conseils régionaux dans l’intégration de la migration au sein de leur planification locale',
      'اندماج 2: مواكبة مجالس الجهات في إدماج الهجرة ضمن تخطيطها المحلي',
      'INDIMAJ II: Supporting Regional Councils in Integrating Migration into their Local Planning',
    ),
    acronym: text('INDIMAJ II', 'اندماج 2', 'INDIMAJ II'),
    summary: text(
      'La suite d’INDIMAJ-Oriental, étendue aux régions de Tanger-Tétouan-Al Hoceima et de Souss-Massa. Une concertation s’est tenue dans chacune des trois régions en 2019 ; un atelier final les a réunies le 28 janvier 2020.',
      'امتداد لمشروع «اندماج-الشرق» ليشمل جهتي طنجة-تطوان-الحسيمة وسوس-ماسة. عُقد لقاء تشاوري في كل جهة من الجهات الثلاث سنة 2019، وجمعتها ورشة ختامية في 28 يناير 2020.',
      'The continuation of INDIMAJ-Oriental, extended to the regions of Tangier-Tetouan-Al Hoceima and Souss-Massa. A consultation was held in each of the three regions in 2019; a final workshop brought them together on 28 January 2020.',
    ),
    aims: text(
      'Aider les conseils régionaux à inscrire la migration dans leur planification et à décliner la Stratégie nationale d’immigration et d’asile (SNIA) à l’échelle de la région.',
      'مساعدة مجالس الجهات على إدراج الهجرة في تخطيطها وعلى تنزيل الاستراتيجية الوطنية للهجرة واللجوء على المستوى الجهوي.',
      'To help regional councils write migration into their planning and bring the National Strategy on Immigration and Asylum (SNIA) to the regional level.',
    ),
    outcomes: [
      {
        kind: 'result',
        text: text(
          'Tanger, juillet 2019 : plus de 45 personnes à la concertation sur la déclinaison régionale de la stratégie nationale.',
          'طنجة، يوليوز 2019: أكثر من 45 شخصاً في اللقاء التشاوري حول التنزيل الجهوي للاستراتيجية الوطنية.',
          'Tangier, July 2019: more than 45 people at the consultation on bringing the national strategy to the region.',
        ),
        links: { cites: ['iom-tangier-2019'] },
      },
      {
        kind: 'result',
        text: text(
          'Oujda, septembre 2019 : plus de 75 personnes, dont 33 femmes et 42 hommes, à la concertation de l’Oriental.',
          'وجدة، شتنبر 2019: أكثر من 75 شخصاً، منهم 33 امرأة و42 رجلاً، في اللقاء التشاوري لجهة الشرق.',
          'Oujda, September 2019: more than 75 people, 33 of them women and 42 men, at the consultation of the Oriental.',
        ),
        links: { cites: ['iom-oujda-2019'] },
      },
      {
        kind: 'result',
        text: text(
          'Janvier 2020 : un atelier final organisé avec le ministère et les trois conseils régionaux, sous le même titre qu’à Rabat en 2018.',
          'يناير 2020: ورشة ختامية نُظمت مع الوزارة ومجالس الجهات الثلاث، تحت العنوان نفسه الذي حملته ورشة الرباط سنة 2018.',
          'January 2020: a final workshop organised with the ministry and the three regional councils, under the same title as in Rabat in 2018.',
        ),
        links: { cites: ['iom-final-2020'] },
      },
      {
        kind: 'prospect',
        text: text(
          'En Souss-Massa, un plan d’action régional pour la protection et l’intégration des migrants et un dispositif régional de gouvernance, visés par l’atelier d’Agadir.',
          'في سوس-ماسة، خطة عمل جهوية لحماية المهاجرين وإدماجهم وآلية جهوية للحكامة، وهما ما توخته ورشة أكادير.',
          'In Souss-Massa, a regional plan of action for the protection and integration of migrants and a regional governance arrangement, which the Agadir workshop aimed at.',
        ),
        links: { cites: ['aujourdhui-2019'] },
      },
    ],
    links: {
      implementer: ['iom-morocco'],
      funder: ['embassy-netherlands'],
      partner: [
        'ministry-moroccans-abroad-migration',
        'regional-council-oriental',
        'regional-council-souss-massa',
        'regional-council-tanger-tetouan-al-hoceima',
      ],
      concerns: ['tanger-tetouan-al-hoceima', 'oriental', 'souss-massa'],
      serves: ['migration-governance-development', 'sdg-10'],
      cites: ['iom-tangier-2019', 'iom-oujda-2019', 'aujourdhui-2019', 'iom-final-2020'],
    },
  },
  'snia-territorial-delivery': {
    name: text(
      'Actions concrètes pour la territorialisation de la Stratégie nationale d’immigration et d’asile au niveau régional',
      'إجراءات عملية من أجل التنزيل الترابي للاستراتيجية الوطنية للهجرة واللجوء على المستوى الجهوي',
      'Concrete Actions for the Territorial Delivery of the National Strategy on Immigration and Asylum at Regional Level',
    ),
    acronym: text(
      'Territorialisation de la SNIA',
      'التنزيل الترابي للاستراتيجية',
      'SNIA territorial delivery',
    ),
    summary: text(
      'Un projet de l’OIM financé par la coopération catalane et conduit dans deux régions, l’Oriental et Tanger-Tétouan-Al Hoceima. Sa clôture a eu lieu à Tanger les 1er et 2 août 2024, après deux années de travail.',
      'مشروع للمنظمة الدولية للهجرة بتمويل من التعاون الكتالوني، نُفذ في جهتين: الشرق وطنجة-تطوان-الحسيمة. واختُتم بطنجة يومي 1 و2 غشت 2024 بعد سنتين من العمل.',
      'A project of IOM funded by Catalan cooperation and carried out in two regions, the Oriental and Tangier-Tetouan-Al Hoceima. It was closed in Tangier on 1–2 August 2024, after two years of work.',
    ),
    aims: text(
      'Appuyer la mise en œuvre de la stratégie nationale dans les régions par des initiatives concrètes, choisies selon les besoins de chacune ; aider Tanger-Tétouan-Al Hoceima à se doter d’un comité où se coordonne, à l’échelle régionale, ce qui touche à la protection des personnes migrantes et à leur intégration.',
      'دعم تنزيل الاستراتيجية الوطنية في الجهات بمبادرات عملية تُختار حسب حاجيات كل جهة؛ ومساعدة جهة طنجة-تطوان-الحسيمة على التوفر على لجنة يُنسَّق فيها، على الصعيد الجهوي، كل ما يتصل بحماية المهاجرين وإدماجهم.',
      'To support the delivery of the national strategy in the regions through concrete initiatives, chosen according to the needs of each; to help Tangier-Tetouan-Al Hoceima to a committee in which all that touches the protection of migrants and their integration is coordinated at regional level.',
    ),
    outcomes: [
      {
        kind: 'result',
        text: text(
          'Deux années de mise en œuvre dans les deux régions, closes par un événement commun en août 2024.',
          'سنتان من التنفيذ في الجهتين، اختُتمتا بلقاء مشترك في غشت 2024.',
          'Two years of implementation in the two regions, closed by a joint event in August 2024.',
        ),
        links: { cites: ['iom-closing-2024'] },
      },
    ],
    links: {
      implementer: ['iom-morocco'],
      funder: ['accd'],
      concerns: ['oriental', 'tanger-tetouan-al-hoceima'],
      serves: ['protection-resilience', 'migration-governance-development', 'protection-centred', 'sdg-10'],
      cites: ['iom-snia-launch', 'iom-closing-2024'],
    },
  },
};
