import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { filter, firstValueFrom } from 'rxjs';
import { PeekLinks } from './peek-links';

@Component({ template: '' })
class Nothing {}

describe('where the titles of cards lead', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [PeekLinks, provideRouter([{ path: '**', component: Nothing }])] });
  });

  const at = async (address: string): Promise<PeekLinks> => {
    await RouterTestingHarness.create(address);
    return TestBed.inject(PeekLinks);
  };

  it('is the board, with one idea beside it', async () => {
    const links = await at('/aleksandrow/board');
    expect(links.of(7)).toBe('/aleksandrow/board?peek=7');
  });

  it('keeps what the board is narrowed to, and forgets who was looked at before', async () => {
    const links = await at('/aleksandrow/board?tag=zieleń%20%26%20woda&peek=3&mine=yes');
    const { queryParams } = TestBed.inject(Router).parseUrl(links.of(7));
    expect(queryParams).toEqual({ tag: 'zieleń & woda', mine: 'yes', peek: '7' });
  });

  it('follows the address of the board', async () => {
    const links = await at('/aleksandrow/board');
    await TestBed.inject(Router).navigateByUrl('/aleksandrow/board?owner=nobody');
    expect(links.of(7)).toBe('/aleksandrow/board?owner=nobody&peek=7');
  });

  it('is opened without leaving the page', async () => {
    const links = await at('/aleksandrow/board?owner=nobody');
    const arrived = firstValueFrom(TestBed.inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)));
    links.open(7);
    expect((await arrived).url).toBe('/aleksandrow/board?owner=nobody&peek=7');
  });
});
