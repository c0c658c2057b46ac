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
  decided:
    'Pomysł „{title}”: decyzja o {decision, select, accept {przyjęciu} time {czasie pracy} money {finansowaniu} scale_up {skalowaniu} other {następnym etapie}} brzmi: {outcome, select, yes {tak} adapt {poprawić i zapytać ponownie} stop {zatrzymać} other {podjęta}}.',
  'step-overdue': 'Pomysł „{title}” jest po terminie: etap „{to}” miał się zakończyć do {due}.',
  'experiment-started': 'Pomysł „{title}”: rozpoczął się eksperyment {experiment}. Jego karta testu jest zablokowana.',
  'experiment-ends-soon': 'Pomysł „{title}”: eksperyment {experiment} kończy się {endsOn}.',
  'experiment-ended':
    'Pomysł „{title}”: eksperyment {experiment} skończył się {endsOn}. Teraz trzeba powiedzieć, co dalej: skalować, poprawić czy zatrzymać.',
  'experiment-late':
    'Pomysł „{title}”: eksperyment {experiment} skończył się {endsOn}, a nikt nie powiedział, co dalej: skalować, poprawić czy zatrzymać.',
  'follow-up-due': 'Pomysł „{title}” jest w użyciu: czas zmierzyć efekt i porównać go z oczekiwanym. Data sprawdzenia: {followUpOn}.',
  'follow-up-late': 'Pomysł „{title}”: datą sprawdzenia był {followUpOn}, a nikt jeszcze nie zmierzył efektu.',
  'subject-acknowledged': 'Mamy Twój pomysł: {title}',
  'subject-moved': '{title}: teraz na etapie „{to}”',
  'subject-returned': '{title}: znów na etapie „{to}”',
  'subject-decision-asked': 'Prosimy o decyzję do {deadline}: {title}',
  'subject-decided': '{title}: {outcome, select, yes {tak} adapt {do poprawy} stop {zatrzymano} other {decyzja podjęta}}',
  'subject-step-overdue': 'Po terminie: {title}',
  'subject-experiment-started': 'Rozpoczął się eksperyment {experiment}: {title}',
  'subject-experiment-ends-soon': 'Eksperyment {experiment} kończy się {endsOn}: {title}',
  'subject-experiment-ended': 'Eksperyment {experiment} się skończył: {title}',
  'subject-experiment-late': 'Eksperyment {experiment} się skończył i nikt nie powiedział, co dalej: {title}',
  'subject-follow-up-due': 'Czas zmierzyć efekt: {title}',
  'subject-follow-up-late': 'Sprawdzenie po terminie: {title}',
  hello: 'Dzień dobry, {name}!',
  'idea-line': 'Pomysł nr {number}: {title}',
  'reason-line': 'Uzasadnienie:',
  'note-line': 'Pytanie własnymi słowami:',
  open: 'Otwórz pomysł w Polku',
  'why-submitter': 'Otrzymujesz tę wiadomość, bo ten pomysł pochodzi od Ciebie.',
  'why-owner': 'Otrzymujesz tę wiadomość, bo odpowiadasz za ten pomysł.',
  'why-team': 'Otrzymujesz tę wiadomość, bo jesteś w zespole tego pomysłu.',
  'why-decider': 'Otrzymujesz tę wiadomość, bo decyzja należy do Ciebie.',
  'why-hub': 'Otrzymujesz tę wiadomość, bo należysz do centrum innowacji.',
  'why-idea-decider': 'Otrzymujesz tę wiadomość, bo poproszono Cię o decyzję w sprawie tego pomysłu.',
  'why-rollout-owner': 'Otrzymujesz tę wiadomość, bo odpowiadasz za wdrożenie tego pomysłu.',
  'why-admin': 'Otrzymujesz tę wiadomość, bo administrujesz tą organizacją.',
};
