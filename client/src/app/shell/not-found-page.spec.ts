import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Session } from '../session/session';
import { WaysOnHarness } from '../ui/states/testing/ways-on-harness';
import { NotFoundPage } from './not-found-page';

describe('an address that leads nowhere', () => {
  const show = async (
    organisation: string,
    organisations: readonly { readonly slug: string }[],
  ): Promise<ComponentFixture<NotFoundPage>> => {
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        {
          provide: Session,
          useValue: { organisation: () => organisation, me: () => (organisations.length > 0 ? { organisations } : null) },
        },
      ],
    });
    const fixture = TestBed.createComponent(NotFoundPage);
    await fixture.whenStable();
    return fixture;
  };

  it('leads on to the board, the list, and a search', async () => {
    const ways = await TestbedHarnessEnvironment.loader(await show('lindvik', [{ slug: 'aleksandrow' }])).getHarness(WaysOnHarness);
    expect(await ways.ways()).toEqual([
      ['Go to the board', '/lindvik/board'],
      ['All ideas', '/lindvik/ideas'],
    ]);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await ways.search(' bench ');
    expect(navigate).toHaveBeenCalledWith(['/', 'lindvik', 'ideas'], { queryParams: { q: 'bench' } });
  });

  it('outside every organisation leads into the first one of the person', async () => {
    const ways = await TestbedHarnessEnvironment.loader(await show('', [{ slug: 'aleksandrow' }])).getHarness(WaysOnHarness);
    expect((await ways.ways())[0]).toEqual(['Go to the board', '/aleksandrow/board']);
  });

  it('leads whoever has no organisation to the start', async () => {
    const page = (await show('', [])).nativeElement as HTMLElement;
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/');
    expect(page.textContent).toContain('To the start');
  });
});
