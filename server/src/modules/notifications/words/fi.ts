import type { Words } from './index.js';

/** Sentences about notifications, in Finnish. */
export const FI: Words = {
  acknowledged: 'Kiitos ideastasi ”{title}”. Saat vastauksen viimeistään {due}.',
  'acknowledged-open': 'Kiitos ideastasi ”{title}”. Kerromme, kun se etenee.',
  moved: 'Idea ”{title}” siirtyi vaiheesta ”{from}” vaiheeseen ”{to}”.',
  'moved-until': 'Idea ”{title}” siirtyi vaiheesta ”{from}” vaiheeseen ”{to}” ja palaa {returnOn}.',
  'moved-into': 'Idea ”{title}” yhdistettiin ideaan nro {into}.',
  returned: 'Idea ”{title}” palasi vaiheesta ”{from}” ja on taas vaiheessa ”{to}”.',
  'decision-asked':
    'Ideasta ”{title}” tarvitaan päätöksesi viimeistään {deadline}: {decision, select, accept {hyväksytäänkö idea?} time {saako tiimi aikaa?} money {saako kokeilu rahoituksen?} scale_up {laajennetaanko kokeiltua?} other {jatketaanko?}}',
  decided:
    'Idea ”{title}”: {decision, select, accept {hyväksymispäätös} time {aikapäätös} money {rahoituspäätös} scale_up {laajennuspäätös} other {päätös seuraavasta vaiheesta}} on {outcome, select, yes {kyllä} adapt {muokata ja kysyä uudelleen} stop {lopettaa tähän} other {tehty}}.',
  'step-overdue': 'Idea ”{title}” on myöhässä: vaiheen ”{to}” määräaika oli {due}.',
  'experiment-started': 'Idea ”{title}”: kokeilu {experiment} on alkanut. Sen testikortti on lukittu.',
  'experiment-ends-soon': 'Idea ”{title}”: kokeilu {experiment} päättyy {endsOn}.',
  'experiment-ended':
    'Idea ”{title}”: kokeilu {experiment} päättyi {endsOn}. Nyt on kerrottava, mitä seuraa: laajennetaanko, muokataanko vai lopetetaanko.',
  'experiment-late':
    'Idea ”{title}”: kokeilu {experiment} päättyi {endsOn}, eikä kukaan ole kertonut, mitä seuraa: laajennetaanko, muokataanko vai lopetetaanko.',
  'follow-up-due': 'Idea ”{title}” on käytössä: nyt on aika mitata vaikutus ja verrata sitä odotettuun. Seurantapäivä on {followUpOn}.',
  'follow-up-late': 'Idea ”{title}”: seurantapäivä oli {followUpOn}, mutta kukaan ei ole vielä mitannut vaikutusta.',
  'subject-acknowledged': 'Olemme saaneet ideasi: {title}',
  'subject-moved': '{title}: nyt vaiheessa ”{to}”',
  'subject-returned': '{title}: taas vaiheessa ”{to}”',
  'subject-decision-asked': 'Päätöksesi tarvitaan viimeistään {deadline}: {title}',
  'subject-decided': '{title}: {outcome, select, yes {kyllä} adapt {muokattava} stop {lopetettu} other {päätetty}}',
  'subject-step-overdue': 'Myöhässä: {title}',
  'subject-experiment-started': 'Kokeilu {experiment} on alkanut: {title}',
  'subject-experiment-ends-soon': 'Kokeilu {experiment} päättyy {endsOn}: {title}',
  'subject-experiment-ended': 'Kokeilu {experiment} on päättynyt: {title}',
  'subject-experiment-late': 'Kokeilu {experiment} päättyi, eikä jatkoa ole kerrottu: {title}',
  'subject-follow-up-due': 'Aika mitata vaikutus: {title}',
  'subject-follow-up-late': 'Seuranta myöhässä: {title}',
  hello: 'Hei {name},',
  'idea-line': 'Idea nro {number}: {title}',
  'reason-line': 'Perustelu:',
  'note-line': 'Kysymys heidän omin sanoin:',
  open: 'Avaa idea Polku-palvelussa',
  'why-submitter': 'Saat tämän, koska lähetit tämän idean.',
  'why-owner': 'Saat tämän, koska vastaat tästä ideasta.',
  'why-team': 'Saat tämän, koska kuulut tämän idean tiimiin.',
  'why-decider': 'Saat tämän, koska päätös on sinun.',
  'why-hub': 'Saat tämän, koska kuulut innovaatiohubiin.',
  'why-idea-decider': 'Saat tämän, koska sinua on pyydetty päättämään tästä ideasta.',
  'why-rollout-owner': 'Saat tämän, koska vastaat tämän idean käyttöönotosta.',
  'why-admin': 'Saat tämän, koska hallinnoit tätä organisaatiota.',
};
