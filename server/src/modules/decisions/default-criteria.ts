import type { DecisionKind } from '#contracts';
import type { CriterionDefinition, PathwayTransition } from '../../workflow/index.js';

const DESIRABILITY: CriterionDefinition = {
  key: 'desirability',
  weight: 1,
  names: { en: 'Desirability', pl: 'Potrzeba', el: 'Επιθυμητότητα', sv: 'Önskvärdhet', fi: 'Toivottavuus' },
  anchors: {
    '1': {
      en: 'Nobody has asked for it; whom it would help is not clear.',
      pl: 'Nikt o to nie prosił; nie wiadomo, komu by pomogło.',
      el: 'Κανείς δεν το έχει ζητήσει· δεν είναι σαφές ποιον θα βοηθούσε.',
      sv: 'Ingen har bett om det; det är oklart vem det skulle hjälpa.',
      fi: 'Kukaan ei ole pyytänyt tätä; on epäselvää, ketä se auttaisi.',
    },
    '3': {
      en: 'Some of those it is meant for say that they need it.',
      pl: 'Część osób, dla których to jest, mówi, że tego potrzebuje.',
      el: 'Ορισμένοι από όσους αφορά λένε ότι το χρειάζονται.',
      sv: 'En del av dem det är tänkt för säger att de behöver det.',
      fi: 'Osa niistä, joille tämä on tarkoitettu, sanoo tarvitsevansa sitä.',
    },
    '5': {
      en: 'Those it is meant for have shown by what they do that they need it.',
      pl: 'Osoby, dla których to jest, pokazały swoim zachowaniem, że tego potrzebują.',
      el: 'Όσοι αφορά έχουν δείξει με τις πράξεις τους ότι το χρειάζονται.',
      sv: 'De det är tänkt för har genom sitt handlande visat att de behöver det.',
      fi: 'Ne, joille tämä on tarkoitettu, ovat teoillaan osoittaneet tarvitsevansa sitä.',
    },
  },
};

const FEASIBILITY: CriterionDefinition = {
  key: 'feasibility',
  weight: 1,
  names: { en: 'Feasibility', pl: 'Wykonalność', el: 'Εφικτότητα', sv: 'Genomförbarhet', fi: 'Toteutettavuus' },
  anchors: {
    '1': {
      en: 'We have neither the people nor the means, and do not know where to get them.',
      pl: 'Nie mamy ani ludzi, ani środków i nie wiemy, skąd je wziąć.',
      el: 'Δεν έχουμε ούτε ανθρώπους ούτε μέσα, και δεν ξέρουμε πού να τα βρούμε.',
      sv: 'Vi har varken människor eller medel och vet inte varifrån de ska komma.',
      fi: 'Meillä ei ole tekijöitä eikä keinoja, emmekä tiedä, mistä ne saisi.',
    },
    '3': {
      en: 'It can be done, but important questions are open.',
      pl: 'Da się to zrobić, ale ważne pytania są otwarte.',
      el: 'Μπορεί να γίνει, αλλά σημαντικά ερωτήματα μένουν ανοιχτά.',
      sv: 'Det går att göra, men viktiga frågor är öppna.',
      fi: 'Tämä voidaan tehdä, mutta tärkeitä kysymyksiä on auki.',
    },
    '5': {
      en: 'People, skills and means are there; nothing stands in the way.',
      pl: 'Są ludzie, umiejętności i środki; nic nie stoi na przeszkodzie.',
      el: 'Υπάρχουν άνθρωποι, δεξιότητες και μέσα· τίποτα δεν το εμποδίζει.',
      sv: 'Människor, kunskap och medel finns; ingenting står i vägen.',
      fi: 'Tekijät, taidot ja keinot ovat olemassa; mikään ei ole esteenä.',
    },
  },
};

const VIABILITY: CriterionDefinition = {
  key: 'viability',
  weight: 1,
  names: { en: 'Viability', pl: 'Opłacalność', el: 'Βιωσιμότητα', sv: 'Bärkraft', fi: 'Kannattavuus' },
  anchors: {
    '1': {
      en: 'It costs more than it brings, and nobody would carry it on.',
      pl: 'Kosztuje więcej, niż daje, i nikt by tego nie prowadził dalej.',
      el: 'Κοστίζει περισσότερο απ’ όσο αποδίδει, και κανείς δεν θα το συνέχιζε.',
      sv: 'Det kostar mer än det ger, och ingen skulle driva det vidare.',
      fi: 'Tämä maksaa enemmän kuin antaa, eikä kukaan jatkaisi sitä.',
    },
    '3': {
      en: 'Its benefit is likely worth its cost; who carries it on is open.',
      pl: 'Korzyść jest prawdopodobnie warta kosztu; nie wiadomo, kto poprowadzi to dalej.',
      el: 'Το όφελος μάλλον αξίζει το κόστος· ποιος θα το συνεχίσει είναι ανοιχτό.',
      sv: 'Nyttan är troligen värd kostnaden; vem som driver det vidare är öppet.',
      fi: 'Hyöty on luultavasti kustannusten arvoinen; jatkaja on vielä auki.',
    },
    '5': {
      en: 'Its benefit is clearly worth its cost, and somebody carries it on.',
      pl: 'Korzyść jest wyraźnie warta kosztu i wiadomo, kto poprowadzi to dalej.',
      el: 'Το όφελος αξίζει σαφώς το κόστος, και υπάρχει ποιος θα το συνεχίσει.',
      sv: 'Nyttan är klart värd kostnaden, och någon driver det vidare.',
      fi: 'Hyöty on selvästi kustannusten arvoinen, ja jatkaja on tiedossa.',
    },
  },
};

const EVIDENCE: CriterionDefinition = {
  key: 'evidence',
  weight: 1,
  names: { en: 'Strength of evidence', pl: 'Siła dowodów', el: 'Ισχύς τεκμηρίων', sv: 'Underlagets styrka', fi: 'Näytön vahvuus' },
  anchors: {
    '1': {
      en: 'Opinions and guesses only.',
      pl: 'Tylko opinie i przypuszczenia.',
      el: 'Μόνο γνώμες και εικασίες.',
      sv: 'Bara åsikter och gissningar.',
      fi: 'Vain mielipiteitä ja arvauksia.',
    },
    '3': {
      en: 'We have talked to those concerned, or seen it work elsewhere.',
      pl: 'Rozmawialiśmy z zainteresowanymi albo widzieliśmy, że działa gdzie indziej.',
      el: 'Μιλήσαμε με τους ενδιαφερόμενους ή το είδαμε να λειτουργεί αλλού.',
      sv: 'Vi har talat med dem det gäller, eller sett det fungera någon annanstans.',
      fi: 'Olemme puhuneet asianosaisten kanssa tai nähneet tämän toimivan muualla.',
    },
    '5': {
      en: 'Measured here, with enough observations for a clear result.',
      pl: 'Zmierzone u nas, z liczbą obserwacji wystarczającą do jasnego wyniku.',
      el: 'Μετρήθηκε εδώ, με αρκετές παρατηρήσεις για σαφές αποτέλεσμα.',
      sv: 'Uppmätt hos oss, med tillräckligt många observationer för ett tydligt resultat.',
      fi: 'Mitattu täällä, ja havaintoja on tarpeeksi selvään tulokseen.',
    },
  },
};

const USUAL = [DESIRABILITY, FEASIBILITY, VIABILITY, EVIDENCE];
// Before anything is tested there can be little evidence.
const EARLY = [DESIRABILITY, FEASIBILITY, VIABILITY, { ...EVIDENCE, weight: 0.5 }];

const DEFAULTS: Readonly<Record<DecisionKind, readonly CriterionDefinition[]>> = {
  accept: EARLY,
  time: EARLY,
  money: USUAL,
  'scale-up': USUAL,
};

/** By what a panel scores the decision of a transition: as its pathway says, or else what is usual for its kind. */
export function criteriaOf(transition: PathwayTransition, kind: DecisionKind): readonly CriterionDefinition[] {
  return transition.criteria ?? DEFAULTS[kind];
}
