import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Avatar } from './avatar/avatar';
import { AvatarHarness } from './avatar/testing/avatar-harness';
import { EmptyState } from './states/empty-state';
import { ErrorState } from './states/error-state';
import { EmptyStateHarness } from './states/testing/empty-state-harness';
import { ErrorStateHarness } from './states/testing/error-state-harness';
import { Tag } from './tag/tag';
import { TagHarness } from './tag/testing/tag-harness';

@Component({
  selector: 'polku-parts',
  imports: [Avatar, EmptyState, ErrorState, Tag],
  template: `
    <polku-avatar [name]="name()" />
    <polku-tag meaning="late">2 days late</polku-tag>
    <polku-empty-state heading="Nothing yet"><p>Begin here</p></polku-empty-state>
    <polku-error-state code="offline" (retry)="tries.set(tries() + 1)" />
  `,
})
class Parts {
  readonly name = signal<string | null>('Maja Nowak');
  readonly tries = signal(0);
}

describe('small parts', () => {
  const make = async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(Parts);
    await fixture.whenStable();
    return { parts: fixture.componentInstance, fixture, loader: TestbedHarnessEnvironment.loader(fixture) };
  };

  it('an avatar shows letters and says the name; a hidden name is a question mark', async () => {
    const { parts, fixture, loader } = await make();
    const avatar = await loader.getHarness(AvatarHarness);
    expect(await avatar.letters()).toBe('MN');
    expect(await avatar.name()).toBe('Maja Nowak');
    parts.name.set('Élodie');
    await fixture.whenStable();
    expect(await avatar.letters()).toBe('ÉL');
    parts.name.set(null);
    await fixture.whenStable();
    expect(await avatar.letters()).toBe('?');
  });

  it('a tag has a word and a meaning', async () => {
    const tag = await (await make()).loader.getHarness(TagHarness);
    expect(await tag.text()).toBe('2 days late');
    expect(await tag.meaning()).toBe('late');
  });

  it('an empty state teaches', async () => {
    const empty = await (await make()).loader.getHarness(EmptyStateHarness);
    expect(await empty.heading()).toBe('Nothing yet');
    expect(await empty.text()).toContain('Begin here');
  });

  it('an error state says what happened and can be tried again', async () => {
    const { parts, loader } = await make();
    const error = await loader.getHarness(ErrorStateHarness);
    expect(await error.text()).toContain('cannot be reached');
    await error.retry();
    expect(parts.tries()).toBe(1);
  });
});
