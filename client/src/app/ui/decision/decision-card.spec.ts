import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { DecisionView } from '#contracts';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { DecisionCard } from './decision-card';
import { aDecision } from './testing/a-decision';
import { DecisionCardHarness } from './testing/decision-card-harness';

const irena = { id: 'irena', name: 'Irena', unit: null };

describe('the card of a decision', () => {
  const show = async (more: Partial<DecisionView>): Promise<DecisionCardHarness> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(DecisionCard);
    fixture.componentRef.setInput('decision', aDecision(more));
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, DecisionCardHarness);
  };

  it('says who decides, how far the panel is, and what a yes leads to', async () => {
    const card = await show({ panelSize: 3, scored: 2 });
    expect(await card.facts()).toEqual([
      'Decides: Oskar',
      '2 of 3 have scored',
      expect.stringContaining('Maja'),
      'Yes leads to: Explore set-up',
    ]);
  });

  it('says what must change', async () => {
    const card = await show({ state: 'decided', outcome: 'adapt', reason: 'Too wide', mustChange: 'Fewer stops' });
    expect(await (await card.host()).text()).toContain('What must change:Fewer stops');
  });

  it('says for whom one stands in', async () => {
    const card = await show({ actingFor: irena });
    expect((await card.facts())[0]).toBe('You decide in place of Irena, who is away');
  });

  it('says who decides while the decider is away', async () => {
    const card = await show({ away: { until: '2099-03-20', delegate: irena } });
    expect((await card.facts())[0]).toBe('Decides: Irena, in place of Oskar, who is away until 20 Mar 2099');
  });

  it('marks what was late, and what was decided against the verdict in whose place', async () => {
    expect(await (await show({ overdue: true })).marks()).toEqual([expect.stringContaining('late since')]);
    TestBed.resetTestingModule();
    const card = await show({
      state: 'decided',
      outcome: 'yes',
      reason: 'The people want it',
      decidedBy: irena,
      decidedAt: '2026-03-05T08:00:00Z',
      againstVerdict: true,
    });
    expect(await card.marks()).toEqual(['yes', 'against the verdict']);
    expect((await card.facts())[0]).toBe('Decided by Irena, in place of Oskar');
    expect(await card.text()).toContain('The people want it');
  });
});
