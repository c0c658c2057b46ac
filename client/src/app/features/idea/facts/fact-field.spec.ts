import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { EditIdea, IdeaView } from '#contracts';
import { DecisionsApi } from '../../../api/decisions-api';
import { ExperimentsApi } from '../../../api/experiments-api';
import { IdeasApi } from '../../../api/ideas-api';
import { ProblemError } from '../../../api/problem-error';
import { RolloutsApi } from '../../../api/rollouts-api';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { Messages } from '../../../ui/messages/messages';
import { OpenIdea } from '../open-idea';
import { anIdea } from '../testing/an-idea';
import { FactField } from './fact-field';

describe('a text of the idea', () => {
  const ideas = { read: jest.fn(), edit: jest.fn(), history: jest.fn() };
  const said = jest.fn<void, Parameters<Messages['sayDone']>>();
  let fixture: ComponentFixture<FactField>;
  let open: OpenIdea;

  const settle = async (): Promise<void> => {
    await fixture.whenStable();
  };
  const button = (name: string): HTMLButtonElement => {
    const host: HTMLElement = fixture.nativeElement;
    const found = [...host.querySelectorAll('button')].find((it) => (it.ariaLabel ?? it.textContent).trim() === name);
    if (!found) throw new Error(`No button "${name}" in: ${host.textContent}`);
    return found;
  };
  const press = async (name: string): Promise<void> => {
    button(name).click();
    await settle();
  };
  const words = (): string => fixture.nativeElement.textContent;
  const field = () => TestbedHarnessEnvironment.loader(fixture).getHarness(TextFieldHarness.labelled('Need'));

  const show = async (idea: IdeaView): Promise<void> => {
    ideas.read.mockResolvedValue(idea);
    ideas.history.mockResolvedValue({ items: [], next: null });
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        OpenIdea,
        { provide: Messages, useValue: { sayDone: said } },
        { provide: IdeasApi, useValue: ideas },
        { provide: DecisionsApi, useValue: { ofIdea: () => Promise.resolve({ items: [], next: null }) } },
        { provide: ExperimentsApi, useValue: { ofIdea: () => Promise.resolve({ items: [], next: null }) } },
        { provide: RolloutsApi, useValue: { read: () => Promise.resolve(null) } },
      ],
    });
    open = TestBed.inject(OpenIdea);
    open.open('aleksandrow', idea.number);
    fixture = TestBed.createComponent(FactField);
    fixture.componentRef.setInput('name', 'need');
    await settle();
  };

  beforeEach(() => {
    jest.resetAllMocks();
    sessionStorage.clear();
  });

  it('gives the keyboard back to the pen when it is left, and when it is saved', async () => {
    await show(anIdea());
    document.body.append(fixture.nativeElement as HTMLElement);
    await press('Edit: Need');
    expect(await (await field()).hasFocus()).toBe(true);
    await (await field()).type('Heat');
    await (await field()).pressEscape();
    expect(document.activeElement).toBe(button('Edit: Need'));
    ideas.edit.mockResolvedValue(anIdea({ version: 4, need: 'Heat' }));
    await press('Edit: Need');
    await (await field()).type('Heat');
    await press('Save');
    expect(document.activeElement).toBe(button('Edit: Need'));
  });

  it('gives back what was written when leaving it was a slip', async () => {
    await show(anIdea());
    await press('Edit: Need');
    await (await field()).pressEscape();
    expect(said).not.toHaveBeenCalled();
    await press('Edit: Need');
    await (await field()).type('Heat');
    await (await field()).pressEscape();
    expect([words().includes('Save'), Object.keys(sessionStorage)]).toEqual([false, []]);
    const [told, undo] = said.mock.lastCall ?? [];
    expect([told, undo?.name]).toEqual(['What you wrote was not saved.', 'Undo']);
    undo?.run();
    await settle();
    expect(await (await field()).text()).toBe('Heat');
    ideas.edit.mockResolvedValue(anIdea({ version: 4, need: 'Heat' }));
    await press('Save');
    expect(ideas.edit).toHaveBeenCalledWith('aleksandrow', 12, { version: 3, need: 'Heat' });
  });

  it('gives both back in turn when something newer has been written meanwhile', async () => {
    await show(anIdea());
    for (const text of ['Heat', 'Glare']) {
      await press('Edit: Need');
      await (await field()).type(text);
      if (text === 'Heat') await press('Cancel');
    }
    said.mock.lastCall?.[1].run();
    await settle();
    expect(await (await field()).text()).toBe('Heat');
    expect(said).toHaveBeenCalledTimes(2);
    said.mock.lastCall?.[1].run();
    await settle();
    expect(await (await field()).text()).toBe('Glare');
  });

  it('is not left by a key while it is being saved', async () => {
    await show(anIdea());
    ideas.edit.mockReturnValue(new Promise(() => undefined));
    await press('Edit: Need');
    await (await field()).type('Heat');
    button('Save').click();
    fixture.detectChanges();
    await (await field()).pressEscape();
    expect(said).not.toHaveBeenCalled();
    expect(await (await field()).text()).toBe('Heat');
  });

  it('keeps what was written for the next visit when it was given back after the page was left', async () => {
    await show(anIdea());
    await press('Edit: Need');
    await (await field()).type('Heat');
    await press('Cancel');
    fixture.destroy();
    said.mock.lastCall?.[1].run();
    fixture = TestBed.createComponent(FactField);
    fixture.componentRef.setInput('name', 'need');
    await settle();
    expect(await (await field()).text()).toBe('Heat');
  });

  it('leaves the keyboard where somebody has gone on while it was saved', async () => {
    await show(anIdea());
    const elsewhere = document.createElement('button');
    document.body.append(fixture.nativeElement as HTMLElement, elsewhere);
    let answer: (idea: IdeaView) => void = () => undefined;
    ideas.edit.mockReturnValue(new Promise<IdeaView>((done) => (answer = done)));
    await press('Edit: Need');
    await (await field()).type('Heat');
    button('Save').click();
    elsewhere.focus();
    answer(anIdea({ version: 4, need: 'Heat' }));
    await settle();
    expect(words()).not.toContain('Save');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('is saved by Ctrl and enter', async () => {
    await show(anIdea());
    ideas.edit.mockResolvedValue(anIdea({ version: 4, need: 'Heat' }));
    await press('Edit: Need');
    await (await field()).type('Heat');
    await (await field()).pressControlEnter();
    expect(ideas.edit).toHaveBeenCalledWith('aleksandrow', 12, { version: 3, need: 'Heat' });
    expect(words()).toContain('Heat');
    expect(words()).not.toContain('Save');
  });

  it('is only read by who may not edit', async () => {
    await show(anIdea({ mayEdit: false }));
    expect(words()).toContain('No shade at the stops');
    expect(fixture.nativeElement.querySelector('button')).toBeNull();
  });

  it('is saved with the version that was seen', async () => {
    await show(anIdea());
    ideas.edit.mockResolvedValue(anIdea({ version: 4, need: 'No shade, no bench' }));
    await press('Edit: Need');
    await (await field()).type('No shade, no bench');
    await press('Save');
    expect(ideas.edit).toHaveBeenCalledWith('aleksandrow', 12, { version: 3, need: 'No shade, no bench' });
    expect(words()).toContain('No shade, no bench');
  });

  it('must say something', async () => {
    await show(anIdea());
    await press('Edit: Need');
    await (await field()).type(' ');
    await press('Save');
    expect(await (await field()).error()).toBe('This is needed');
    expect(ideas.edit).not.toHaveBeenCalled();
  });

  it('is saved again when only another text was changed meanwhile', async () => {
    await show(anIdea());
    ideas.edit.mockImplementation((_organisation: string, _number: number, input: EditIdea) =>
      input.version === 3
        ? Promise.reject(new ProblemError('version-conflict', 409, '', [], anIdea({ version: 7, title: 'Cool stops' })))
        : Promise.resolve(anIdea({ version: 8, title: 'Cool stops', need: 'Heat' })),
    );
    await press('Edit: Need');
    await (await field()).type('Heat');
    await press('Save');
    expect(ideas.edit).toHaveBeenLastCalledWith('aleksandrow', 12, { version: 7, need: 'Heat' });
    expect(open.idea.value()?.title).toBe('Cool stops');
  });

  it('is shown beside the other text when somebody else wrote it meanwhile, and the person chooses', async () => {
    await show(anIdea());
    ideas.edit.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], anIdea({ version: 7, need: 'Rain' })));
    await press('Edit: Need');
    await (await field()).type('Heat');
    await press('Save');
    expect(words()).toContain('Somebody changed this while you wrote');
    expect(words()).toContain('Rain');
    expect(await (await field()).text()).toBe('Heat');

    ideas.edit.mockResolvedValue(anIdea({ version: 8, need: 'Heat' }));
    await press('Save my text');
    expect(ideas.edit).toHaveBeenLastCalledWith('aleksandrow', 12, { version: 7, need: 'Heat' });
    expect(words()).not.toContain('Rain');
  });

  it('gives one’s own text back when the other was taken by a slip', async () => {
    await show(anIdea());
    ideas.edit.mockRejectedValueOnce(new ProblemError('version-conflict', 409, '', [], anIdea({ version: 7, need: 'Rain' })));
    await press('Edit: Need');
    await (await field()).type('Heat');
    await press('Save');
    await press('Keep the text as it is now');
    expect(words()).toContain('Rain');
    said.mock.lastCall?.[1].run();
    await settle();
    expect(await (await field()).text()).toBe('Heat');
  });

  it('keeps what is typed when it could not be saved, and over a visit elsewhere', async () => {
    await show(anIdea());
    ideas.edit.mockRejectedValue(new ProblemError('offline', 0, ''));
    await press('Edit: Need');
    await (await field()).type('Heat');
    await press('Save');
    expect(words()).toContain('Polku cannot be reached');
    expect(await (await field()).text()).toBe('Heat');

    fixture.destroy();
    fixture = TestBed.createComponent(FactField);
    fixture.componentRef.setInput('name', 'need');
    await settle();
    expect(words()).toContain('What you typed earlier is still here');
    expect(await (await field()).text()).toBe('Heat');
  });

  it('does not lose what is typed when the idea changes under it', async () => {
    await show(anIdea());
    await press('Edit: Need');
    await (await field()).type('Heat');
    open.idea.set(anIdea({ version: 9, title: 'Cool stops' }));
    await settle();
    expect(await (await field()).text()).toBe('Heat');
  });
});
