import type { Translated } from '#contracts/constants';

/** What the Helsingborg pathway is called. */
export const PATHWAY_NAME = {
  en: 'Helsingborg path',
  pl: 'Ścieżka Helsingborga',
  el: 'Διαδρομή του Χέλσινγκμποργκ',
  sv: 'Helsingborgs väg',
  fi: 'Helsingborgin polku',
} satisfies Translated;

/** What its steps are called; as nouns or states, so that a name suits a column and a single idea. */
export const STEP_NAMES = {
  submitted: { en: 'Submitted', pl: 'Zgłoszenie', el: 'Υποβολή', sv: 'Inlämnad', fi: 'Lähetetty' },
  'explore-idea': { en: 'Explore idea', pl: 'Rozpoznanie pomysłu', el: 'Διερεύνηση ιδέας', sv: 'Utforska idé', fi: 'Idean selvitys' },
  'explore-set-up': {
    en: 'Explore set-up',
    pl: 'Plan testu',
    el: 'Διερεύνηση πλαισίου',
    sv: 'Utforska upplägg',
    fi: 'Toteutuksen selvitys',
  },
  pilot: { en: 'Pilot', pl: 'Pilotaż', el: 'Πιλοτική δοκιμή', sv: 'Pilot', fi: 'Pilotti' },
  scale: { en: 'Scale', pl: 'Skalowanie', el: 'Επέκταση', sv: 'Skala upp', fi: 'Laajennus' },
  'in-use': { en: 'In use', pl: 'W użyciu', el: 'Σε χρήση', sv: 'I bruk', fi: 'Käytössä' },
  parked: { en: 'Parked', pl: 'Odłożono', el: 'Σε αναμονή', sv: 'Parkerad', fi: 'Tauolla' },
  stopped: { en: 'Stopped', pl: 'Zatrzymano', el: 'Διακόπηκε', sv: 'Stoppad', fi: 'Lopetettu' },
  withdrawn: { en: 'Withdrawn', pl: 'Wycofano', el: 'Αποσύρθηκε', sv: 'Tillbakadragen', fi: 'Peruttu' },
  merged: { en: 'Merged', pl: 'Połączono', el: 'Συγχωνεύθηκε', sv: 'Sammanslagen', fi: 'Yhdistetty' },
} satisfies Record<string, Translated>;

/** One quiet line about each step. */
export const STEP_HINTS = {
  submitted: {
    en: 'the first answer',
    pl: 'pierwsza odpowiedź',
    el: 'η πρώτη απάντηση',
    sv: 'det första svaret',
    fi: 'ensimmäinen vastaus',
  },
  'explore-idea': { en: 'need and value', pl: 'potrzeba i wartość', el: 'ανάγκη και αξία', sv: 'behov och värde', fi: 'tarve ja arvo' },
  'explore-set-up': {
    en: 'effect goal, plan, group',
    pl: 'efekt, plan, grupa',
    el: 'στόχος, σχέδιο, ομάδα',
    sv: 'effektmål, plan, grupp',
    fi: 'tavoite, suunnitelma, ryhmä',
  },
  pilot: {
    en: 'locked test card',
    pl: 'zablokowana karta testu',
    el: 'κλειδωμένη κάρτα δοκιμής',
    sv: 'låst testkort',
    fi: 'lukittu testikortti',
  },
  scale: {
    en: 'receiving unit, milestones',
    pl: 'jednostka, etapy wdrożenia',
    el: 'μονάδα υποδοχής, ορόσημα',
    sv: 'mottagande enhet, milstolpar',
    fi: 'vastaanottava yksikkö, välitavoitteet',
  },
  'in-use': { en: 'in everyday use', pl: 'w codziennym użyciu', el: 'σε καθημερινή χρήση', sv: 'i vardagen', fi: 'arjen käytössä' },
  parked: {
    en: 'comes back on its day',
    pl: 'wróci w swoim dniu',
    el: 'επιστρέφει τη μέρα της',
    sv: 'kommer tillbaka på sin dag',
    fi: 'palaa sovittuna päivänä',
  },
  stopped: { en: 'with its lesson', pl: 'z wnioskami', el: 'με το δίδαγμά της', sv: 'med sin lärdom', fi: 'oppi talteen' },
  withdrawn: {
    en: 'by its submitter',
    pl: 'przez osobę zgłaszającą',
    el: 'από όποιον την υπέβαλε',
    sv: 'av förslagsställaren',
    fi: 'ehdottajan peruma',
  },
  merged: {
    en: 'lives on in another idea',
    pl: 'żyje dalej w innym pomyśle',
    el: 'συνεχίζει σε άλλη ιδέα',
    sv: 'lever vidare i en annan idé',
    fi: 'jatkuu toisessa ideassa',
  },
} satisfies Record<keyof typeof STEP_NAMES, Translated>;

/** What people do when they take a transition. */
export const TRANSITION_NAMES = {
  accept: { en: 'Explore the idea', pl: 'Rozpoznaj pomysł', el: 'Διερεύνηση της ιδέας', sv: 'Utforska idén', fi: 'Selvitä ideaa' },
  'give-time': {
    en: 'Explore the set-up',
    pl: 'Zaplanuj test',
    el: 'Διερεύνηση του πλαισίου',
    sv: 'Utforska upplägget',
    fi: 'Selvitä toteutus',
  },
  'give-money': {
    en: 'Start the pilot',
    pl: 'Rozpocznij pilotaż',
    el: 'Έναρξη πιλοτικής δοκιμής',
    sv: 'Starta piloten',
    fi: 'Aloita pilotti',
  },
  'scale-up': { en: 'Scale up', pl: 'Skaluj', el: 'Επέκταση', sv: 'Skala upp', fi: 'Laajenna' },
  'put-into-use': { en: 'Put into use', pl: 'Wprowadź do użytku', el: 'Θέση σε χρήση', sv: 'Ta i bruk', fi: 'Ota käyttöön' },
  park: { en: 'Park', pl: 'Odłóż', el: 'Αναμονή', sv: 'Parkera', fi: 'Laita tauolle' },
  resume: { en: 'Take up again', pl: 'Wznów', el: 'Συνέχιση', sv: 'Ta upp igen', fi: 'Jatka' },
  stop: { en: 'Stop', pl: 'Zatrzymaj', el: 'Διακοπή', sv: 'Stoppa', fi: 'Lopeta' },
  reopen: { en: 'Reopen', pl: 'Otwórz ponownie', el: 'Νέο άνοιγμα', sv: 'Öppna igen', fi: 'Avaa uudelleen' },
  withdraw: { en: 'Withdraw', pl: 'Wycofaj', el: 'Απόσυρση', sv: 'Dra tillbaka', fi: 'Peru' },
  merge: { en: 'Merge', pl: 'Połącz', el: 'Συγχώνευση', sv: 'Slå ihop', fi: 'Yhdistä' },
} satisfies Record<string, Translated>;

/** The name of the way back to a step. */
export function backTo(step: keyof typeof STEP_NAMES): Translated {
  const { en, pl, el, sv, fi } = STEP_NAMES[step];
  return { en: `Back to ${en}`, pl: `Cofnij: ${pl}`, el: `Πίσω: ${el}`, sv: `Tillbaka till ${sv}`, fi: `Takaisin: ${fi}` };
}
