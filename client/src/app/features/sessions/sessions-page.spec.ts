import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { SessionView } from '#contracts';
import { ProblemError } from '../../api/problem-error';
import { SessionsApi } from '../../api/sessions-api';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Messages } from '../../ui/messages/messages';
import { SessionsPage } from './sessions-page';
import { SessionsPageHarness } from './testing/sessions-page-harness';

const aSession = (more: Partial<SessionView>): SessionView => ({
  id: 'a',
  browser: 'Firefox',
  system: 'Windows',
  signedInAt: '2026-03-02T08:00:00Z',
  lastSeenAt: '2026-03-02T09:00:00Z',
  current: false,
  ...more,
});
const here = aSession({ id: 'here', current: true });

describe('SessionsPage', () => {
  const api = { list: jest.fn(), end: jest.fn(), endOthers: jest.fn() };
  const say = jest.fn();

  const open = async (): Promise<SessionsPageHarness> => {
    TestBed.configureTestingModule({
      providers: [provideTestI18n(), { provide: SessionsApi, useValue: api }, { provide: Messages, useValue: { say } }],
    });
    const fixture = TestBed.createComponent(SessionsPage);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, SessionsPageHarness);
  };

  beforeEach(() => {
    jest.resetAllMocks();
    api.list.mockResolvedValue({ items: [here, aSession({ browser: 'Safari', system: 'iPhone' })], next: null });
  });

  it('names each place and says which is this one, which cannot be ended here', async () => {
    const places = await (await open()).places();
    expect(places[0]).toContain('Firefox · Windows');
    expect(places[0]).toContain('This browser');
    expect(places[0]).toContain('in use now');
    expect(places[0]).not.toContain('Sign out');
    expect(places[1]).toContain('Safari · iPhone');
  });

  it('tells apart who signed in twice in one minute', async () => {
    const twice = [aSession({ id: 'b', signedInAt: '2026-03-02T08:00:05Z' }), aSession({ id: 'c', signedInAt: '2026-03-02T08:00:41Z' })];
    api.list.mockResolvedValue({ items: [here, ...twice], next: null });
    const [, one, other] = await (await open()).places();
    expect(one).not.toBe(other);
  });

  it('says when each was last used, to the second, or that it was just now', async () => {
    const now = new Date();
    const [lately, before] = [{ lastSeenAt: now.toISOString() }, { lastSeenAt: '2026-03-02T09:00:07Z' }];
    api.list.mockResolvedValue({ items: [here, aSession({ id: 'b', ...lately }), aSession({ id: 'c', ...before })], next: null });
    const [, one, other] = await (await open()).places();
    expect(one).toContain('last seen this minute');
    expect(other).toMatch(/last seen 2 Mar 2026, \d\d:00:07/);
  });

  it('ends a place after asking once more, and says so', async () => {
    const page = await open();
    await page.press('Sign out there');
    expect(await page.asks()).toContain('Sign out there?');
    await page.press('Cancel');
    expect(await page.asks()).toBeNull();
    expect(api.end).not.toHaveBeenCalled();
    api.list.mockResolvedValue({ items: [here], next: null });
    await page.press('Sign out there');
    await page.press('Sign out there');
    expect(api.end).toHaveBeenCalledWith('a');
    expect(say).toHaveBeenCalledWith('Signed out there');
    expect(await page.places()).toHaveLength(1);
  });

  it('ends all others after asking once more', async () => {
    const page = await open();
    await page.press('Sign out everywhere else');
    await page.press('Sign out everywhere else');
    expect(api.endOthers).toHaveBeenCalled();
    expect(api.end).not.toHaveBeenCalled();
  });

  it('takes one that has ended meanwhile for ended, and says what else went wrong', async () => {
    const page = await open();
    api.end.mockRejectedValueOnce(new ProblemError('not-found', 404, ''));
    await page.press('Sign out there');
    await page.press('Sign out there');
    expect(say).toHaveBeenCalledWith('Signed out there');
    api.end.mockRejectedValueOnce(new ProblemError('busy', 503, ''));
    await page.press('Sign out there');
    await page.press('Sign out there');
    expect(await page.problem()).toContain('busy');
  });
});
