import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AttachmentView } from '#contracts';
import { AttachmentsApi } from '../../../api/attachments-api';
import { CommentsApi } from '../../../api/comments-api';
import { DecisionsApi } from '../../../api/decisions-api';
import { ExperimentsApi } from '../../../api/experiments-api';
import { IdeasApi } from '../../../api/ideas-api';
import { ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import type { Upload } from '../../../api/upload';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Installation } from '../../../session/installation';
import { OpenIdea } from '../open-idea';
import { IdeaAttachments } from './idea-attachments';
import { IdeaAttachmentsHarness } from './testing/idea-attachments-harness';

const anAttachment = (id: string, more: Partial<AttachmentView> = {}): AttachmentView => ({
  id,
  name: `${id}.png`,
  type: 'image/png',
  bytes: 1_234_567,
  by: { id: 'm-tomek', name: 'Tomek', unit: 'Roads' },
  at: '2026-03-02T08:00:00Z',
  mayRemove: true,
  ...more,
});
const aFile = (name: string, size = 10): File => new File(['x'.repeat(size)], name);

describe('IdeaAttachments', () => {
  const api = { ofIdea: jest.fn(), add: jest.fn(), remove: jest.fn(), addressOf: (...parts: string[]) => `/${parts.join('/')}` };
  const nothing = { read: jest.fn(), history: jest.fn(), ofIdea: jest.fn() };
  let fixture: ComponentFixture<IdeaAttachments>;

  const show = async (...attachments: AttachmentView[]): Promise<IdeaAttachmentsHarness> => {
    api.ofIdea.mockResolvedValue({ items: attachments, next: null });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        OpenIdea,
        { provide: AttachmentsApi, useValue: api },
        { provide: Installation, useValue: { limits: () => ({ attachmentBytes: 1_000 }) } },
        ...[CommentsApi, IdeasApi, DecisionsApi, ExperimentsApi, RolloutsApi].map((provide) => ({ provide, useValue: nothing })),
      ],
    });
    TestBed.inject(OpenIdea).open('aleksandrow', 12);
    fixture = TestBed.createComponent(IdeaAttachments);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, IdeaAttachmentsHarness);
  };

  /** Until what follows from an answer is fetched and shown. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 10; round += 1) await fixture.whenStable();
  };

  beforeEach(() => {
    jest.resetAllMocks();
    nothing.history.mockResolvedValue({ items: [], next: null });
    nothing.ofIdea.mockResolvedValue({ items: [], next: null });
  });

  it('shows name, size, who and when, and saves from the address of the file', async () => {
    const page = await show(anAttachment('sketch'), anAttachment('plan', { bytes: 12, mayRemove: false }));
    const [sketch, plan] = await page.attachments();
    expect(await sketch?.about()).toMatch(/^1.2 MB · Tomek, /);
    expect(await sketch?.address()).toBe('/aleksandrow/sketch');
    expect(await plan?.about()).toMatch(/^12 bytes · Tomek, /);
    expect([await sketch?.buttons(), await plan?.buttons()]).toEqual([['Remove'], []]);
  });

  it('sends files that are dropped one after the other, says how far it is, and shows them', async () => {
    const sent: { name: string; done: () => void; sending: Upload }[] = [];
    api.add.mockImplementation(
      (_organisation: string, _number: number, { name }: File, sending: Upload) =>
        new Promise<void>((done) => sent.push({ name, done, sending })),
    );
    const page = await show();
    await page.drop(aFile('one.png'), aFile('two.png'));
    sent[0]?.sending.progress(0.4);
    fixture.detectChanges();
    expect(await page.progress()).toEqual(['one.png: 40%', 'two.png: waits']);
    api.ofIdea.mockResolvedValue({ items: [anAttachment('one')], next: null });
    sent[0]?.done();
    await settled();
    expect([await page.names(), await page.told(), sent.map(({ name }) => name)]).toEqual([
      ['one.png'],
      'one.png is attached',
      ['one.png', 'two.png'],
    ]);
  });

  it('says why a file was not taken, and sends again what may be taken the second time, as the same', async () => {
    api.add.mockRejectedValueOnce(new ProblemError('invalid', 422, '', [], undefined, [{ path: 'file', code: 'file-type', message: '' }]));
    const page = await show();
    await page.drop(aFile('page.html'), aFile('film.png', 1_001));
    await fixture.whenStable();
    expect(await page.refusals()).toEqual(['page.html Files of this type cannot be attached', 'film.png Larger than 0 MB']);
    expect(api.add).toHaveBeenCalledTimes(1);
    await page.press('Dismiss');
    await page.press('Dismiss');
    api.add.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    await page.drop(aFile('photo.png'));
    await fixture.whenStable();
    api.add.mockResolvedValue(anAttachment('photo'));
    await page.press('Try again');
    await fixture.whenStable();
    expect(await page.refusals()).toEqual([]);
    const keys = api.add.mock.calls.slice(1).map(([, , , { key }]: [string, number, File, Upload]) => key);
    expect(keys[0]).toBe(keys[1]);
  });

  it('removes a file after a question', async () => {
    const page = await show(anAttachment('sketch'));
    const [sketch] = await page.attachments();
    await sketch?.press('Remove');
    expect(await sketch?.buttons()).toEqual(['Remove', 'Keep']);
    await sketch?.press('Keep');
    expect(api.remove).not.toHaveBeenCalled();
    await sketch?.press('Remove');
    api.ofIdea.mockResolvedValue({ items: [], next: null });
    await sketch?.press('Remove');
    await settled();
    expect(api.remove).toHaveBeenCalledWith('aleksandrow', 'sketch');
    expect(await page.names()).toEqual([]);
    expect(document.activeElement?.id).toBe('attachments');
  });
});
