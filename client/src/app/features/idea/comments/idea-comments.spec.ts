import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CommentView } from '#contracts';
import { CommentsApi } from '../../../api/comments-api';
import { DecisionsApi } from '../../../api/decisions-api';
import { ExperimentsApi } from '../../../api/experiments-api';
import { IdeasApi } from '../../../api/ideas-api';
import { MembersApi } from '../../../api/members-api';
import { ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Messages } from '../../../ui/messages/messages';
import { OpenIdea } from '../open-idea';
import { IdeaComments } from './idea-comments';
import { IdeaCommentsHarness } from './testing/idea-comments-harness';

const maja = { id: 'm-maja', name: 'Maja', unit: 'Education' };
const tomek = { id: 'm-tomek', name: 'Tomek', unit: 'Roads' };

const aComment = (id: string, more: Partial<CommentView> = {}): CommentView => ({
  id,
  version: 1,
  by: tomek,
  at: '2026-03-02T08:00:00Z',
  editedAt: null,
  deletedAt: null,
  deletedBy: null,
  body: `Comment ${id}`,
  mentions: [],
  mayEdit: true,
  mayDelete: true,
  ...more,
});

describe('IdeaComments', () => {
  const api = { ofIdea: jest.fn(), write: jest.fn(), edit: jest.fn(), delete: jest.fn() };
  const members = { list: jest.fn() };
  const said = jest.fn<void, Parameters<Messages['sayDone']>>();
  const nothing = { read: jest.fn(), history: jest.fn().mockResolvedValue({ items: [], next: null }), ofIdea: jest.fn() };
  let fixture: ComponentFixture<IdeaComments>;

  const show = async (...comments: CommentView[]): Promise<IdeaCommentsHarness> => {
    api.ofIdea.mockResolvedValue({ items: comments.toReversed(), next: null });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        OpenIdea,
        { provide: Messages, useValue: { sayDone: said } },
        { provide: CommentsApi, useValue: api },
        { provide: MembersApi, useValue: members },
        { provide: IdeasApi, useValue: nothing },
        { provide: DecisionsApi, useValue: nothing },
        { provide: ExperimentsApi, useValue: nothing },
        { provide: RolloutsApi, useValue: nothing },
      ],
    });
    TestBed.inject(OpenIdea).open('aleksandrow', 12);
    return draw();
  };

  const draw = async (): Promise<IdeaCommentsHarness> => {
    fixture = TestBed.createComponent(IdeaComments);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, IdeaCommentsHarness);
  };

  beforeEach(() => {
    jest.resetAllMocks();
    nothing.history.mockResolvedValue({ items: [], next: null });
    sessionStorage.clear();
    members.list.mockResolvedValue({
      items: [
        { ...maja, roles: ['employee'] },
        { ...tomek, roles: ['employee'] },
        { id: 'm-sanna', name: 'Sanna', unit: null, roles: ['resident'] },
      ],
      next: null,
    });
  });

  // What reads Markdown is loaded when it is first needed.
  beforeAll(() => import('../../../ui/rich-text/markdown'));

  it('shows the oldest first, with the names that are meant', async () => {
    const list = await show(aComment('1'), aComment('2', { body: 'Ask @Maja. She **knows**.', mentions: [maja], by: maja }));
    expect(await list.texts()).toEqual(['Comment 1', 'Ask @Maja. She knows.']);
    const [, second] = await list.comments();
    expect([await second?.names(), await second?.who()]).toEqual([['@Maja'], 'Maja']);
  });

  it('says that there is none, and sends none', async () => {
    const list = await show();
    expect(fixture.nativeElement.textContent).toContain('Nobody has said anything yet.');
    await list.write('   ');
    expect(await list.canSend()).toBe(false);
  });

  it('offers colleagues behind an @, and names who was picked', async () => {
    const list = await show();
    api.write.mockResolvedValue(aComment('3'));
    await list.write('Ask @');
    while ((await list.offered()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await list.offered()).toEqual(['Maja Education', 'Tomek Roads']);
    await list.key('down');
    await list.key('enter');
    expect(await list.written()).toBe('Ask @Tomek ');
    expect(await list.offered()).toEqual([]);
    await list.send();
    expect(api.write).toHaveBeenCalledWith('aleksandrow', 12, { body: 'Ask @Tomek', mentions: ['m-tomek'] }, expect.any(String));
    expect(await list.written()).toBe('');
  });

  it('keeps what was written when it does not arrive, and sends it again as the same', async () => {
    const list = await show();
    api.write.mockRejectedValueOnce(new ProblemError('offline', 0, '')).mockResolvedValue(aComment('3'));
    await list.write('A thought.');
    await list.send();
    expect(await list.written()).toBe('A thought.');
    expect(await list.alert()).not.toBe('');
    expect(sessionStorage.getItem('polku.typed.aleksandrow.12.comment')).toContain('A thought.');
    await list.send();
    const [[, , , first], [, , , second]] = api.write.mock.calls as [unknown[], unknown[]];
    expect(first).toBe(second);
    expect(sessionStorage.getItem('polku.typed.aleksandrow.12.comment')).toBeNull();
  });

  it('keeps who is named with the text, over a visit elsewhere', async () => {
    const list = await show();
    api.write.mockResolvedValue(aComment('3'));
    await list.write('Ask @');
    while ((await list.offered()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await list.key('enter');
    fixture.destroy();
    const again = await draw();
    expect(await again.written()).toBe('Ask @Maja ');
    await again.send();
    expect(api.write).toHaveBeenCalledWith('aleksandrow', 12, { body: 'Ask @Maja', mentions: ['m-maja'] }, expect.any(String));
  });

  it('keeps what is written while another is under way', async () => {
    const list = await show();
    let arrive = (_: CommentView): void => undefined;
    api.write.mockReturnValue(new Promise<CommentView>((resolve) => (arrive = resolve)));
    await list.write('One.');
    await list.send();
    await list.write(' Two.');
    arrive(aComment('3', { body: 'One.' }));
    await fixture.whenStable();
    expect(await list.written()).toBe('One. Two.');
  });

  it('sends the next as soon as one is answered, however long it takes to be shown', async () => {
    const list = await show();
    api.write.mockResolvedValue(aComment('3'));
    api.ofIdea.mockReturnValue(new Promise(() => undefined));
    await list.write('One.');
    await list.send();
    await list.write('Two.');
    expect(await list.canSend()).toBe(true);
    await list.send();
    expect(api.write.mock.calls.map(([, , said]: unknown[]) => said)).toEqual([
      { body: 'One.', mentions: [] },
      { body: 'Two.', mentions: [] },
    ]);
  });

  it('says that it is too long, and cuts nothing', async () => {
    const list = await show();
    await list.paste('x'.repeat(10_001));
    expect([(await list.written()).length, await list.fault(), await list.canSend()]).toEqual([10_001, 'This is too long', false]);
  });

  it('says what the server finds wrong with it', async () => {
    const list = await show();
    const fault = { path: 'mentions', code: 'not-a-member' as const, message: '' };
    api.write.mockRejectedValue(new ProblemError('invalid', 422, '', [], undefined, [fault]));
    await list.write('Ask somebody.');
    await list.send();
    expect(await list.alert()).toBe('This is not a member of the organisation');
  });

  it('is changed in place; who changed it meanwhile is shown, and nothing is lost', async () => {
    const list = await show(aComment('1'));
    api.edit.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], aComment('1', { version: 2, body: 'Theirs.' })));
    api.edit.mockResolvedValue(aComment('1', { version: 3, body: 'Mine.' }));
    const [comment] = await list.comments();
    await comment?.press('Edit');
    await comment?.write('Mine.');
    await comment?.press('Save');
    expect([await comment?.alert(), await comment?.written()]).toEqual([expect.stringContaining('“Theirs.”'), 'Mine.']);
    await comment?.press('Save');
    expect(api.edit).toHaveBeenLastCalledWith('aleksandrow', '1', { version: 2, body: 'Mine.', mentions: [] });
    expect(await list.texts()).toEqual(['Mine.']);
  });

  it('asks before it replaces what was changed elsewhere while it was written, though that is shown already', async () => {
    const list = await show(aComment('1'));
    const theirs = aComment('1', { version: 2, body: 'Theirs.' });
    api.edit.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], theirs));
    const [comment] = await list.comments();
    await comment?.press('Edit');
    await comment?.write('Mine.');
    TestBed.inject(OpenIdea).comments.replace(theirs);
    await comment?.press('Save');
    expect(api.edit).toHaveBeenCalledWith('aleksandrow', '1', { version: 1, body: 'Mine.', mentions: [] });
    expect([await comment?.alert(), await comment?.written()]).toEqual([expect.stringContaining('“Theirs.”'), 'Mine.']);
  });

  it('leaves what is being written in sight when the hub takes the comment away', async () => {
    const list = await show(aComment('1'));
    const [comment] = await list.comments();
    await comment?.press('Edit');
    await comment?.write('Mine.');
    TestBed.inject(OpenIdea).comments.replace(
      aComment('1', { version: 2, body: '', deletedAt: '2026-03-02T09:00:00Z', deletedBy: maja, mayEdit: false, mayDelete: false }),
    );
    expect([await comment?.alert(), await comment?.written()]).toEqual([expect.stringContaining('has been deleted'), 'Mine.']);
    await comment?.press('Cancel');
    expect((await list.texts())[0]).toContain('Deleted by Maja');
  });

  it('keeps a change that is not saved over a visit elsewhere, and what it began with', async () => {
    const list = await show(aComment('1'), aComment('2'));
    const [comment] = await list.comments();
    await comment?.press('Edit');
    await comment?.write('Mine.');
    fixture.destroy();
    api.edit.mockResolvedValue(aComment('1', { version: 2, body: 'Mine.' }));
    const again = await draw();
    const [kept, other] = await again.comments();
    expect([await kept?.written(), await other?.isEdited()]).toEqual(['Mine.', false]);
    await kept?.press('Save');
    expect(api.edit).toHaveBeenCalledWith('aleksandrow', '1', { version: 1, body: 'Mine.', mentions: [] });
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('gives a change back when cancelling it was a slip', async () => {
    const list = await show(aComment('1'));
    const [comment] = await list.comments();
    await comment?.press('Edit');
    await comment?.press('Cancel');
    expect(said).not.toHaveBeenCalled();
    await comment?.press('Edit');
    await comment?.write('Mine.');
    await comment?.press('Cancel');
    expect(await comment?.isEdited()).toBe(false);
    const [told, undo] = said.mock.lastCall ?? [];
    expect(told).toBe('What you wrote was not saved.');
    undo?.run();
    await fixture.whenStable();
    expect(await comment?.written()).toBe('Mine.');
  });

  it('is not left by a key while a change is being saved', async () => {
    const list = await show(aComment('1'));
    const [comment] = await list.comments();
    api.edit.mockReturnValue(new Promise(() => undefined));
    await comment?.press('Edit');
    await comment?.write('Mine.');
    await comment?.press('Save');
    await comment?.escape();
    expect([said.mock.calls.length, await comment?.isEdited()]).toEqual([0, true]);
  });

  it('forgets a change that somebody cancels', async () => {
    const list = await show(aComment('1'));
    const [comment] = await list.comments();
    await comment?.press('Edit');
    await comment?.write('Mine.');
    await comment?.press('Cancel');
    fixture.destroy();
    const [again] = await (await draw()).comments();
    expect(await again?.isEdited()).toBe(false);
  });

  it('leaves the keyboard where one was', async () => {
    const list = await show(aComment('1'));
    const [comment] = await list.comments();
    const focused = (): string => document.activeElement?.textContent.trim() ?? '';
    document.body.append(fixture.nativeElement);
    for (const [pressed, expected] of [
      ['Edit', ''],
      ['Cancel', 'Edit'],
      ['Delete', 'Delete'],
      ['Cancel', 'Delete'],
      ['Delete', 'Delete'],
    ] as const) {
      await comment?.press(pressed);
      expect([pressed, focused()]).toEqual([pressed, expected]);
    }
    api.ofIdea.mockResolvedValue({ items: [aComment('1', { body: '', deletedAt: '2026-03-02T09:00:00Z', deletedBy: maja })], next: null });
    await comment?.press('Delete');
    await fixture.whenStable();
    expect(focused()).toContain('Deleted by Maja');
  });

  it('is deleted after a question', async () => {
    const list = await show(aComment('1'));
    const [comment] = await list.comments();
    await comment?.press('Delete');
    expect(api.delete).not.toHaveBeenCalled();
    api.ofIdea.mockResolvedValue({ items: [aComment('1', { body: '', deletedAt: '2026-03-02T09:00:00Z', deletedBy: maja })], next: null });
    await comment?.press('Delete');
    expect(api.delete).toHaveBeenCalledWith('aleksandrow', '1');
    await fixture.whenStable();
    expect((await list.texts())[0]).toContain('Deleted by Maja');
  });
});
