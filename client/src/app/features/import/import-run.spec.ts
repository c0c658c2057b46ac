import { TestBed } from '@angular/core/testing';
import type { ImportView } from '#contracts';
import { ImportsApi } from '../../api/imports-api';
import { ProblemError } from '../../api/problem-error';
import { Installation } from '../../session/installation';
import { ImportRun } from './import-run';

const view = (more: Partial<ImportView> = {}): ImportView => ({
  id: 'i1',
  state: 'done',
  dryRun: true,
  fileName: 'ideas.csv',
  columns: ['external_id', 'title', 'district'],
  sample: [],
  mapping: { externalId: 'external_id', title: 'title', need: 'title' },
  step: 'submitted',
  total: 2,
  processed: 2,
  created: 2,
  updated: 0,
  errors: [],
  errorCount: 0,
  createdAt: '2026-03-02T08:00:00Z',
  finishedAt: null,
  ...more,
});
const file = new File(['external_id,title\n1,Bench\n'], 'ideas.csv');

describe('an import', () => {
  const api = { try: jest.fn(), start: jest.fn(), read: jest.fn() };
  let run: ImportRun;

  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        ImportRun,
        { provide: ImportsApi, useValue: api },
        { provide: Installation, useValue: { limits: () => ({ importBytes: 25_000_000, importRows: 50_000 }) } },
      ],
    });
    run = TestBed.inject(ImportRun);
  });
  afterEach(() => jest.useRealTimers());

  it('is tried first, and may start when nothing is wrong', async () => {
    api.try.mockResolvedValue(view());
    await run.choose('aleksandrow', file);
    expect(api.try).toHaveBeenCalledWith('aleksandrow', { file, delimiter: ',', mapping: undefined });
    expect(run.mapping().need).toBe('title');
    expect(run.ready()).toBe(true);
  });

  it('may not start while there are faults', async () => {
    const fault = { row: 2, column: 'title', code: 'required' as const, message: '' };
    api.try.mockResolvedValue(view({ state: 'failed', errors: [fault], errorCount: 120 }));
    await run.choose('aleksandrow', file);
    expect(run.faults()).toEqual([fault]);
    expect(run.faultCount()).toBe(120);
    expect(run.ready()).toBe(false);
    expect(await run.start()).toBeUndefined();
    expect(api.start).not.toHaveBeenCalled();
  });

  it('says which field has no column, until one is chosen', async () => {
    const fault = { row: 1, column: null, field: 'need' as const, code: 'no-column' as const, message: '' };
    api.try.mockResolvedValue(view({ state: 'failed', mapping: { title: 'title' }, errors: [fault], errorCount: 1 }));
    await run.choose('aleksandrow', file);
    expect(run.missing()).toEqual(['need']);
    expect(run.faultsOfFile()).toEqual([]);
    run.map('need', 'title');
    expect(run.missing()).toEqual([]);
    expect(run.ready()).toBe(false);
  });

  it('is read again with the corrected columns before it starts', async () => {
    api.try.mockResolvedValue(view());
    await run.choose('aleksandrow', file);
    run.map('need', 'district');
    run.map('title', '');
    expect(run.ready()).toBe(false);
    await run.check();
    expect(api.try).toHaveBeenLastCalledWith(
      'aleksandrow',
      expect.objectContaining({ mapping: { externalId: 'external_id', need: 'district' } }),
    );
    expect(run.ready()).toBe(true);
  });

  it('is read with semicolons when they part the columns', async () => {
    api.try.mockRejectedValueOnce(
      new ProblemError('invalid', 422, '', [], undefined, [{ path: 'file', code: 'wrong-delimiter', message: '' }]),
    );
    await run.choose('aleksandrow', file);
    expect(run.has('wrong-delimiter')).toBe(true);
    api.try.mockResolvedValue(view());
    await run.readWith(';');
    expect(api.try).toHaveBeenLastCalledWith('aleksandrow', expect.objectContaining({ delimiter: ';' }));
    expect(run.ready()).toBe(true);
  });

  it('is watched until it is done, also over a time without an answer', async () => {
    api.try.mockResolvedValue(view());
    await run.choose('aleksandrow', file);
    api.start.mockResolvedValue(view({ id: 'i2', state: 'queued', processed: 0 }));
    api.read.mockResolvedValueOnce(view({ id: 'i2', state: 'running', processed: 1 }));
    api.read.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    api.read.mockResolvedValueOnce(view({ id: 'i2', state: 'done' }));
    expect(await run.start()).toBe('i2');
    expect(run.view()?.state).toBe('queued');
    await jest.advanceTimersByTimeAsync(400);
    expect(run.view()?.processed).toBe(1);
    await jest.advanceTimersByTimeAsync(400);
    expect(run.outOfReach()).toBe(true);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(run.outOfReach()).toBe(false);
    expect(run.view()?.state).toBe('done');
  });

  it('is found again by its id', async () => {
    api.read.mockResolvedValue(view({ id: 'i2', state: 'done', dryRun: false }));
    await run.find('aleksandrow', 'i2');
    expect(api.read).toHaveBeenCalledWith('aleksandrow', 'i2');
    expect(run.view()?.id).toBe('i2');
  });

  it('is not even sent when the file is too large', async () => {
    const large = new File([], 'large.csv');
    Object.defineProperty(large, 'size', { value: 26_000_000 });
    await run.choose('aleksandrow', large);
    expect(run.tooLarge()).toBe(true);
    expect(api.try).not.toHaveBeenCalled();
  });
});
