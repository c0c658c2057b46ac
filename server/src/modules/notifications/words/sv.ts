import type { Words } from './index.js';

/** Sentences about notifications, in Swedish. */
export const SV: Words = {
  acknowledged: 'Tack för din idé ”{title}”. Du får svar senast den {due}.',
  'acknowledged-open': 'Tack för din idé ”{title}”. Vi hör av oss när den går vidare.',
  moved: 'Idén ”{title}” har gått från steget ”{from}” till steget ”{to}”.',
  'moved-until': 'Idén ”{title}” har gått från steget ”{from}” till steget ”{to}” och kommer tillbaka den {returnOn}.',
  'moved-into': 'Idén ”{title}” har slagits ihop med idé nr {into}.',
  returned: 'Idén ”{title}” är tillbaka från steget ”{from}” och står åter på steget ”{to}”.',
  'decision-asked':
    'Ditt beslut om ”{title}” behövs senast den {deadline}: {decision, select, accept {ska idén tas emot?} time {ska teamet få tid?} money {ska det bli pengar till ett test?} scale_up {ska det som har testats skalas upp?} other {ska den gå vidare?}}',
  decided:
    '”{title}”: beslutet om {decision, select, accept {mottagande} time {tid} money {pengar} scale_up {uppskalning} other {nästa steg}} är {outcome, select, yes {ja} adapt {att anpassa och fråga igen} stop {att stoppa här} other {fattat}}.',
  'step-overdue': 'Idén ”{title}” är försenad: steget ”{to}” skulle ha varit klart senast den {due}.',
  'experiment-started': '”{title}”: experiment {experiment} har startat. Testkortet är låst.',
  'experiment-ends-soon': '”{title}”: experiment {experiment} slutar den {endsOn}.',
  'experiment-ended': '”{title}”: experiment {experiment} slutade den {endsOn}. Säg nu vad som följer: skala upp, anpassa eller stoppa.',
  'experiment-late':
    '”{title}”: experiment {experiment} slutade den {endsOn}, och ingen har sagt vad som följer: skala upp, anpassa eller stoppa.',
  'follow-up-due':
    'Idén ”{title}” är i bruk: nu är det dags att mäta effekten och jämföra den med den väntade. Uppföljningen ska göras den {followUpOn}.',
  'follow-up-late': 'Idén ”{title}”: uppföljningen skulle ha gjorts den {followUpOn}, men ingen har mätt effekten än.',
  'subject-acknowledged': 'Vi har fått din idé: {title}',
  'subject-moved': '{title}: nu på steget ”{to}”',
  'subject-returned': '{title}: åter på steget ”{to}”',
  'subject-decision-asked': 'Ditt beslut behövs senast den {deadline}: {title}',
  'subject-decided': '{title}: {outcome, select, yes {ja} adapt {anpassa och fråga igen} stop {stoppad} other {beslutad}}',
  'subject-step-overdue': 'Försenad: {title}',
  'subject-experiment-started': 'Experiment {experiment} har startat: {title}',
  'subject-experiment-ends-soon': 'Experiment {experiment} slutar den {endsOn}: {title}',
  'subject-experiment-ended': 'Experiment {experiment} är slut: {title}',
  'subject-experiment-late': 'Experiment {experiment} är slut och ingen har sagt vad som följer: {title}',
  'subject-follow-up-due': 'Dags att mäta effekten: {title}',
  'subject-follow-up-late': 'Försenad uppföljning: {title}',
  hello: 'Hej {name}!',
  'idea-line': 'Idé nr {number}: {title}',
  'reason-line': 'Motivering:',
  'note-line': 'Frågan med deras egna ord:',
  open: 'Öppna idén i Polku',
  'why-submitter': 'Du får det här för att du har lämnat in idén.',
  'why-owner': 'Du får det här för att du ansvarar för idén.',
  'why-team': 'Du får det här för att du är med i idéns team.',
  'why-decider': 'Du får det här för att beslutet är ditt.',
  'why-hub': 'Du får det här för att du hör till innovationshubben.',
  'why-idea-decider': 'Du får det här för att du har blivit ombedd att besluta om idén.',
  'why-rollout-owner': 'Du får det här för att du ansvarar för införandet av idén.',
  'why-admin': 'Du får det här för att du administrerar organisationen.',
};
