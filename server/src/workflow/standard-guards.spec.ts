import { ACTOR_ROLES, isOneOf } from './facts.js';
import { guard, nothing, word, wordList } from './guards.js';
import { ideaOnStep, isWritten, reasonGiven, roleIn } from './standard-guards.js';

describe('roles', () => {
  it('of the hub include admins, and a team includes its owner', () => {
    expect(ACTOR_ROLES.filter((role) => isOneOf([role], ['hub']))).toEqual(['hub', 'admin']);
    expect(ACTOR_ROLES.filter((role) => isOneOf([role], ['team']))).toEqual(['team', 'owner']);
  });

  it('include nobody else, not the hub among admins nor a team member among owners', () => {
    expect(isOneOf(['hub'], ['admin'])).toBe(false);
    expect(isOneOf(['team'], ['owner'])).toBe(false);
    expect(isOneOf([], ['employee'])).toBe(false);
    expect(isOneOf(undefined, ['employee'])).toBe(false);
    expect(isOneOf(['employee'], [])).toBe(false);
  });

  it('that are no people are not named in a refusal', () => {
    expect(roleIn.check({ roles: [] }, { roles: ['hub', 'decision', 'clock'] })).toEqual({
      code: 'role-in',
      params: { roles: ['hub'] },
      met: false,
    });
  });
});

describe('a guard', () => {
  it('is not met by facts that nobody gave', () => {
    expect(roleIn.check({}, { roles: ['employee'] }).met).toBe(false);
    expect(reasonGiven.check({}, {}).met).toBe(false);
    expect(ideaOnStep.check({}, { steps: ['pilot'] }).met).toBe(false);
  });

  it('is not met with parameters that it does not accept, and does not throw', () => {
    const params: Record<string, unknown>[] = [
      {},
      { roles: null },
      { roles: 'hub' },
      { roles: [] },
      { roles: ['hub', {}] },
      { roles: ['hub'], __proto__: null, x: 1 },
    ];
    for (const wrong of params) {
      expect(roleIn.accepts(wrong)).toBe(false);
      expect(roleIn.check({ roles: ['hub'] }, wrong).met).toBe(false);
    }
  });

  it('tells its parameters, or what it is told to tell', () => {
    const plain = guard<object, string>({ code: 'field-filled', read: word('field'), met: () => false });
    const telling = guard<object, string>({
      code: 'field-filled',
      read: word('field'),
      met: () => true,
      tells: (_facts, field) => ({ field, more: 1 }),
    });
    expect(plain.check({}, { field: 'schedule' })).toEqual({ code: 'field-filled', params: { field: 'schedule' }, met: false });
    expect(telling.check({}, { field: 'schedule' })).toEqual({ code: 'field-filled', params: { field: 'schedule', more: 1 }, met: true });
  });
});

describe('parameters', () => {
  it('that should not be there are not accepted', () => {
    expect(nothing({})).toEqual({});
    expect(nothing({ a: 1 })).toBeNull();
    expect(word('a')({ a: 'x', b: 'y' })).toBeNull();
    expect(wordList('a')({ a: ['x'], b: 'y' })).toBeNull();
  });

  it('are words, and one of those known', () => {
    expect(word('a')({ a: 'x' })).toBe('x');
    expect(word('a')({ a: '' })).toBeNull();
    expect(word('a', ['x', 'y'])({ a: 'z' })).toBeNull();
    expect(wordList('a', ['x', 'y'])({ a: ['y', 'x'] })).toEqual(['y', 'x']);
    expect(wordList('a', ['x', 'y'])({ a: ['y', 'z'] })).toBeNull();
  });
});

describe('a text', () => {
  it.each([null, undefined, '', ' \n\t ', '.', '\u0301'])('like %j says nothing', (text) => {
    expect(isWritten(text)).toBe(false);
  });
});
