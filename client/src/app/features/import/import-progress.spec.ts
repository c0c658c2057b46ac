import { TestBed } from '@angular/core/testing';
import type { ImportView } from '#contracts';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { ImportProgress } from './import-progress';

const FAILED: ImportView = {
  id: '019ab000-0000-7000-8000-000000000000',
  state: 'failed',
  dryRun: false,
  fileName: 'ideas.csv',
  columns: ['title'],
  sample: [],
  mapping: { title: 'title', need: 'title' },
  step: 'submitted',
  total: 1000,
  processed: 250,
  created: 250,
  updated: 0,
  errors: [],
  errorCount: 0,
  createdAt: '2026-03-02T11:00:00Z',
  finishedAt: '2026-03-02T11:05:00Z',
};

async function said(view: ImportView): Promise<string> {
  await TestBed.inject(Languages).choose('en');
  const fixture = TestBed.createComponent(ImportProgress);
  fixture.componentRef.setInput('view', view);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent;
}

describe('an import that failed', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestI18n()] }));

  it('says what was written, and what to do, when the server gave it up', async () => {
    const error = { row: null, column: null, code: 'given-up', message: 'Polku could not go on.' } as const;
    expect(await said({ ...FAILED, errors: [error], errorCount: 1 })).toContain('250 of 1,000 rows are written and stay. Start again');
  });

  it('says less when its file is at fault: the faults stand below', async () => {
    const error = { row: 2, column: 'title', code: 'required', message: 'The title is empty.' } as const;
    expect(await said({ ...FAILED, processed: 0, created: 0, errors: [error], errorCount: 1 })).not.toContain('rows are written');
  });
});
