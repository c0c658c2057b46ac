import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { LessonsApi } from '../../api/lessons-api';
import { ProblemError } from '../../api/problem-error';
import { UnitsApi } from '../../api/units-api';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { LessonsPage } from './lessons-page';
import { aLesson } from './testing/a-lesson';
import { LessonsPageHarness } from './testing/lessons-page-harness';

const roads = '01900000-0000-7000-8000-0000000000b1';

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Outlet {}

describe('the page of lessons', () => {
  const api = { find: jest.fn() };
  const lesson = (title: string, id = title) => aLesson({ id, idea: { ...aLesson().idea, title } });
  let page: LessonsPageHarness;

  const open = async (address = '/aleksandrow/lessons'): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([{ path: ':organisation/lessons', component: LessonsPage }], withComponentInputBinding()),
        { provide: LessonsApi, useValue: api },
        { provide: UnitsApi, useValue: { list: () => Promise.resolve({ items: [{ id: roads, name: 'Roads' }], next: null }) } },
        { provide: Session, useValue: { organisation: signal('aleksandrow') } },
      ],
    });
    await TestBed.inject(Languages).start();
    const fixture = TestBed.createComponent(Outlet);
    await TestBed.inject(Router).navigateByUrl(address);
    await fixture.whenStable();
    page = await TestbedHarnessEnvironment.loader(fixture).getHarness(LessonsPageHarness);
  };
  const asked = (): unknown => api.find.mock.lastCall?.[1];
  const url = (): string => TestBed.inject(Router).url;

  beforeEach(() => {
    jest.resetAllMocks();
    api.find.mockResolvedValue({ items: [lesson('Green bus stops')], next: null });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks for what stands in the address', async () => {
    await open(`/aleksandrow/lessons?q=shade&unit=${roads}&kind=checklist&ended=stopped`);
    expect(api.find).toHaveBeenCalledWith('aleksandrow', { q: 'shade', unit: roads, kind: 'checklist', ended: 'stopped' });
    expect(await page.written()).toBe('shade');
    expect(await page.lessons()).toEqual(['Green bus stops']);
  });

  it('does not ask for what can be no answer', async () => {
    await open('/aleksandrow/lessons?unit=roads&kind=gut-feeling&ended=badly');
    expect(asked()).toEqual({});
  });

  it('writes filters into the address, and words after a pause', async () => {
    await open();
    await page.choose('unit', 'Roads');
    await page.choose('kind', 'checklist');
    await page.choose('ended', 'Stopped');
    expect(url()).toBe(`/aleksandrow/lessons?unit=${roads}&kind=checklist&ended=stopped`);
    const before = api.find.mock.calls.length;
    jest.useFakeTimers();
    await page.type('sh');
    await page.type('shade');
    expect(api.find).toHaveBeenCalledTimes(before);
    await jest.advanceTimersByTimeAsync(300);
    jest.useRealTimers();
    expect(await page.lessons()).toEqual(['Green bus stops']);
    expect(url()).toContain('q=shade');
    expect(asked()).toEqual({ q: 'shade', unit: roads, kind: 'checklist', ended: 'stopped' });
    expect(api.find).toHaveBeenCalledTimes(before + 1);
  });

  it('goes on page by page', async () => {
    api.find.mockResolvedValueOnce({ items: [lesson('Third'), lesson('Second')], next: 'after-second' });
    await open();
    expect(await page.text()).toContain('2 lessons shown, there are more');
    api.find.mockResolvedValueOnce({ items: [lesson('First')], next: null });
    await page.press('Show more');
    expect(asked()).toMatchObject({ cursor: 'after-second' });
    expect(await page.lessons()).toEqual(['Third', 'Second', 'First']);
  });

  it('teaches where there is none yet when the first is written', async () => {
    api.find.mockResolvedValue({ items: [], next: null });
    await open();
    expect(await page.text()).toContain('The first lesson is written when an experiment ends');
  });

  it('says that nothing matches, and shows all again', async () => {
    api.find.mockResolvedValueOnce({ items: [], next: null });
    await open('/aleksandrow/lessons?q=zzz&ended=stopped');
    expect(await page.text()).toContain('No lesson matches');
    await page.press('Show all lessons');
    expect(url()).toBe('/aleksandrow/lessons');
    expect(await page.lessons()).toEqual(['Green bus stops']);
  });

  it('says why nothing came, and tries again', async () => {
    api.find.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    await open();
    expect(await page.text()).toContain('Polku cannot be reached');
    await page.press('Try again');
    expect(await page.lessons()).toEqual(['Green bus stops']);
  });
});
