import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beginEarly } from './begin-early';
import { Session } from './session/session';

jest.mock('./shell/shell', () => ({}));
jest.mock('./features/board/board-page', () => ({}));

describe('what is asked for before the router comes to it', () => {
  const known = jest.fn();

  const openedAt = (pathname: string): void => {
    const page = { location: { pathname }, querySelectorAll: () => [] };
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { known } },
        { provide: DOCUMENT, useValue: page },
      ],
    });
    TestBed.runInInjectionContext(beginEarly);
  };

  beforeEach(() => known.mockReset().mockResolvedValue(null));

  it.each(['/', '/aleksandrow', '/aleksandrow/board', '/aleksandrow/ideas/7'])('is who is signed in, at %s', (address) => {
    openedAt(address);
    expect(known).toHaveBeenCalledTimes(1);
  });

  it.each(['/sign-in', '/guest'])('is nothing at %s, where nobody needs to be signed in', (address) => {
    openedAt(address);
    expect(known).not.toHaveBeenCalled();
  });
});
