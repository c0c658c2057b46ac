import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '../../session/session';
import { BoardLook } from './board-look';

describe('BoardLook', () => {
  const organisation = signal('aleksandrow');

  const start = (): BoardLook => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [BoardLook, { provide: Session, useValue: { organisation } }] });
    return TestBed.inject(BoardLook);
  };

  beforeEach(() => {
    localStorage.clear();
    organisation.set('aleksandrow');
  });

  it('keeps on the device how somebody likes the board, for each organisation', () => {
    const look = start();
    look.fold('scale');
    look.toggleCompact();
    const again = start();
    expect([again.isFolded('scale'), again.isFolded('pilot'), again.compact()]).toEqual([true, false, true]);
    organisation.set('lindvik');
    expect([again.isFolded('scale'), again.compact()]).toEqual([false, false]);
  });

  it('unfolds what is folded', () => {
    const look = start();
    look.fold('scale');
    look.fold('scale');
    expect(start().isFolded('scale')).toBe(false);
  });

  it.each(['not json', '{"compact":1}', '{"compact":true,"folded":[1]}'])('takes no notice of what it did not keep: %s', (kept) => {
    localStorage.setItem('polku.board.aleksandrow', kept);
    expect(start().compact()).toBe(false);
  });
});
