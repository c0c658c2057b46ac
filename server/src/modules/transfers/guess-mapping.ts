import { IMPORT_TARGETS, type ImportMapping, type ImportTarget } from '#contracts';

// Column names seen in exports of idea boxes and participatory budgets, in the five languages, without accents.
const NAMES: Readonly<Record<ImportTarget, readonly string[]>> = {
  externalId: [
    ...['external id', 'externalid', 'id', 'idea id', 'project id', 'reference', 'ref', 'number', 'no', 'key', 'uuid', 'code'],
    ...['identyfikator', 'numer', 'nr', 'id projektu', 'esog'],
    ...['αναγνωριστικο', 'κωδικος', 'αριθμος'],
    ...['referens', 'nummer', 'arendenummer', 'diarienummer'],
    ...['tunniste', 'tunnus', 'viite', 'numero'],
  ],
  title: [
    ...['title', 'name', 'idea', 'subject', 'headline', 'heading', 'project', 'project title', 'idea title'],
    ...['tytul', 'nazwa', 'pomysl', 'temat', 'tytul projektu', 'nazwa projektu'],
    ...['τιτλος', 'ονομα', 'ιδεα', 'θεμα'],
    ...['titel', 'namn', 'rubrik', 'ide', 'amne'],
    ...['otsikko', 'nimi', 'idea', 'aihe'],
  ],
  need: [
    ...['need', 'needs', 'why', 'problem', 'reason', 'justification', 'background', 'challenge', 'rationale'],
    ...['potrzeba', 'potrzeby', 'uzasadnienie', 'dlaczego'],
    ...['αναγκη', 'γιατι', 'προβλημα', 'αιτιολογηση'],
    ...['behov', 'varfor', 'bakgrund', 'motivering'],
    ...['tarve', 'miksi', 'ongelma', 'perustelu', 'perustelut', 'tausta'],
  ],
  proposal: [
    ...['proposal', 'description', 'what', 'solution', 'details', 'content', 'summary', 'body', 'text'],
    ...['propozycja', 'opis', 'rozwiazanie', 'tresc', 'co', 'opis projektu', 'skrocony opis'],
    ...['προταση', 'περιγραφη', 'λυση', 'τι'],
    ...['forslag', 'beskrivning', 'losning', 'vad'],
    ...['ehdotus', 'kuvaus', 'ratkaisu', 'mita'],
  ],
  beneficiaries: [
    ...['beneficiaries', 'beneficiary', 'for whom', 'target group', 'target groups', 'users', 'audience'],
    ...['odbiorcy', 'beneficjenci', 'dla kogo', 'adresaci', 'potencjalni odbiorcy'],
    ...['ωφελουμενοι', 'για ποιον', 'για ποιους', 'ομαδα στοχος', 'αποδεκτες'],
    ...['malgrupp', 'malgrupper', 'for vem', 'mottagare'],
    ...['kohderyhma', 'kohderyhmat', 'hyodynsaajat', 'kenelle'],
  ],
  effectGoal: [
    ...['effect goal', 'effect', 'goal', 'goals', 'expected effect', 'impact', 'benefit', 'benefits', 'aim'],
    ...['cel', 'cele', 'efekt', 'oczekiwany efekt', 'korzysci'],
    ...['στοχος', 'στοχος αποτελεσματος', 'αποτελεσμα', 'οφελος'],
    ...['effektmal', 'effekt', 'mal', 'nytta'],
    ...['vaikuttavuustavoite', 'vaikutus', 'tavoite', 'tavoitteet', 'hyoty'],
  ],
  tags: [
    ...['tags', 'tag', 'categories', 'category', 'topics', 'topic', 'keywords', 'labels', 'theme', 'themes'],
    ...['tagi', 'etykiety', 'kategorie', 'kategoria', 'tematy', 'slowa kluczowe', 'obszar', 'obszary tematyczne'],
    ...['ετικετες', 'κατηγορια', 'κατηγοριες', 'θεματα'],
    ...['taggar', 'etiketter', 'kategori', 'kategorier', 'amnen', 'nyckelord'],
    ...['tunnisteet', 'avainsanat', 'kategoria', 'kategoriat', 'teemat', 'aiheet'],
  ],
  language: ['language', 'lang', 'locale', 'jezyk', 'γλωσσα', 'sprak', 'kieli'],
  submitterEmail: [
    ...['submitter email', 'submitteremail', 'email', 'e mail', 'mail', 'author email', 'submitter e mail'],
    ...['email autora', 'adres email', 'e mail autora', 'poczta'],
    ...['email υποβολης', 'ηλεκτρονικη διευθυνση', 'ηλ ταχυδρομειο'],
    ...['epost', 'e post', 'e postadress'],
    ...['sahkoposti', 'sahkopostiosoite'],
  ],
  note: [
    'note',
    'notes',
    'remark',
    'remarks',
    'comment',
    'uwagi',
    'uwaga',
    'notatka',
    'σημειωση',
    'σημειωσεις',
    'anteckning',
    'anmarkning',
    'huomautus',
    'muistiinpano',
  ],
};

/** Which column most likely fills which field, by its name. Without a column for the need, the title says it too. */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const mapping: ImportMapping = {};
  const taken = new Set<string>();
  const plain = columns.map((column) => ({ column, name: plainName(column) }));
  for (const target of IMPORT_TARGETS) {
    const names = NAMES[target];
    // Earlier names are surer ones: "external id" wins over "number".
    const found = names.flatMap((name) => plain.filter((it) => it.name === name && !taken.has(it.column)))[0];
    if (!found || found.column === '') continue;
    mapping[target] = found.column;
    taken.add(found.column);
  }
  if (mapping.need === undefined && mapping.title !== undefined) mapping.need = mapping.title;
  return mapping;
}

/** Lower case, without accents, words parted by one blank: `External_ID` and `external-id` are the same. */
function plainName(column: string): string {
  return column
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
