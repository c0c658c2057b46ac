import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mdiClose } from '@mdi/js';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Icon } from './icon/icon';
import { IconHarness } from './icon/testing/icon-harness';
import { Logo } from './logo/logo';
import { LogoHarness } from './logo/testing/logo-harness';
import { PathDots } from './path-line/path-dots';
import { StationMark, type StationState } from './path-line/station-mark';
import { PathDotsHarness } from './path-line/testing/path-dots-harness';
import { StationMarkHarness } from './path-line/testing/station-mark-harness';
import { Skeleton } from './states/skeleton';
import { SkeletonHarness } from './states/testing/skeleton-harness';

@Component({
  selector: 'polku-pictures',
  imports: [Icon, Logo, PathDots, Skeleton, StationMark],
  template: `
    <polku-icon [path]="path" />
    <polku-logo />
    <polku-path-dots [states]="states" />
    <polku-skeleton [lines]="5" />
    <polku-station-mark state="now" gate="Pilot?" place="last" />
  `,
})
class Pictures {
  readonly path = mdiClose;
  readonly states: readonly StationState[] = ['done', 'now', 'ahead'];
}

describe('pictures', () => {
  const make = async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(Pictures);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.loader(fixture);
  };

  it('are never read aloud: what they show stands beside them in words', async () => {
    const loader = await make();
    const pictures = await Promise.all([
      loader.getHarness(IconHarness),
      loader.getHarness(LogoHarness),
      loader.getHarness(PathDotsHarness),
      loader.getHarness(SkeletonHarness),
      loader.getHarness(StationMarkHarness),
    ]);
    for (const picture of pictures) expect(await picture.isHiddenFromReaders()).toBe(true);
  });

  it('an icon draws its path', async () => {
    expect(await (await (await make()).getHarness(IconHarness)).drawn()).toBe(mdiClose);
  });

  it('a path in one row has a dot for each station', async () => {
    expect(await (await (await make()).getHarness(PathDotsHarness)).states()).toEqual(['done', 'now', 'ahead']);
  });

  it('a station shows its state, its place and the decision behind it', async () => {
    const mark = await (await make()).getHarness(StationMarkHarness);
    expect(new Set(await mark.looks())).toEqual(new Set(['now', 'last']));
    expect(await mark.gate()).toBe('Pilot?');
  });

  it('a skeleton has as many lines as will be there', async () => {
    expect(await (await (await make()).getHarness(SkeletonHarness)).lines()).toBe(5);
  });
});
