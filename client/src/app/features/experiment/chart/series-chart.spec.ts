import { TestBed } from '@angular/core/testing';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { anExperiment } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { picturesOf, type Picture } from './pictures';
import { SeriesChart } from './series-chart';

describe('a chart', () => {
  const series = [
    { on: '2026-03-16', line: 'test' as const, estimate: 0.85, lower: 0.64, upper: 0.948 },
    { on: '2026-03-30', line: 'test' as const, estimate: 0.875, lower: 0.739, upper: 0.945 },
  ];

  let world: ExperimentWorld;
  beforeEach(async () => {
    world = new ExperimentWorld(anExperiment());
    await world.begin();
  });

  const show = async (picture: Picture | undefined): Promise<HTMLElement> => {
    const fixture = TestBed.createComponent(SeriesChart);
    fixture.componentRef.setInput('picture', picture);
    fixture.componentRef.setInput('confidence', 95);
    fixture.componentRef.setInput('title', 'Share of days');
    await world.settle();
    await fixture.whenStable();
    return fixture.nativeElement;
  };
  const [picture] = picturesOf(anExperiment({ card: aTestCard(), series }));

  it('says in words what it shows', async () => {
    const host = await show(picture);
    const said = host
      .querySelector('canvas')
      ?.getAttribute('aria-label')
      ?.replace(/\u00a0/g, ' ');
    expect(said).toMatch(
      /^test: from 85% on 16 Mar.* to 87.5% on 30 Mar.*, with the interval 73.9% to 94.5% at the end. threshold 70%. before 52%.$/,
    );
    expect(world.draw).toHaveBeenCalledTimes(1);
  });

  it('has a table of the same numbers', async () => {
    const host = await show(picture);
    const rows = [...host.querySelectorAll('tbody tr')].map((row) => [...row.children].map((it) => (it.textContent ?? '').trim()));
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      ['85%', '64% to 94.8%'],
      ['87.5%', '73.9% to 94.5%'],
    ]);
  });

  it('says where the picture could not be loaded that the numbers are in the table', async () => {
    world.pen.mockRejectedValue(new Error('gone'));
    const host = await show(picture);
    expect(host.querySelector('[role="status"]')?.textContent).toContain('The numbers stand in the table');
  });
});
