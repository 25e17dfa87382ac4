/*
 * + is done, - is refused. Pairs are: on one's own side, on the other. A request is also decided of nobody's
 * organisation; the fourth invitation is to the whole network.
 */
const table = `
                          | draft | workshop | item | create | organisation | person | person | request | invite | invite    | invite   | invite  | take | suspend | mend
                          | read  | edit     | edit |        | edit         | add    | edit   | decide  | organis. | territory | workshop | network | role |       | organ.
administrator network     | + +   | + +      | + +  | +      | + +          | +      | +      | + + +   | + +    | + +       | + +      | +       | + +  | +       | +
coordinator network       | + +   | + +      | + +  | +      | + +          | +      | +      | + + +   | + +    | + +       | + +      | +       | + +  | +       | +
coordinator territory     | + -   | + -      | + -  | +      | + -          | +      | -      | - - -   | - -    | + -       | - -      | -       | - -  | -       | +
focal-point organisation  | + -   | + -      | + -  | +      | + -          | +      | -      | + - -   | + -    | - -       | - -      | -       | + -  | -       | +
focal-point territory     | + -   | + -      | + -  | +      | + -          | +      | -      | - - -   | - -    | + -       | - -      | -       | - -  | -       | +
alternate organisation    | + -   | + -      | + -  | +      | + -          | +      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | +
alternate territory       | + -   | + -      | + -  | +      | + -          | +      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | +
validator organisation    | + -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
facilitator network       | - -   | - -      | - -  | +      | - -          | +      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | +
facilitator organisation  | + -   | + -      | + -  | +      | - -          | +      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | +
facilitator workshop      | + -   | + -      | + -  | +      | - -          | +      | -      | - - -   | - -    | - -       | + -      | -       | - -  | -       | +
rapporteur workshop       | + -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
rapporteur session        | + -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
member network            | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
member organisation       | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
reader network            | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
reader organisation       | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
reader territory          | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
reader workshop           | + -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
anyone                    | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
suspended                 | - -   | - -      | - -  | -      | - -          | -      | -      | - - -   | - -    | - -       | - -      | -       | - -  | -       | -
`;

/* The same of what comes of meetings, and of what no meeting owns. */
const records = `
                          | conclude | of its  | conclusion | to no   | conclusion | recomm. | concerns | recomm. | figures | counts  | of its  | recomm. | concept | source | series
                          |          | session | edit       | session | remove     | edit    |          | remove  | write   | write   | session | add     | add     | add    | add
administrator network     | + +      | + +     | + +        | + +     | + +        | + +     | + +      | + +     | + +     | + +     | + +     | +       | +       | +      | +
coordinator network       | + +      | + +     | + +        | + +     | + +        | + +     | + +      | + +     | + +     | + +     | + +     | +       | +       | +      | +
coordinator territory     | + -      | + -     | + -        | + -     | + -        | + -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
focal-point organisation  | + -      | + -     | + -        | + -     | + -        | + -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
focal-point territory     | + -      | + -     | + -        | + -     | + -        | + -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
alternate organisation    | + -      | + -     | + -        | + -     | + -        | + -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
alternate territory       | + -      | + -     | + -        | + -     | + -        | + -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
validator organisation    | - -      | - -     | - -        | - -     | - -        | + -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
facilitator network       | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
facilitator organisation  | + -      | + -     | + -        | + -     | + -        | - -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
facilitator workshop      | + -      | + -     | + -        | + -     | + -        | - -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
rapporteur workshop       | + -      | + -     | + -        | + -     | + -        | - -     | - -      | - -     | + -     | + -     | + -     | -       | -       | -      | -
rapporteur session        | - -      | + -     | + -        | - -     | + -        | - -     | - -      | - -     | - -     | - -     | + -     | -       | -       | -      | -
member network            | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
member organisation       | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
reader network            | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
reader organisation       | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
reader territory          | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
reader workshop           | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
anyone                    | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
suspended                 | - -      | - -     | - -        | - -     | - -        | - -     | - -      | - -     | - -     | - -     | - -     | -       | -       | -      | -
`;

/* The same of minutes that are not sealed, of one's own session, of another of its workshop and of elsewhere, and of boards. */
const sessionsAndBoards = `
                          | minutes | of three | sessions  | sent  | sealed | minutes | board  | entry | entry  | entry | entry | entry | action | action
                          | read    | written  | looked at | round |        | open    | gather | add   | reword | move  | leave | adopt | edit   | settle
administrator network     | + + +   | + + +    | + + +     | + + + | + + +  | + +     | + +    | + +   | + +    | + +   | + +   | + +   | + +    | + +
coordinator network       | + + +   | + + +    | + + +     | + + + | + + +  | + +     | + +    | + +   | + +    | + +   | + +   | + +   | + +    | + +
coordinator territory     | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
focal-point organisation  | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
focal-point territory     | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
alternate organisation    | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
alternate territory       | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
validator organisation    | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
facilitator network       | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
facilitator organisation  | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
facilitator workshop      | + + -   | + + -    | + + -     | + + - | + + -  | + -     | + -    | + -   | + -    | + -   | + -   | + -   | + -    | + -
rapporteur workshop       | + + -   | + + -    | + + -     | + + - | + + -  | + -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
rapporteur session        | + - -   | + - -    | + - -     | + - - | + - -  | + -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
member network            | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
member organisation       | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
reader network            | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
reader organisation       | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
reader territory          | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
reader workshop           | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
anyone                    | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
suspended                 | - - -   | - - -    | - - -     | - - - | - - -  | - -     | - -    | - -   | - -    | - -   | - -   | - -   | - -    | - -
`;

/* The same of recommendations that are not for everybody, of answers to them, and of what comes after what. */
const asked = `
                          | draft | network | answer | answer | answer | answer | recomm.
                          | read  | read    | read   | give   | change | remove | supersede
administrator network     | + +   | + +     | + +    | + +    | + +    | + +    | + +
coordinator network       | + +   | + +     | + +    | + +    | + +    | + +    | + +
coordinator territory     | - -   | + +     | + +    | - -    | - -    | - -    | - -
focal-point organisation  | - -   | + +     | + +    | + -    | + -    | + -    | - -
focal-point territory     | - -   | + +     | + +    | + -    | + -    | + -    | - -
alternate organisation    | - -   | + +     | + +    | + -    | + -    | + -    | - -
alternate territory       | - -   | + +     | + +    | + -    | + -    | + -    | - -
validator organisation    | - -   | + +     | + +    | - -    | - -    | - -    | - -
facilitator network       | - -   | + +     | + +    | - -    | - -    | - -    | - -
facilitator organisation  | - -   | + +     | + +    | - -    | - -    | - -    | - -
facilitator workshop      | - -   | + +     | + +    | - -    | - -    | - -    | - -
rapporteur workshop       | - -   | + +     | + +    | - -    | - -    | - -    | - -
rapporteur session        | - -   | + +     | + +    | - -    | - -    | - -    | - -
member network            | - -   | + +     | + +    | - -    | - -    | - -    | - -
member organisation       | - -   | + +     | + +    | - -    | - -    | - -    | - -
reader network            | - -   | + +     | + +    | - -    | - -    | - -    | - -
reader organisation       | - -   | + +     | + +    | - -    | - -    | - -    | - -
reader territory          | - -   | + +     | + +    | - -    | - -    | - -    | - -
reader workshop           | - -   | + +     | + +    | - -    | - -    | - -    | - -
anyone                    | - -   | - -     | - -    | - -    | - -    | - -    | - -
suspended                 | - -   | - -     | - -    | - -    | - -    | - -    | - -
`;

/* The same of commitments, of their parts, and of longer deadlines that somebody else asked for. */
const committed = `
                          | draft | commit | edit | draft  | public | party | step | funds | serve | match | longer | longer   | longer
                          | read  |        |      | remove | remove | add   | add  | add   |       |       | ask    | withdraw | answer
administrator network     | + +   | + +    | + +  | + +    | + +    | + +   | + +  | + +   | + +   | + +   | + +    | + +      | + +
coordinator network       | + +   | + +    | + +  | + +    | + +    | + +   | + +  | + +   | + +   | + +   | + +    | + +      | + +
coordinator territory     | + -   | + -    | + -  | + -    | - -    | + -   | + -  | + -   | + -   | + -   | + -    | + -      | + -
focal-point organisation  | + -   | + -    | + -  | + -    | - -    | + -   | + -  | + -   | + -   | + -   | + -    | + -      | - -
focal-point territory     | + -   | + -    | + -  | + -    | - -    | + -   | + -  | + -   | + -   | + -   | + -    | + -      | - -
alternate organisation    | + -   | + -    | + -  | + -    | - -    | + -   | + -  | + -   | + -   | + -   | + -    | + -      | - -
alternate territory       | + -   | + -    | + -  | + -    | - -    | + -   | + -  | + -   | + -   | + -   | + -    | + -      | - -
validator organisation    | + -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
facilitator network       | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
facilitator organisation  | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
facilitator workshop      | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
rapporteur workshop       | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
rapporteur session        | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
member network            | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
member organisation       | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
reader network            | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
reader organisation       | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
reader territory          | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
reader workshop           | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
anyone                    | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
suspended                 | - -   | - -    | - -  | - -    | - -    | - -   | - -  | - -   | - -   | - -   | - -    | - -      | - -
`;

/* The same of evidence of a draft, and of what civil society reads in a report that somebody else wrote. */
const read = `
                          | evidence |     |          |        | reading |          | submitted | reading |
                          | read     | add | describe | remove | write   | withdraw | read      | decide | reply
administrator network     | + +      | + + | + +      | + +    | - -     | - -      | + +       | + +    | + +
coordinator network       | + +      | + + | + +      | + +    | - -     | - -      | + +       | + +    | + +
coordinator territory     | + -      | + - | + -      | + -    | - -     | - -      | + -       | + -    | + -
focal-point organisation  | + -      | + - | + -      | + -    | + -     | + -      | - -       | - -    | + -
focal-point territory     | + -      | + - | + -      | + -    | - -     | - -      | - -       | - -    | + -
alternate organisation    | + -      | + - | + -      | + -    | + -     | + -      | - -       | - -    | + -
alternate territory       | + -      | + - | + -      | + -    | - -     | - -      | - -       | - -    | + -
validator organisation    | + -      | - - | - -      | - -    | + -     | + -      | - -       | - -    | - -
facilitator network       | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
facilitator organisation  | - -      | - - | - -      | - -    | + -     | + -      | - -       | - -    | - -
facilitator workshop      | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
rapporteur workshop       | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
rapporteur session        | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
member network            | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
member organisation       | - -      | - - | - -      | - -    | + -     | + -      | - -       | - -    | - -
reader network            | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
reader organisation       | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
reader territory          | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
reader workshop           | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
anyone                    | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
suspended                 | - -      | - - | - -      | - -    | - -     | - -      | - -       | - -    | - -
`;

/* The same of reports on commitments; those that the side's organisation confirms are another's. */
const reported = `
                          | report | comments | report | report | report | report    | report | report | draft
                          | read   | read     | write  | edit   | submit | take back | decide | confirm | remove
administrator network     | + +    | + +      | + +    | + +    | + +    | + +       | - -    | - -     | + +
coordinator network       | + +    | + +      | + +    | + +    | + +    | + +       | - -    | - -     | + +
coordinator territory     | + -    | + -      | + -    | + -    | + -    | + -       | - -    | - -     | + -
focal-point organisation  | + -    | + -      | + -    | + -    | + -    | + -       | - -    | - -     | + -
focal-point territory     | + -    | + -      | + -    | + -    | + -    | + -       | - -    | - -     | + -
alternate organisation    | + -    | + -      | + -    | + -    | + -    | + -       | - -    | - -     | + -
alternate territory       | + -    | + -      | + -    | + -    | + -    | + -       | - -    | - -     | + -
validator organisation    | + -    | + -      | - -    | - -    | - -    | - -       | + -    | + -     | - -
facilitator network       | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
facilitator organisation  | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
facilitator workshop      | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
rapporteur workshop       | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
rapporteur session        | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
member network            | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
member organisation       | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
reader network            | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
reader organisation       | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
reader territory          | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
reader workshop           | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
anyone                    | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
suspended                 | - -    | - -      | - -    | - -    | - -    | - -       | - -    | - -     | - -
`;

/* The same of handovers, of institutions without a focal point, and of absences. */
const handedOver = `
                          | own roles | another's | handover | handover | successor | another | named   | handover | vacancy | absence | absence
                          | hand over | hand over | read     | notes    | name      | confirm | confirm | withdraw | see     | declare | read
administrator network     | - -       | + +       | + +      | + +      | + +       | - -     | - -     | + +      | + +     | - -     | + +
coordinator network       | - -       | + +       | + +      | + +      | + +       | - -     | - -     | + +      | + +     | - -     | + +
coordinator territory     | - -       | + -       | + -      | + -      | + -       | - -     | - -     | + -      | + -     | - -     | + -
focal-point organisation  | + -       | - -       | - -      | - -      | - -       | - -     | + -     | - -      | - -     | + -     | + -
focal-point territory     | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
alternate organisation    | + -       | - -       | - -      | - -      | - -       | - -     | + -     | - -      | - -     | + -     | + -
alternate territory       | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
validator organisation    | + -       | - -       | - -      | - -      | - -       | - -     | + -     | - -      | - -     | - -     | + -
facilitator network       | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
facilitator organisation  | - -       | - -       | - -      | - -      | - -       | - -     | + -     | - -      | - -     | - -     | + -
facilitator workshop      | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
rapporteur workshop       | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
rapporteur session        | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
member network            | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
member organisation       | - -       | - -       | - -      | - -      | - -       | - -     | + -     | - -      | - -     | - -     | + -
reader network            | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
reader organisation       | - -       | - -       | - -      | - -      | - -       | - -     | + -     | - -      | - -     | - -     | + -
reader territory          | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
reader workshop           | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
anyone                    | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
suspended                 | - -       | - -       | - -      | - -      | - -       | - -     | - -     | - -      | - -     | - -     | - -
`;

/* The same of debates of a workshop that are drafts, and of votes that were sent for them. */
const debated = `
                          | draft | debate | debate | votes | votes | votes   | debate
                          | read  | enter  | edit   | send  | keep  | give up | remove
administrator network     | + +   | + +    | + +    | + +   | + +   | + +     | + +
coordinator network       | + +   | + +    | + +    | + +   | + +   | + +     | + +
coordinator territory     | + -   | + -    | + -    | + -   | + -   | + -     | + -
focal-point organisation  | + -   | + -    | + -    | + -   | + -   | + -     | + -
focal-point territory     | + -   | + -    | + -    | + -   | + -   | + -     | + -
alternate organisation    | + -   | + -    | + -    | + -   | + -   | + -     | + -
alternate territory       | + -   | + -    | + -    | + -   | + -   | + -     | + -
validator organisation    | - -   | - -    | - -    | - -   | - -   | - -     | - -
facilitator network       | + +   | + +    | + +    | + +   | + +   | + +     | + +
facilitator organisation  | + -   | + -    | + -    | + -   | + -   | + -     | + -
facilitator workshop      | + -   | + -    | + -    | + -   | + -   | + -     | + -
rapporteur workshop       | - -   | - -    | - -    | - -   | - -   | - -     | - -
rapporteur session        | - -   | - -    | - -    | - -   | - -   | - -     | - -
member network            | - -   | - -    | - -    | - -   | - -   | - -     | - -
member organisation       | - -   | - -    | - -    | - -   | - -   | - -     | - -
reader network            | - -   | - -    | - -    | - -   | - -   | - -     | - -
reader organisation       | - -   | - -    | - -    | - -   | - -   | - -     | - -
reader territory          | - -   | - -    | - -    | - -   | - -   | - -     | - -
reader workshop           | - -   | - -    | - -    | - -   | - -   | - -     | - -
anyone                    | - -   | - -    | - -    | - -   | - -   | - -     | - -
suspended                 | - -   | - -    | - -    | - -   | - -   | - -     | - -
`;

/** The cells of a table by the names of its rows. */
const cellsOf = (drawn: string) =>
  drawn
    .trim()
    .split('\n')
    .slice(2)
    .map((line): [string, string[]] => {
      const [name = '', ...cells] = line.split('|').map((cell) => cell.trim());
      return [name, cells.flatMap((cell) => cell.split(/\s+/))];
    });
const others = [records, sessionsAndBoards, asked, committed, read, reported, handedOver, debated].map(
  (drawn) => new Map(cellsOf(drawn)),
);
/** What every actor may, by its name: the cells of all tables in their order. */
export const expected = new Map(
  cellsOf(table).map(([name, cells]) => [name, [...cells, ...others.flatMap((each) => each.get(name)!)]]),
);
