/** Sentences about notifications, in English; `decision` and `outcome` are codes with underscores. */
export const EN = {
  acknowledged: 'We have received your idea “{title}”. You get an answer by {due}.',
  'acknowledged-open': 'We have received your idea “{title}”. You hear from us when it moves on.',
  moved: '“{title}” has moved from {from} to {to}.',
  'moved-until': '“{title}” has moved from {from} to {to}; it comes back on {returnOn}.',
  'moved-into': '“{title}” has been merged with idea #{into}.',
  returned: '“{title}” is back from {from} and stands on {to} again.',
  'decision-asked':
    'Please decide on “{title}” by {deadline}: {decision, select, accept {accept the idea?} time {time for the team?} money {money for a test?} scale_up {scale up what was tested?} other {go on?}}',
  decided:
    '“{title}”: the decision on {decision, select, accept {acceptance} time {time} money {money} scale_up {scale-up} other {the next step}} is {outcome, select, yes {yes} adapt {to adapt it and ask again} stop {to stop here} other {made}}.',
  'step-overdue': '“{title}” is overdue: {to} was due by {due}.',
  'experiment-amended':
    '“{title}”: the locked test card of experiment {experiment} was amended{afterData, select, yes { after something had been measured} other {}}. What it said before stays beside it.',
  'subject-acknowledged': 'We have received your idea: {title}',
  'subject-moved': '{title}: now at {to}',
  'subject-returned': '{title}: back at {to}',
  'subject-decision-asked': 'Please decide by {deadline}: {title}',
  'subject-decided': '{title}: {outcome, select, yes {yes} adapt {adapt and ask again} stop {stopped} other {decided}}',
  'subject-step-overdue': 'Overdue: {title}',
  'subject-experiment-amended': 'Test card of experiment {experiment} amended: {title}',
  hello: 'Hello {name},',
  'idea-line': 'Idea #{number}: {title}',
  'reason-line': 'The reason:',
  'note-line': 'The question in their words:',
  open: 'Open the idea in Polku',
  'why-submitter': 'You get this because you submitted this idea.',
  'why-owner': 'You get this because you own this idea.',
  'why-team': 'You get this because you are in the team of this idea.',
  'why-decider': 'You get this because the decision is yours.',
  'why-hub': 'You get this because you belong to the innovation hub.',
  'why-idea-decider': 'You get this because you were asked to decide on this idea.',
} as const;
