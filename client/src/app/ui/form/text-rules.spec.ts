import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { serverErrors } from './server-errors';
import { atMost, needed, numberBetween, numberIn, wholeFrom } from './text-rules';

describe('a number as people write it', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    [' 1 200.5 % ', 1200.5],
    ['−3', -3],
    ['', null],
    ['  ', null],
  ])('%j is %j', (text, number) => expect(numberIn(text)).toBe(number));

  it.each(['twelve', '1.2.3', '1e9', '0x10', '--1'])('%j is none', (text) => expect(numberIn(text)).toBeNaN());
});

describe('the rules of a form', () => {
  const kinds = (value: string): string[] =>
    TestBed.runInInjectionContext(() => {
      const fields = form(signal({ text: value }), (path) => {
        needed(path.text);
        atMost(path.text, 5);
      });
      return fields
        .text()
        .errors()
        .map((it) => it.kind);
    });
  const numbers = (value: string): string[] =>
    TestBed.runInInjectionContext(() => {
      const fields = form(signal({ share: value, count: value }), (path) => {
        numberBetween(path.share, 0, 100);
        wholeFrom(path.count, 1);
      });
      return [...fields.share().errors(), ...fields.count().errors()].map((it) => it.kind);
    });

  it('say what is missing and what is too long, without spaces around', () => {
    expect(kinds('  ')).toEqual(['required']);
    expect(kinds(' bench ')).toEqual([]);
    expect(kinds('benches')).toEqual(['too-long']);
  });

  it('bound numbers', () => {
    expect(numbers('50')).toEqual([]);
    expect(numbers('')).toEqual([]);
    expect(numbers('101')).toEqual(['too-large']);
    expect(numbers('0')).toEqual(['too-small']);
    expect(numbers('1,5')).toEqual(['not-whole']);
    expect(numbers('many')).toEqual(['not-a-number', 'not-a-number']);
  });

  it('find the field that the server speaks of', () => {
    TestBed.runInInjectionContext(() => {
      const fields = form(signal({ title: '', lesson: { observed: '' } }));
      const [inner, outer, unknown] = serverErrors(fields, [
        { path: 'lesson.observed', code: 'required', message: '' },
        { path: 'title', code: 'too-long', message: '' },
        { path: 'nowhere', code: 'unknown-field', message: '' },
      ]);
      expect(inner?.fieldTree).toBe(fields.lesson.observed);
      expect(outer).toEqual({ kind: 'too-long', fieldTree: fields.title });
      expect(unknown?.fieldTree).toBe(fields);
    });
  });
});
