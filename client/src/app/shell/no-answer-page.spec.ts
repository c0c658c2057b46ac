import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DOCUMENT } from '@angular/common';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Moments } from '../i18n/moments';
import { NoAnswerPage } from './no-answer-page';

describe('a page that could not be reached', () => {
  const assign = jest.fn();
  const looked = jest.fn<Promise<{ ok: boolean }>, []>();

  beforeEach(() => {
    assign.mockReset();
    sessionStorage.clear();
    Object.assign(globalThis, { fetch: looked });
  });

  const open = async (without: 'answer' | 'files' = 'answer'): Promise<ComponentFixture<NoAnswerPage>> => {
    const location = { assign };
    const page = new Proxy(document, {
      get: (target, key) => {
        if (key === 'location') return location;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    TestBed.configureTestingModule({ providers: [provideTestI18n(), { provide: DOCUMENT, useValue: page }] });
    const fixture = TestBed.createComponent(NoAnswerPage);
    fixture.componentRef.setInput('to', '/aleksandrow/board?tag=water');
    fixture.componentRef.setInput('without', without);
    await fixture.whenStable();
    // What it looked at is answered, and drawn.
    await Promise.allSettled(looked.mock.results.map(({ value }) => value));
    await fixture.whenStable();
    return fixture;
  };

  const textOf = (fixture: ComponentFixture<NoAnswerPage>): string => (fixture.nativeElement as HTMLElement).textContent ?? '';

  it('says without a network what is not possible and what is kept, and goes on by itself once there is one', async () => {
    looked.mockRejectedValue(new TypeError('Failed to fetch'));
    const fixture = await open();
    expect(textOf(fixture)).toContain('No connection to Polku');
    expect(textOf(fixture)).toContain('What you have typed on this device is kept.');
    expect(assign).not.toHaveBeenCalled();
    looked.mockResolvedValue({ ok: true });
    const gone = new Promise((went) => assign.mockImplementation(went));
    dispatchEvent(new Event('online'));
    await gone;
    expect(assign).toHaveBeenCalledWith('/aleksandrow/board?tag=water');
  });

  it('offers to try again when the server is there after all, and does not do so by itself: that might never end', async () => {
    looked.mockResolvedValue({ ok: true });
    const fixture = await open();
    expect(textOf(fixture)).toContain('Try again');
    dispatchEvent(new Event('online'));
    await fixture.whenStable();
    expect(assign).not.toHaveBeenCalled();
    (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
    expect(assign).toHaveBeenCalledWith('/aleksandrow/board?tag=water');
  });

  it('loads the page anew when only its files were not to be had, and leaves it to people when that has just not helped', async () => {
    looked.mockResolvedValue({ ok: true });
    await open('files');
    expect(assign).toHaveBeenCalledWith('/aleksandrow/board?tag=water');
    assign.mockReset();
    TestBed.resetTestingModule();
    const fixture = await open('files');
    expect(assign).not.toHaveBeenCalled();
    expect(textOf(fixture)).toContain('Try again');
  });

  it('loads it anew once more a minute later', async () => {
    looked.mockResolvedValue({ ok: true });
    await open('files');
    TestBed.resetTestingModule();
    const later = new Date(Date.now() + 61_000).toISOString();
    jest.spyOn(Moments.prototype, 'now').mockReturnValue(later);
    await open('files');
    jest.restoreAllMocks();
    expect(assign).toHaveBeenCalledTimes(2);
  });
});
