import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { AboutView, MeView } from '#contracts';
import { ProblemError } from '../api/problem-error';
import { SessionApi } from '../api/session-api';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { SignInPage } from './sign-in-page';
import { SignInPageHarness } from './testing/sign-in-page-harness';

const me: MeView = { name: 'Maja', email: 'maja@aleksandrow.example', language: 'en', showsPresence: true, organisations: [] };
const limits: AboutView['limits'] = { importBytes: 1, importRows: 1, attachmentBytes: 1 };
const people: NonNullable<AboutView['demo']>['people'] = [
  { name: 'Maja', email: 'maja@aleksandrow.example', organisation: 'Aleksandrow', roles: ['employee'] },
  { name: 'Hanna', email: 'hanna@aleksandrow.example', organisation: 'Aleksandrow', roles: ['employee', 'hub'] },
  { name: 'Elin', email: 'elin@lindvik.example', organisation: 'Lindvik', roles: ['hub'] },
];

describe('SignInPage', () => {
  const api = { signIn: jest.fn(), about: jest.fn(), read: jest.fn() };
  const navigateByUrl = jest.fn();

  const open = async (inputs: Record<string, string> = {}): Promise<SignInPageHarness> => {
    TestBed.configureTestingModule({
      providers: [provideTestI18n(), { provide: SessionApi, useValue: api }, { provide: Router, useValue: { navigateByUrl } }],
    });
    const fixture = TestBed.createComponent(SignInPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, SignInPageHarness);
  };

  beforeEach(() => {
    jest.resetAllMocks();
    api.about.mockResolvedValue({ version: '1', limits, demo: null });
    api.signIn.mockResolvedValue(me);
    navigateByUrl.mockResolvedValue(true);
  });

  it('goes on to the page that was asked for', async () => {
    const page = await open({ return: '/aleksandrow/ideas/12#team' });
    await page.signIn(' maja@aleksandrow.example ', 'polku-demo');
    expect(api.signIn).toHaveBeenCalledWith({ email: 'maja@aleksandrow.example', password: 'polku-demo' });
    expect(navigateByUrl).toHaveBeenCalledWith('/aleksandrow/ideas/12#team');
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])('never leads out of Polku: %s', async (target) => {
    const page = await open({ return: target });
    await page.signIn('maja@aleksandrow.example', 'polku-demo');
    expect(navigateByUrl).toHaveBeenCalledWith('/');
  });

  it('says what is missing without asking the server', async () => {
    const page = await open();
    await page.signIn('', '');
    expect(await page.missing()).toEqual(['Please type your e-mail address', 'Please type your password']);
    expect(api.signIn).not.toHaveBeenCalled();
  });

  it('says in place when the password is wrong, or when there were too many attempts', async () => {
    api.signIn.mockRejectedValueOnce(new ProblemError('sign-in-failed', 401, ''));
    const page = await open();
    await page.signIn('maja@aleksandrow.example', 'wrong');
    expect(await page.message()).toContain('E-mail or password is wrong');
    api.signIn.mockRejectedValueOnce(new ProblemError('too-many-requests', 429, '', [], undefined, [], 30));
    await page.signIn('maja@aleksandrow.example', 'wrong');
    expect(await page.message()).toContain('30 seconds');
  });

  it('shows no people outside the demo', async () => {
    expect(await (await open()).demoPeople()).toEqual([]);
  });

  it('signs in a person of the demo with one click', async () => {
    api.about.mockResolvedValue({ version: '1', limits, demo: { people, password: 'polku-demo' } });
    const page = await open();
    expect(await page.demoPeople()).toEqual(['Majaemployee', 'Hannainnovation hub', 'Elininnovation hub']);
    await page.enterAs('Hanna');
    expect(api.signIn).toHaveBeenCalledWith({ email: 'hanna@aleksandrow.example', password: 'polku-demo' });
  });
});
