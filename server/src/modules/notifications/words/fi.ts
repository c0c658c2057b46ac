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
  'panel-asked':
    'Ideasta ”{title}” tarvitaan arviosi viimeistään {deadline}, ennen kuin siitä päätetään: {decision, select, accept {hyväksytäänkö idea?} time {saako tiimi aikaa?} money {saako kokeilu rahoituksen?} scale_up {laajennetaanko kokeiltua?} other {jatketaanko?}}',
  'scorecards-in': 'Raati on arvioinut idean ”{title}”. Voit nyt lukea arviot ja päättää viimeistään {deadline}.',
  decided:
    'Idea ”{title}”: {decision, select, accept {hyväksymispäätös} time {aikapäätös} money {rahoituspäätös} scale_up {laajennuspäätös} other {päätös seuraavasta vaiheesta}} on {outcome, select, yes {kyllä} adapt {muokata ja kysyä uudelleen} stop {lopettaa tähän} other {tehty}}.',
  'decision-delegated':
    'Päätös ideasta ”{title}” on siirretty sinulle. Päätöksesi tarvitaan viimeistään {deadline}: {decision, select, accept {hyväksytäänkö idea?} time {saako tiimi aikaa?} money {saako kokeilu rahoituksen?} scale_up {laajennetaanko kokeiltua?} other {jatketaanko?}}',
  'decision-delegated-away': 'Päätös ideasta ”{title}” on siirretty toiselle.',
  'decision-covered':
    'Sijaistat päättäjää, joka on poissa {until} asti. Ideasta ”{title}” tarvitaan päätöksesi viimeistään {deadline}: {decision, select, accept {hyväksytäänkö idea?} time {saako tiimi aikaa?} money {saako kokeilu rahoituksen?} scale_up {laajennetaanko kokeiltua?} other {jatketaanko?}}',
  'decision-uncovered':
    'Päätös ideasta ”{title}” tarvitaan viimeistään {deadline}, mutta päättäjä on poissa {until} asti eikä kukaan voi päättää hänen puolestaan. Voit siirtää päätöksen toiselle.',
  'decision-due-soon': 'Päätös ideasta ”{title}” tarvitaan viimeistään {deadline}.',
  'decision-overdue': 'Päätös ideasta ”{title}” on myöhässä: sen määräaika oli {deadline}.',
  'decision-escalated':
    'Päätöksen ideasta ”{title}” määräaika oli {deadline}, eikä päätöstä ole vieläkään tehty. Huolehdi, että se tehdään.',
  'step-overdue': 'Idea ”{title}” on myöhässä: vaiheen ”{to}” määräaika oli {due}.',
  'subject-acknowledged': 'Olemme saaneet ideasi: {title}',
  'subject-moved': '{title}: nyt vaiheessa ”{to}”',
  'subject-returned': '{title}: taas vaiheessa ”{to}”',
  'subject-decision-asked': 'Päätöksesi tarvitaan viimeistään {deadline}: {title}',
  'subject-panel-asked': 'Arviosi tarvitaan viimeistään {deadline}: {title}',
  'subject-scorecards-in': 'Arviot ovat valmiina: {title}',
  'subject-decided': '{title}: {outcome, select, yes {kyllä} adapt {muokattava} stop {lopetettu} other {päätetty}}',
  'subject-decision-delegated': 'Siirretty sinulle, päätös tarvitaan viimeistään {deadline}: {title}',
  'subject-decision-delegated-away': 'Päätös on siirretty toiselle: {title}',
  'subject-decision-covered': 'Päätöksesi sijaisena tarvitaan viimeistään {deadline}: {title}',
  'subject-decision-uncovered': 'Kukaan ei ole paikalla päättämässä: {title}',
  'subject-decision-due-soon': 'Päätös viimeistään {deadline}: {title}',
  'subject-decision-overdue': 'Päätös myöhässä: {title}',
  'subject-decision-escalated': 'Päätöstä ei ole vieläkään tehty: {title}',
  'subject-step-overdue': 'Myöhässä: {title}',
  hello: 'Hei {name},',
  'idea-line': 'Idea nro {number}: {title}',
  'reason-line': 'Perustelu:',
  'must-change-line': 'Mitä pitää muuttaa:',
  'note-line': 'Kysymys heidän omin sanoin:',
  open: 'Avaa idea Polku-palvelussa',
  'open-decision': 'Avaa päätös Polku-palvelussa',
  'why-submitter': 'Saat tämän, koska lähetit tämän idean.',
  'why-owner': 'Saat tämän, koska vastaat tästä ideasta.',
  'why-team': 'Saat tämän, koska kuulut tämän idean tiimiin.',
  'why-decider': 'Saat tämän, koska päätös on sinun.',
  'why-panel': 'Saat tämän, koska kuulut tämän päätöksen raatiin.',
  'why-former-decider': 'Saat tämän, koska päätös oli sinun.',
  'why-stand-in': 'Saat tämän, koska päätät poissa olevan puolesta.',
  'why-manager': 'Saat tämän, koska olet päättäjän esihenkilö.',
  'why-admin': 'Saat tämän, koska hallinnoit tätä organisaatiota.',
  'why-hub': 'Saat tämän, koska kuulut innovaatiohubiin.',
};
