import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ProblemError } from '../../../api/problem-error';
import { anExperiment } from '../testing/an-experiment';
import { ExperimentWorld } from '../testing/experiment-world';
import { ImportForm, READING_PAUSE } from './import-form';

describe('many measurements at once', () => {
  let world: ExperimentWorld;
  let fixture: ComponentFixture<ImportForm>;

  const words = (): string => fixture.nativeElement.textContent.replace(/\s+/g, ' ');
  const record = (): HTMLButtonElement => fixture.nativeElement.querySelector('.actions button');
  const paste = async (text: string): Promise<void> => {
    const area: HTMLTextAreaElement = fixture.nativeElement.querySelector('textarea');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await jest.advanceTimersByTimeAsync(READING_PAUSE);
    await world.settle();
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    world = new ExperimentWorld(anExperiment());
    await world.begin();
    fixture = TestBed.createComponent(ImportForm);
    await world.settle();
  });
  afterEach(() => jest.useRealTimers());

  it('are looked through before anything is recorded, and every fault is told by its row and column', async () => {
    world.api.import.mockResolvedValue({
      total: 2,
      errors: [{ row: 3, column: 'successes', code: 'more-than-total' }],
      errorCount: 1,
      experiment: null,
    });
    await paste('on;successes;total\n2026-03-03;17;20\n2026-03-04;21;20');
    expect(world.api.import).toHaveBeenCalledWith('aleksandrow', anExperiment().id, {
      text: 'on;successes;total\n2026-03-03;17;20\n2026-03-04;21;20',
      dryRun: true,
    });
    expect(words()).toContain('Row 3, column “successes”: This is more than were observed');
    expect(fixture.nativeElement.querySelector('td.wrong')?.textContent).toContain('21');
    expect(record().disabled).toBe(true);
  });

  it('without a first row that names the columns, are told that it is missing, once and with an example', async () => {
    const unknown = ['2026-03-03', '17', '20'].map((column) => ({ row: 1, column, code: 'unknown-field' }));
    const missing = ['on', 'successes', 'total'].map((column) => ({ row: 1, column, code: 'required' }));
    world.api.import.mockResolvedValue({ total: 1, errors: [...unknown, ...missing], errorCount: 6, experiment: null });
    await paste('2026-03-03;17;20\n2026-03-04;18;20');
    expect(words()).toContain('The first row must name the columns, for example:on;successes;total;note');
    expect(words()).not.toContain('Row 1');
    expect(record().disabled).toBe(true);
  });

  it('are recorded all together once every row is right', async () => {
    world.api.import.mockResolvedValue({ total: 2, errors: [], errorCount: 0, experiment: null });
    await paste('on;successes;total\n2026-03-03;17;20\n2026-03-04;18;20');
    expect(words()).toContain('2 measurements can be recorded');
    const after = anExperiment({ version: 5 });
    world.api.import.mockResolvedValue({ total: 2, errors: [], errorCount: 0, experiment: after });
    const left = jest.fn();
    fixture.componentInstance.leave.subscribe(left);
    record().click();
    await world.settle();
    expect(world.api.import).toHaveBeenLastCalledWith('aleksandrow', after.id, {
      text: 'on;successes;total\n2026-03-03;17;20\n2026-03-04;18;20',
    });
    expect(world.open.experiment.value()).toBe(after);
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('what was pasted stays when the server cannot be reached', async () => {
    world.api.import.mockRejectedValue(new ProblemError('offline', 0, ''));
    await paste('on;successes;total\n2026-03-03;17;20');
    expect(words()).toContain('cannot be reached');
    expect(fixture.nativeElement.querySelector('textarea').value).toContain('2026-03-03');
  });
});
