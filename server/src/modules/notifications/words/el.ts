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
  'decision-delegated':
    'Η απόφαση για την ιδέα «{title}» ανατέθηκε σε εσάς. Ζητείται η απόφασή σας έως {deadline}: {decision, select, accept {να γίνει δεκτή;} time {να δοθεί χρόνος στην ομάδα;} money {να χρηματοδοτηθεί η δοκιμή;} scale_up {να επεκταθεί ό,τι δοκιμάστηκε;} other {να προχωρήσει;}}',
  'decision-delegated-away': 'Η απόφαση για την ιδέα «{title}» ανατέθηκε σε άλλο άτομο.',
  'decision-covered':
    'Αποφασίζετε στη θέση ατόμου που απουσιάζει έως {until}. Ζητείται η απόφασή σας για την ιδέα «{title}» έως {deadline}: {decision, select, accept {να γίνει δεκτή;} time {να δοθεί χρόνος στην ομάδα;} money {να χρηματοδοτηθεί η δοκιμή;} scale_up {να επεκταθεί ό,τι δοκιμάστηκε;} other {να προχωρήσει;}}',
  'decision-uncovered':
    'Η απόφαση για την ιδέα «{title}» πρέπει να ληφθεί έως {deadline}, αλλά το άτομο που αποφασίζει απουσιάζει έως {until} και κανείς δεν μπορεί να αποφασίσει στη θέση του. Μπορείτε να την αναθέσετε σε άλλο άτομο.',
  'decision-due-soon': 'Η απόφαση για την ιδέα «{title}» πρέπει να ληφθεί έως {deadline}.',
  'decision-overdue': 'Η απόφαση για την ιδέα «{title}» έχει καθυστερήσει: είχε προθεσμία έως {deadline}.',
  'decision-escalated':
    'Η απόφαση για την ιδέα «{title}» είχε προθεσμία έως {deadline} και ακόμη δεν έχει ληφθεί. Παρακαλούμε φροντίστε να ληφθεί.',
  'step-overdue': 'Η ιδέα «{title}» έχει καθυστερήσει: το βήμα «{to}» είχε προθεσμία έως {due}.',
  'experiment-started': 'Ιδέα «{title}»: το πείραμα {experiment} ξεκίνησε. Η κάρτα δοκιμής του κλειδώθηκε.',
  'experiment-ends-soon': 'Ιδέα «{title}»: το πείραμα {experiment} τελειώνει στις {endsOn}.',
  'experiment-ended':
    'Ιδέα «{title}»: το πείραμα {experiment} τελείωσε στις {endsOn}. Τώρα πρέπει να ειπωθεί τι ακολουθεί: κλιμάκωση, προσαρμογή ή διακοπή.',
  'experiment-late':
    'Ιδέα «{title}»: το πείραμα {experiment} τελείωσε στις {endsOn} και κανείς δεν έχει πει τι ακολουθεί: κλιμάκωση, προσαρμογή ή διακοπή.',
  'follow-up-due':
    'Η ιδέα «{title}» είναι σε χρήση: ήρθε η ώρα να μετρηθεί το αποτέλεσμα και να συγκριθεί με το αναμενόμενο. Ημερομηνία παρακολούθησης: {followUpOn}.',
  'follow-up-late': 'Ιδέα «{title}»: η παρακολούθηση έπρεπε να γίνει στις {followUpOn}, αλλά κανείς δεν έχει μετρήσει ακόμη το αποτέλεσμα.',
  'rollout-amended': 'Ιδέα «{title}»: το αναμενόμενο αποτέλεσμα της εφαρμογής τροποποιήθηκε. Όσα αναμένονταν αρχικά μένουν δίπλα.',
  'experiment-amended':
    'Ιδέα «{title}»: η κλειδωμένη κάρτα δοκιμής του πειράματος {experiment} τροποποιήθηκε{afterData, select, yes { αφού είχε γίνει μέτρηση} other {}}. Όσα έλεγε πριν μένουν δίπλα.',
  'subject-acknowledged': 'Λάβαμε την ιδέα σας: {title}',
  'subject-moved': '{title}: τώρα στο βήμα «{to}»',
  'subject-returned': '{title}: ξανά στο βήμα «{to}»',
  'subject-decision-asked': 'Ζητείται η απόφασή σας έως {deadline}: {title}',
  'subject-panel-asked': 'Ζητείται η βαθμολογία σας έως {deadline}: {title}',
  'subject-scorecards-in': 'Οι κάρτες βαθμολογίας είναι έτοιμες: {title}',
  'subject-decided': '{title}: {outcome, select, yes {ναι} adapt {χρειάζεται προσαρμογή} stop {διακόπηκε} other {ελήφθη απόφαση}}',
  'subject-decision-delegated': 'Ανατέθηκε σε εσάς, ζητείται απόφαση έως {deadline}: {title}',
  'subject-decision-delegated-away': 'Η απόφαση ανατέθηκε σε άλλο άτομο: {title}',
  'subject-decision-covered': 'Ζητείται η απόφασή σας στη θέση ατόμου που απουσιάζει, έως {deadline}: {title}',
  'subject-decision-uncovered': 'Δεν υπάρχει κανείς να αποφασίσει: {title}',
  'subject-decision-due-soon': 'Απόφαση έως {deadline}: {title}',
  'subject-decision-overdue': 'Απόφαση σε καθυστέρηση: {title}',
  'subject-decision-escalated': 'Ακόμη δεν έχει ληφθεί απόφαση: {title}',
  'subject-step-overdue': 'Σε καθυστέρηση: {title}',
  'subject-experiment-started': 'Το πείραμα {experiment} ξεκίνησε: {title}',
  'subject-experiment-ends-soon': 'Το πείραμα {experiment} τελειώνει στις {endsOn}: {title}',
  'subject-experiment-ended': 'Το πείραμα {experiment} τελείωσε: {title}',
  'subject-experiment-late': 'Το πείραμα {experiment} τελείωσε και κανείς δεν είπε τι ακολουθεί: {title}',
  'subject-follow-up-due': 'Ώρα να μετρηθεί το αποτέλεσμα: {title}',
  'subject-follow-up-late': 'Η παρακολούθηση καθυστερεί: {title}',
  'subject-rollout-amended': 'Τροποποίηση του αναμενόμενου αποτελέσματος: {title}',
  'subject-experiment-amended': 'Τροποποίηση της κάρτας του πειράματος {experiment}: {title}',
  hello: 'Γεια σας, {name},',
  'idea-line': 'Ιδέα αρ. {number}: {title}',
  'reason-line': 'Η αιτιολογία:',
  'must-change-line': 'Τι πρέπει να αλλάξει:',
  'note-line': 'Το ερώτημα με δικά τους λόγια:',
  open: 'Άνοιγμα της ιδέας στο Polku',
  'open-decision': 'Άνοιγμα της απόφασης στο Polku',
  'open-experiment': 'Άνοιγμα του πειράματος στο Polku',
  'why-submitter': 'Λαμβάνετε αυτό το μήνυμα επειδή υποβάλατε αυτή την ιδέα.',
  'why-owner': 'Λαμβάνετε αυτό το μήνυμα επειδή έχετε την ευθύνη αυτής της ιδέας.',
  'why-team': 'Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στην ομάδα αυτής της ιδέας.',
  'why-decider': 'Λαμβάνετε αυτό το μήνυμα επειδή η απόφαση είναι δική σας.',
  'why-former-decider': 'Λαμβάνετε αυτό το μήνυμα επειδή η απόφαση ήταν δική σας.',
  'why-stand-in': 'Λαμβάνετε αυτό το μήνυμα επειδή αποφασίζετε στη θέση ατόμου που απουσιάζει.',
  'why-manager': 'Λαμβάνετε αυτό το μήνυμα επειδή είστε προϊστάμενος ή προϊσταμένη του ατόμου που αποφασίζει.',
  'why-panel': 'Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στην επιτροπή αυτής της απόφασης.',
  'why-hub': 'Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στον κόμβο καινοτομίας.',
  'why-idea-decider': 'Λαμβάνετε αυτό το μήνυμα επειδή σας ζητήθηκε απόφαση για αυτή την ιδέα.',
  'why-rollout-owner': 'Λαμβάνετε αυτό το μήνυμα επειδή έχετε την ευθύνη της εφαρμογής αυτής της ιδέας.',
  'why-admin': 'Λαμβάνετε αυτό το μήνυμα επειδή διαχειρίζεστε αυτόν τον οργανισμό.',
};
