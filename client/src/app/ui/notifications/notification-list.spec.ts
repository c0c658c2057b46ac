import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { NotificationView } from '#contracts';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { NotificationList } from './notification-list';
import { NotificationListHarness } from './testing/notification-list-harness';

const told: NotificationView = {
  id: '0190f3a0-0000-7000-8000-000000000001',
  kind: 'moved',
  number: 12,
  title: 'Green bus stops',
  at: '2026-11-02T09:00:00.000Z',
  readAt: null,
  text: 'Green bus stops is in Pilot now',
  reason: 'Ready to be tried',
  link: '/aleksandrow/ideas/12',
};

describe('NotificationList', () => {
  const opened = jest.fn();

  const show = async (...items: NotificationView[]): Promise<NotificationListHarness> => {
    opened.mockReset();
    TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] });
    const fixture = TestBed.createComponent(NotificationList, {
      bindings: [inputBinding('items', () => items), outputBinding('opened', opened)],
    });
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, NotificationListHarness);
  };

  it('says what happened and why, and which of it is unread', async () => {
    const list = await show(told, {
      ...told,
      id: '0190f3a0-0000-7000-8000-000000000002',
      readAt: '2026-11-02T10:00:00.000Z',
      reason: null,
    });
    const [first, second] = await list.texts();
    expect(first).toMatch(/^New: Green bus stops is in Pilot now ?Ready to be tried ?#12/);
    expect(second).toMatch(/^Green bus stops is in Pilot now ?#12/);
    expect(await list.unread()).toBe(1);
  });

  it('leads to what it is about, without loading the page anew', async () => {
    const list = await show(told);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    expect(await list.addresses()).toEqual(['/aleksandrow/ideas/12']);
    await list.open(0);
    expect(opened).toHaveBeenCalledWith(told);
    expect(navigate).toHaveBeenCalledWith('/aleksandrow/ideas/12');
  });
});
