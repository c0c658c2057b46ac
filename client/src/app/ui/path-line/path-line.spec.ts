import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { PathLine } from './path-line';
import { PathLineHarness } from './testing/path-line-harness';

describe('PathLine', () => {
  it('says where the idea stands, and which decisions lie between', async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(PathLine);
    fixture.componentRef.setInput('stations', [
      { key: 'submitted', name: 'Submitted', state: 'done', gate: null, detail: '12 Mar' },
      { key: 'explore-idea', name: 'Explore idea', state: 'now', gate: 'time' },
      { key: 'explore-set-up', name: 'Explore set-up', state: 'ahead', gate: null },
    ]);
    await fixture.whenStable();
    const line = await TestbedHarnessEnvironment.harnessForFixture(fixture, PathLineHarness);
    expect(await line.current()).toBe('Explore idea');
    const [first, second, third] = await line.words();
    expect(first).toMatch(/Submitted.*done.*12 Mar/);
    expect(second).toMatch(/Explore idea.*here now.*then the time decision/);
    expect(third).toMatch(/Explore set-up.*still to come/);
  });

  it('says of an idea beside the path where it left it, and that it is nowhere on it', async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(PathLine);
    fixture.componentRef.setInput('stations', [
      { key: 'submitted', name: 'Submitted', state: 'done', gate: null },
      { key: 'explore-idea', name: 'Explore idea', state: 'left', gate: 'time', detail: 'Stopped, 20 May' },
    ]);
    await fixture.whenStable();
    const line = await TestbedHarnessEnvironment.harnessForFixture(fixture, PathLineHarness);
    expect(await line.current()).toBeNull();
    const left = (await line.words())[1];
    expect(left).toMatch(/Explore idea.*left the path here.*Stopped, 20 May$/);
    expect(left).not.toMatch(/here now|then the time decision/);
  });
});
