import type { Group, MeasuredValue } from '#contracts';

/** What a column of pasted measurements may hold. */
export type MeasurementColumn = 'on' | 'group' | 'note' | MeasuredValue;

// The names of columns and groups in the five languages, without accents, beside the codes themselves.
const COLUMNS: Readonly<Record<MeasurementColumn, readonly string[]>> = {
  on: ['on', 'date', 'day', 'measured on', 'data', 'dzien', 'ημερομηνια', 'ημερα', 'datum', 'dag', 'paivamaara', 'paiva', 'pvm'],
  group: ['group', 'grupa', 'ομαδα', 'grupp', 'ryhma'],
  successes: ['successes', 'success', 'sukcesy', 'sukces', 'επιτυχιες', 'επιτυχια', 'lyckade', 'lyckat', 'onnistumiset', 'onnistuneet'],
  total: [
    ...['total', 'out of', 'all', 'observed', 'observed in all', 'razem', 'z ilu', 'ogolem', 'wszystkie', 'zaobserwowano razem'],
    ...['συνολο', 'απο', 'συνολικα', 'totalt', 'av', 'alla', 'yhteensa', 'kaikki', 'kaikkiaan'],
  ],
  value: [
    ...['value', 'after', 'measured', 'wartosc', 'po', 'pomiar', 'τιμη', 'μετα', 'μετρηση'],
    ...['varde', 'efter', 'matvarde', 'arvo', 'jalkeen', 'mittaus'],
  ],
  before: ['before', 'przed', 'πριν', 'fore', 'innan', 'ennen'],
  count: [
    ...['count', 'events', 'number', 'number of events', 'liczba', 'zdarzenia', 'liczba zdarzen', 'πληθος', 'αριθμος', 'συμβαντα'],
    ...['antal', 'handelser', 'antal handelser', 'lukumaara', 'maara', 'tapahtumat', 'tapahtumia'],
  ],
  exposure: [
    ...['exposure', 'for', 'per', 'during', 'ekspozycja', 'czas', 'na ile', 'εκθεση', 'διαρκεια', 'exponering', 'under', 'pa'],
    ...['altistus', 'altistumisaika', 'kesto', 'ajassa'],
  ],
  note: [
    'note',
    'notes',
    'remark',
    'notatka',
    'uwaga',
    'uwagi',
    'σημειωση',
    'σημειωσεις',
    'anteckning',
    'anmarkning',
    'huomautus',
    'muistiinpano',
  ],
};

const GROUPS: Readonly<Record<Group, readonly string[]>> = {
  test: [
    'test',
    'testowa',
    'testowana',
    'grupa testowa',
    'δοκιμη',
    'δοκιμης',
    'δοκιμαστικη',
    'testgrupp',
    'testgruppen',
    'testi',
    'testiryhma',
  ],
  comparison: [
    ...['comparison', 'control', 'porownanie', 'porownawcza', 'kontrolna', 'grupa porownawcza', 'συγκριση', 'συγκρισης', 'ελεγχου'],
    ...['jamforelse', 'jamforelsegrupp', 'kontroll', 'vertailu', 'vertailuryhma'],
  ],
};

/** What a column of this name holds, or null for a name that nobody knows. */
export function columnNamed(name: string): MeasurementColumn | null {
  const plain = plainName(name);
  return (Object.keys(COLUMNS) as MeasurementColumn[]).find((column) => column === name || COLUMNS[column].includes(plain)) ?? null;
}

/** The group of this name, or null. */
export function groupNamed(name: string): Group | null {
  const plain = plainName(name);
  return (Object.keys(GROUPS) as Group[]).find((group) => GROUPS[group].includes(plain)) ?? null;
}

/** Lower case, without accents, words parted by one blank. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
