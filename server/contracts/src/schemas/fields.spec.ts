import {
  askDecision,
  calendarDay,
  line,
  listIdeas,
  moveIdea,
  numberInPath,
  planExperiment,
  planRollout,
  recordEngagement,
  recordMeasurement,
  requiredText,
  setAbsence,
  submitIdea,
} from '../index.js';

const issuesOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }): string[] =>
  (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

const NOBODY = '019ab000-0000-7000-8000-000000000000';

describe('a day of the calendar', () => {
  it('lies in a year that somebody can mean', () => {
    for (const on of ['2000-01-01', '2026-02-28', '2199-12-31']) expect(calendarDay.parse(on)).toBe(on);
    for (const on of ['0000-01-01', '0001-01-01', '1999-12-31', '2200-01-01', '9999-12-31']) {
      expect([on, issuesOf(calendarDay.safeParse(on))]).toEqual([on, [' year-out-of-range']]);
    }
    for (const on of ['2026-02-30', '1999-02-30', 'soon']) expect([on, issuesOf(calendarDay.safeParse(on)).length]).toEqual([on, 1]);
  });

  it.each(['0001-01-01', '9999-12-31'])('is meant wherever people write one: %s', (on) => {
    const wrong = (...paths: string[]) => paths.map((path) => `${path} year-out-of-range`);
    const plan = {
      milestones: [{ title: 'Half', on, doneOn: on }],
      followUpOn: on,
      expectedEffect: { value: 1, unit: '%', by: on },
    };
    expect(issuesOf(planRollout.safeParse(plan))).toEqual(
      wrong('milestones.0.on', 'milestones.0.doneOn', 'expectedEffect.by', 'followUpOn'),
    );
    expect(issuesOf(planExperiment.safeParse({ title: 'Do they?', card: { startsOn: on, endsOn: on } }))).toEqual(
      wrong('card.startsOn', 'card.endsOn'),
    );
    expect(issuesOf(setAbsence.safeParse({ from: on, until: on, delegate: NOBODY }))).toEqual(wrong('from', 'until'));
    expect(issuesOf(moveIdea.safeParse({ to: 'parked', version: 1, fields: { returnOn: on } }))).toEqual(wrong('fields.returnOn'));
    expect(issuesOf(recordMeasurement.safeParse({ on, group: 'comparison' }))).toEqual(wrong('on'));
    expect(issuesOf(recordEngagement.safeParse({ on, who: 'Some', how: 'A walk', heard: 'Much.' }))).toEqual(wrong('on'));
    for (const deadline of [on, `${on}T12:00:00Z`]) {
      expect(issuesOf(askDecision.safeParse({ kind: 'time', decider: NOBODY, deadline }))).toEqual(wrong('deadline'));
    }
  });
});

// Signs of which nobody sees anything: Hangul fillers, a Braille blank, variation selectors, a soft hyphen, a joiner.
const UNSEEN = ['\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\ufe0f', '\u00ad', '\u034f', '\u200b', '\u{e0100}', ' \u3164\u2800 '];

// What is seen and says nothing: accents and notes without anything under them, dots and dashes.
const MUTE = ['\u0301', '\u{1d159}', '.', '…', '-', '?!', ' \u0301 . '];

describe('text', () => {
  it('of signs that say nothing is none where something must be said', () => {
    for (const text of MUTE) {
      expect([text, issuesOf(requiredText(10).safeParse(text))]).toEqual([text, [' required']]);
      expect([text, issuesOf(submitIdea.safeParse({ title: text, need: 'Shade.' }))]).toEqual([text, ['title required']]);
    }
    for (const text of ['ł', '7', '👍', '日', '⠓', '- e', 'e\u0301']) expect(requiredText(10).parse(text)).toBe(text);
    expect(issuesOf(requiredText(10).safeParse(''))).toEqual([' required']);
  });

  it('of signs that nobody sees is none', () => {
    for (const text of UNSEEN) {
      expect([text, issuesOf(requiredText(10).safeParse(text))]).toEqual([text, [' required']]);
      expect([text, issuesOf(line(10).min(1, 'required').safeParse(text))]).toEqual([text, [' required']]);
    }
  });

  it('of several lines keeps them', () => {
    expect(requiredText(100).parse(' one\n\ntwo\tthree ')).toBe('one\n\ntwo\tthree');
    expect(requiredText(100).parse('❤\ufe0f 👩‍🏫 한글 ⠓⠊')).toBe('❤\ufe0f 👩‍🏫 한글 ⠓⠊');
  });

  it('of one line is one line, read in the order in which it is written', () => {
    for (const [written, read] of [
      [' one\ntwo\r\nthree\u2028four\u0085five ', 'one two three four five'],
      ['a\t\t b\u000bc', 'a b c'],
      ['abc\u202edef\u202c \u2066ghi\u2069', 'abcdef ghi'],
      ['\u202e \u2067\u2069', ''],
      ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
      ['👩‍🏫 ❤\ufe0f', '👩‍🏫 ❤\ufe0f'],
    ] as const) {
      expect(line(100).parse(written)).toBe(read);
    }
    expect(line(100).safeParse('\0').success).toBe(false);
    expect(line(3).safeParse('a\n\n\nb').success).toBe(true);
  });

  it('of one line is asked for where there is one', () => {
    expect(submitIdea.parse({ title: 'A\nbench', need: 'a\nb', tags: ['a\nb'] })).toMatchObject({
      title: 'A bench',
      need: 'a\nb',
      tags: ['a b'],
    });
    const card = { metric: 'a\nb', unit: 'a\nb', group: 'a\nb', place: 'a\nb', hypothesis: 'a\nb' };
    expect(planExperiment.parse({ title: 'a\nb', card })).toMatchObject({
      title: 'a b',
      card: { metric: 'a b', unit: 'a b', group: 'a b', place: 'a b', hypothesis: 'a\nb' },
    });
    const plan = {
      unit: 'a\nb',
      milestones: [{ title: 'a\nb', on: '2026-03-02' }],
      expectedEffect: { value: 1, unit: 'a\nb', by: '2026-03-02' },
    };
    expect(planRollout.parse(plan)).toMatchObject({ unit: 'a b', milestones: [{ title: 'a b' }], expectedEffect: { unit: 'a b' } });
    expect(recordEngagement.parse({ on: '2026-03-02', who: 'a\nb', how: 'a\nb', heard: 'a\nb' })).toMatchObject({
      who: 'a b',
      how: 'a b',
      heard: 'a\nb',
    });
  });
});

describe('what came in an address', () => {
  it('is a number in decimal digits, or no idea’s number', () => {
    for (const [written, number] of [
      ['1', 1],
      ['2147483647', 2_147_483_647],
      ['2147483648', 0],
      ['0', 0],
      ['007', 0],
      ['0x10', 0],
      ['1e3', 0],
      ['1.0', 0],
      [' 1', 0],
      ['-1', 0],
      ['١', 0],
      ['abc', 0],
      ['', 0],
    ] as const) {
      expect([written, numberInPath.parse(written)]).toEqual([written, number]);
    }
  });

  it('says when a list does not know what it is asked', () => {
    expect(listIdeas.safeParse({ 'q[]': 'x' }).error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['q[]'] });
  });
});
