import type { Words } from './index.js';

/** Sentences about notifications, in Polish. */
export const PL: Words = {
  acknowledged: 'Dziękujemy za pomysł „{title}”. Odpowiedź otrzymasz najpóźniej {due}.',
  'acknowledged-open': 'Dziękujemy za pomysł „{title}”. Damy znać, gdy ruszy dalej.',
  moved: 'Pomysł „{title}” przeszedł z etapu „{from}” na etap „{to}”.',
  'moved-until': 'Pomysł „{title}” przeszedł z etapu „{from}” na etap „{to}”; wróci {returnOn}.',
  'moved-into': 'Pomysł „{title}” połączono z pomysłem nr {into}.',
  returned: 'Pomysł „{title}” wrócił z etapu „{from}” i jest znów na etapie „{to}”.',
  'decision-asked':
    'Prosimy o Twoją decyzję w sprawie pomysłu „{title}” do {deadline}: {decision, select, accept {czy go przyjąć?} time {czy dać zespołowi czas pracy?} money {czy sfinansować test?} scale_up {czy skalować to, co sprawdzono?} other {czy iść dalej?}}',
  'panel-asked':
    'Prosimy o Twoją ocenę pomysłu „{title}” do {deadline}, zanim zapadnie decyzja: {decision, select, accept {czy go przyjąć?} time {czy dać zespołowi czas pracy?} money {czy sfinansować test?} scale_up {czy skalować to, co sprawdzono?} other {czy iść dalej?}}',
  'scorecards-in': 'Panel zakończył ocenę pomysłu „{title}”. Możesz teraz przeczytać karty ocen i podjąć decyzję, do {deadline}.',
  decided:
    'Pomysł „{title}”: decyzja o {decision, select, accept {przyjęciu} time {czasie pracy} money {finansowaniu} scale_up {skalowaniu} other {następnym etapie}} brzmi: {outcome, select, yes {tak} adapt {poprawić i zapytać ponownie} stop {zatrzymać} other {podjęta}}.',
  'decision-delegated':
    'Decyzję w sprawie pomysłu „{title}” przekazano Tobie. Prosimy o nią do {deadline}: {decision, select, accept {czy go przyjąć?} time {czy dać zespołowi czas pracy?} money {czy sfinansować test?} scale_up {czy skalować to, co sprawdzono?} other {czy iść dalej?}}',
  'decision-delegated-away': 'Decyzję w sprawie pomysłu „{title}” przekazano innej osobie.',
  'decision-covered':
    'Zastępujesz osobę nieobecną do {until}. Prosimy o decyzję w sprawie pomysłu „{title}” do {deadline}: {decision, select, accept {czy go przyjąć?} time {czy dać zespołowi czas pracy?} money {czy sfinansować test?} scale_up {czy skalować to, co sprawdzono?} other {czy iść dalej?}}',
  'decision-uncovered':
    'Decyzja w sprawie pomysłu „{title}” ma zapaść do {deadline}, ale decydent jest nieobecny do {until} i nikt nie może go zastąpić. Możesz przekazać decyzję innej osobie.',
  'decision-due-soon': 'Decyzja w sprawie pomysłu „{title}” ma zapaść do {deadline}.',
  'decision-overdue': 'Decyzja w sprawie pomysłu „{title}” jest po terminie: miała zapaść do {deadline}.',
  'decision-escalated':
    'Decyzja w sprawie pomysłu „{title}” miała zapaść do {deadline} i nadal jej nie ma. Prosimy o dopilnowanie, żeby zapadła.',
  'step-overdue': 'Pomysł „{title}” jest po terminie: etap „{to}” miał się zakończyć do {due}.',
  'subject-acknowledged': 'Mamy Twój pomysł: {title}',
  'subject-moved': '{title}: teraz na etapie „{to}”',
  'subject-returned': '{title}: znów na etapie „{to}”',
  'subject-decision-asked': 'Prosimy o decyzję do {deadline}: {title}',
  'subject-panel-asked': 'Prosimy o ocenę do {deadline}: {title}',
  'subject-scorecards-in': 'Karty ocen są gotowe: {title}',
  'subject-decided': '{title}: {outcome, select, yes {tak} adapt {do poprawy} stop {zatrzymano} other {decyzja podjęta}}',
  'subject-decision-delegated': 'Przekazano Tobie, prosimy o decyzję do {deadline}: {title}',
  'subject-decision-delegated-away': 'Decyzję przekazano innej osobie: {title}',
  'subject-decision-covered': 'Prosimy o decyzję w zastępstwie do {deadline}: {title}',
  'subject-decision-uncovered': 'Nie ma kto podjąć decyzji: {title}',
  'subject-decision-due-soon': 'Decyzja do {deadline}: {title}',
  'subject-decision-overdue': 'Decyzja po terminie: {title}',
  'subject-decision-escalated': 'Nadal nie ma decyzji: {title}',
  'subject-step-overdue': 'Po terminie: {title}',
  hello: 'Dzień dobry, {name}!',
  'idea-line': 'Pomysł nr {number}: {title}',
  'reason-line': 'Uzasadnienie:',
  'must-change-line': 'Co trzeba zmienić:',
  'note-line': 'Pytanie własnymi słowami:',
  open: 'Otwórz pomysł w Polku',
  'open-decision': 'Otwórz decyzję w Polku',
  'why-submitter': 'Otrzymujesz tę wiadomość, bo ten pomysł pochodzi od Ciebie.',
  'why-owner': 'Otrzymujesz tę wiadomość, bo odpowiadasz za ten pomysł.',
  'why-team': 'Otrzymujesz tę wiadomość, bo jesteś w zespole tego pomysłu.',
  'why-decider': 'Otrzymujesz tę wiadomość, bo decyzja należy do Ciebie.',
  'why-panel': 'Otrzymujesz tę wiadomość, bo jesteś w panelu oceniającym tę decyzję.',
  'why-former-decider': 'Otrzymujesz tę wiadomość, bo ta decyzja należała do Ciebie.',
  'why-stand-in': 'Otrzymujesz tę wiadomość, bo zastępujesz osobę nieobecną.',
  'why-manager': 'Otrzymujesz tę wiadomość, bo decydent podlega Tobie.',
  'why-admin': 'Otrzymujesz tę wiadomość, bo administrujesz tą organizacją.',
  'why-hub': 'Otrzymujesz tę wiadomość, bo należysz do centrum innowacji.',
};
