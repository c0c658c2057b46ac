import { TestBed } from '@angular/core/testing';
import { EarlyLetters } from './early-letters';

describe('letters that come before the field they are meant for', () => {
  const type = (...keys: readonly string[]): KeyboardEvent[] =>
    keys.map((key) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event;
    });

  const page = jest.fn();

  beforeEach(() => {
    page.mockReset();
    document.body.addEventListener('keydown', page);
  });

  afterEach(() => document.body.removeEventListener('keydown', page));

  it('are kept, and are no shortcuts of the page', () => {
    const early = TestBed.inject(EarlyLetters);
    early.keep();
    const events = type('ż', 'ó', 'x', 'Backspace', 'ł', 'w', ' ', '1');
    expect(early.take()).toBe('żółw 1');
    expect(events.every((it) => it.defaultPrevented)).toBe(true);
    expect(page).not.toHaveBeenCalled();
  });

  it('leave the keys alone that write nothing', () => {
    const early = TestBed.inject(EarlyLetters);
    early.keep();
    type('Escape', 'Tab', 'ArrowDown');
    expect(early.take()).toBe('');
    expect(page).toHaveBeenCalledTimes(3);
  });

  it('are the page’s again once they were taken, and none comes twice', () => {
    const early = TestBed.inject(EarlyLetters);
    early.keep();
    type('a');
    early.take();
    type('b');
    expect(page).toHaveBeenCalledTimes(1);
    early.keep();
    expect(early.take()).toBe('');
  });
});
