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
  'panel-asked':
    'Din bedömning av ”{title}” behövs senast den {deadline}, innan beslutet fattas: {decision, select, accept {ska idén tas emot?} time {ska teamet få tid?} money {ska det bli pengar till ett test?} scale_up {ska det som har testats skalas upp?} other {ska den gå vidare?}}',
  'scorecards-in': 'Panelen är klar med ”{title}”. Nu kan du läsa bedömningarna och besluta, senast den {deadline}.',
  decided:
    '”{title}”: beslutet om {decision, select, accept {mottagande} time {tid} money {pengar} scale_up {uppskalning} other {nästa steg}} är {outcome, select, yes {ja} adapt {att anpassa och fråga igen} stop {att stoppa här} other {fattat}}.',
  'decision-delegated':
    'Beslutet om ”{title}” har lämnats över till dig. Det behövs senast den {deadline}: {decision, select, accept {ska idén tas emot?} time {ska teamet få tid?} money {ska det bli pengar till ett test?} scale_up {ska det som har testats skalas upp?} other {ska den gå vidare?}}',
  'decision-delegated-away': 'Beslutet om ”{title}” har lämnats över till någon annan.',
  'decision-covered':
    'Du beslutar i stället för någon som är borta till och med den {until}. Ditt beslut om ”{title}” behövs senast den {deadline}: {decision, select, accept {ska idén tas emot?} time {ska teamet få tid?} money {ska det bli pengar till ett test?} scale_up {ska det som har testats skalas upp?} other {ska den gå vidare?}}',
  'decision-uncovered':
    'Beslutet om ”{title}” behövs senast den {deadline}, men beslutsfattaren är borta till och med den {until} och ingen får besluta i stället. Du kan lämna över det till någon annan.',
  'decision-due-soon': 'Beslutet om ”{title}” behövs senast den {deadline}.',
  'decision-overdue': 'Beslutet om ”{title}” är försenat: det skulle ha fattats senast den {deadline}.',
  'decision-escalated':
    'Beslutet om ”{title}” skulle ha fattats senast den {deadline} och är ännu inte fattat. Se till att det blir fattat.',
  'step-overdue': 'Idén ”{title}” är försenad: steget ”{to}” skulle ha varit klart senast den {due}.',
  'subject-acknowledged': 'Vi har fått din idé: {title}',
  'subject-moved': '{title}: nu på steget ”{to}”',
  'subject-returned': '{title}: åter på steget ”{to}”',
  'subject-decision-asked': 'Ditt beslut behövs senast den {deadline}: {title}',
  'subject-panel-asked': 'Din bedömning behövs senast den {deadline}: {title}',
  'subject-scorecards-in': 'Bedömningarna är inne: {title}',
  'subject-decided': '{title}: {outcome, select, yes {ja} adapt {anpassa och fråga igen} stop {stoppad} other {beslutad}}',
  'subject-decision-delegated': 'Överlämnat till dig, beslut behövs senast den {deadline}: {title}',
  'subject-decision-delegated-away': 'Beslutet har lämnats över till någon annan: {title}',
  'subject-decision-covered': 'Ditt beslut i någon annans ställe behövs senast den {deadline}: {title}',
  'subject-decision-uncovered': 'Ingen är på plats som kan besluta: {title}',
  'subject-decision-due-soon': 'Beslut senast den {deadline}: {title}',
  'subject-decision-overdue': 'Försenat beslut: {title}',
  'subject-decision-escalated': 'Beslutet är ännu inte fattat: {title}',
  'subject-step-overdue': 'Försenad: {title}',
  hello: 'Hej {name}!',
  'idea-line': 'Idé nr {number}: {title}',
  'reason-line': 'Motivering:',
  'must-change-line': 'Det här behöver ändras:',
  'note-line': 'Frågan med deras egna ord:',
  open: 'Öppna idén i Polku',
  'open-decision': 'Öppna beslutet i Polku',
  'why-submitter': 'Du får det här för att du har lämnat in idén.',
  'why-owner': 'Du får det här för att du ansvarar för idén.',
  'why-team': 'Du får det här för att du är med i idéns team.',
  'why-decider': 'Du får det här för att beslutet är ditt.',
  'why-panel': 'Du får det här för att du sitter i panelen för beslutet.',
  'why-former-decider': 'Du får det här för att beslutet var ditt.',
  'why-stand-in': 'Du får det här för att du beslutar i stället för någon som är borta.',
  'why-manager': 'Du får det här för att du är chef för beslutsfattaren.',
  'why-admin': 'Du får det här för att du administrerar organisationen.',
  'why-hub': 'Du får det här för att du hör till innovationshubben.',
};
