import type { Words } from './index.js';

/** Sentences about notifications, in Greek. */
export const EL: Words = {
  acknowledged: 'Λάβαμε την ιδέα σας «{title}». Θα έχετε απάντηση το αργότερο έως {due}.',
  'acknowledged-open': 'Λάβαμε την ιδέα σας «{title}». Θα σας ενημερώσουμε μόλις προχωρήσει.',
  moved: 'Η ιδέα «{title}» πέρασε από το βήμα «{from}» στο βήμα «{to}».',
  'moved-until': 'Η ιδέα «{title}» πέρασε από το βήμα «{from}» στο βήμα «{to}» και επιστρέφει στις {returnOn}.',
  'moved-into': 'Η ιδέα «{title}» συγχωνεύθηκε με την ιδέα αρ. {into}.',
  returned: 'Η ιδέα «{title}» επέστρεψε από το βήμα «{from}» και βρίσκεται ξανά στο βήμα «{to}».',
  'decision-asked':
    'Ζητείται η απόφασή σας για την ιδέα «{title}» έως {deadline}: {decision, select, accept {να γίνει δεκτή;} time {να δοθεί χρόνος στην ομάδα;} money {να χρηματοδοτηθεί η δοκιμή;} scale_up {να επεκταθεί ό,τι δοκιμάστηκε;} other {να προχωρήσει;}}',
  'panel-asked':
    'Ζητείται η βαθμολογία σας για την ιδέα «{title}» έως {deadline}, πριν ληφθεί η απόφαση: {decision, select, accept {να γίνει δεκτή;} time {να δοθεί χρόνος στην ομάδα;} money {να χρηματοδοτηθεί η δοκιμή;} scale_up {να επεκταθεί ό,τι δοκιμάστηκε;} other {να προχωρήσει;}}',
  'scorecards-in':
    'Η επιτροπή ολοκλήρωσε τη βαθμολόγηση της ιδέας «{title}». Μπορείτε τώρα να διαβάσετε τις κάρτες βαθμολογίας και να αποφασίσετε, έως {deadline}.',
  decided:
    'Ιδέα «{title}»: η απόφαση για {decision, select, accept {την αποδοχή} time {τον χρόνο} money {τη χρηματοδότηση} scale_up {την επέκταση} other {το επόμενο βήμα}} είναι: {outcome, select, yes {ναι} adapt {προσαρμογή και νέο αίτημα} stop {διακοπή} other {ελήφθη}}.',
  'step-overdue': 'Η ιδέα «{title}» έχει καθυστερήσει: το βήμα «{to}» είχε προθεσμία έως {due}.',
  'subject-acknowledged': 'Λάβαμε την ιδέα σας: {title}',
  'subject-moved': '{title}: τώρα στο βήμα «{to}»',
  'subject-returned': '{title}: ξανά στο βήμα «{to}»',
  'subject-decision-asked': 'Ζητείται η απόφασή σας έως {deadline}: {title}',
  'subject-panel-asked': 'Ζητείται η βαθμολογία σας έως {deadline}: {title}',
  'subject-scorecards-in': 'Οι κάρτες βαθμολογίας είναι έτοιμες: {title}',
  'subject-decided': '{title}: {outcome, select, yes {ναι} adapt {χρειάζεται προσαρμογή} stop {διακόπηκε} other {ελήφθη απόφαση}}',
  'subject-step-overdue': 'Σε καθυστέρηση: {title}',
  hello: 'Γεια σας, {name},',
  'idea-line': 'Ιδέα αρ. {number}: {title}',
  'reason-line': 'Η αιτιολογία:',
  'must-change-line': 'Τι πρέπει να αλλάξει:',
  'note-line': 'Το ερώτημα με δικά τους λόγια:',
  open: 'Άνοιγμα της ιδέας στο Polku',
  'why-submitter': 'Λαμβάνετε αυτό το μήνυμα επειδή υποβάλατε αυτή την ιδέα.',
  'why-owner': 'Λαμβάνετε αυτό το μήνυμα επειδή έχετε την ευθύνη αυτής της ιδέας.',
  'why-team': 'Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στην ομάδα αυτής της ιδέας.',
  'why-decider': 'Λαμβάνετε αυτό το μήνυμα επειδή η απόφαση είναι δική σας.',
  'why-panel': 'Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στην επιτροπή αυτής της απόφασης.',
  'why-hub': 'Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στον κόμβο καινοτομίας.',
};
