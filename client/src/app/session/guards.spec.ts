import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Router } from '@angular/router';
import type { MeView, Role } from '#contracts';
import { ProblemError } from '../api/problem-error';
import { SessionApi } from '../api/session-api';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { hubOnly, memberOf, toFirstBoard } from './guards';

@Component({ selector: 'polku-nothing', template: '' })
class Nothing {}

const person = (...roles: Role[]): MeView => ({
  name: 'Hanna',
  email: 'hanna@aleksandrow.example',
  language: 'en',
  showsPresence: true,
  organisations: [
    {
      slug: 'aleksandrow',
      name: 'Aleksandrow',
      timeZone: 'Europe/Warsaw',
      pathway: 'helsingborg',
      boardFilter: null,
      member: 'h',
      roles,
      unit: null,
    },
  ],
});

describe('guards', () => {
  const read = jest.fn();

  const visit = async (url: string): Promise<string> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        { provide: SessionApi, useValue: { read } },
        provideRouter([
          { path: '', pathMatch: 'full', canActivate: [toFirstBoard], children: [] },
          { path: 'sign-in', component: Nothing },
          { path: 'nothing-here', component: Nothing },
          { path: 'guest', component: Nothing },
          {
            path: ':organisation',
            canActivate: [memberOf],
            children: [
              { path: 'board', component: Nothing },
              { path: 'import', canActivate: [hubOnly], component: Nothing },
            ],
          },
        ]),
      ],
    });
    await RouterTestingHarness.create(url);
    return TestBed.inject(Router).url;
  };

  beforeEach(() => read.mockReset());

  it('send whoever is not signed in to sign in, and back', async () => {
    read.mockRejectedValue(new ProblemError('not-signed-in', 401, ''));
    expect(await visit('/aleksandrow/board?peek=2')).toBe('/sign-in?return=%2Faleksandrow%2Fboard%3Fpeek%3D2');
  });

  it('show residents, who may use no page yet, why', async () => {
    read.mockResolvedValue(person('resident'));
    expect(await visit('/aleksandrow/board')).toBe('/guest');
  });

  it('start at the board of the first organisation', async () => {
    read.mockResolvedValue(person('employee'));
    expect(await visit('/')).toBe('/aleksandrow/board');
  });

  it('show nothing of another organisation', async () => {
    read.mockResolvedValue(person('admin'));
    expect(await visit('/lindvik/board')).toBe('/nothing-here');
  });

  it('let the hub and administrators import, others not', async () => {
    read.mockResolvedValue(person('admin'));
    expect(await visit('/aleksandrow/import')).toBe('/aleksandrow/import');
    TestBed.resetTestingModule();
    read.mockResolvedValue(person('employee'));
    expect(await visit('/aleksandrow/import')).toBe('/aleksandrow/board');
  });
});
