import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router } from '@angular/router';
import { ChallengesApi } from '../../api/challenges-api';
import { IdeasApi } from '../../api/ideas-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Session } from '../../session/session';
import { TextFieldHarness } from '../../ui/form/testing/text-field-harness';
import { SubmitPage } from './submit-page';

const kept = 'polku.draft.aleksandrow.maja';

describe('submitting an idea', () => {
  const submit = jest.fn();
  const choices = jest.fn();
  let fixture: ComponentFixture<SubmitPage>;
  let loader: HarnessLoader;

  const show = async (challenge?: string): Promise<void> => {
    fixture = TestBed.createComponent(SubmitPage);
    fixture.componentRef.setInput('challenge', challenge);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  };
  const field = (label: string) => loader.getHarness(TextFieldHarness.labelled(label));
  const press = async (text: string): Promise<void> => {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  const words = (): string => fixture.nativeElement.textContent;
  const write = async (): Promise<void> => {
    await (await field('What did you notice?')).type('Nowhere to sit');
    await (await field('Title')).type('A bench');
  };

  beforeEach(async () => {
    localStorage.clear();
    submit.mockReset();
    choices.mockReset().mockResolvedValue([]);
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: IdeasApi, useValue: { submit } },
        { provide: ChallengesApi, useValue: { choices } },
        { provide: Session, useValue: { organisation: () => 'aleksandrow', membership: () => ({ member: 'maja' }) } },
      ],
    });
    await show();
  });

  it('says in place what is missing, and goes to the first of it', async () => {
    await press('Submit the idea');
    expect(await (await field('What did you notice?')).error()).toBe('This is needed');
    expect(await (await field('Title')).error()).toBe('This is needed');
    expect(words()).toContain('2 fields need another look.');
    expect(submit).not.toHaveBeenCalled();
    await write();
    await fixture.whenStable();
    expect(words()).not.toContain('another look');
  });

  it('keeps the draft as one writes, and finds it again', async () => {
    await write();
    await fixture.whenStable();
    fixture.destroy();
    await show();
    expect(await (await field('Title')).text()).toBe('A bench');
    expect(words()).toContain('Here is the draft that you left');
  });

  it('sends it once, forgets the draft and goes to the idea', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    submit.mockResolvedValue({ number: 31 });
    await write();
    await press('Submit the idea');
    expect(submit).toHaveBeenCalledWith('aleksandrow', expect.objectContaining({ title: 'A bench', joinTeam: true }), expect.any(String));
    expect(localStorage.getItem(kept)).toBeNull();
    expect(navigate).toHaveBeenCalledWith(['/', 'aleksandrow', 'ideas', 31], { state: { submitted: true } });
  });

  it('tries again under the same key when no answer came', async () => {
    submit.mockRejectedValue(new ProblemError('offline', 0, ''));
    await write();
    await press('Submit the idea');
    expect(words()).toContain('the draft stays on this device');
    await press('Submit the idea');
    const [one, two] = submit.mock.calls;
    expect(one?.[2]).toBe(two?.[2]);
    expect(localStorage.getItem(kept)).toContain('A bench');
  });

  it('shows what the server says of a field, and takes a new key after it', async () => {
    submit.mockRejectedValue(new ProblemError('invalid', 422, '', [], undefined, [{ path: 'title', code: 'bad-character', message: '' }]));
    await write();
    await press('Submit the idea');
    expect(await (await field('Title')).error()).toBe('This contains a character that is not allowed');
    await (await field('Title')).type('Another bench');
    await press('Submit the idea');
    const [one, two] = submit.mock.calls;
    expect(one?.[2]).not.toBe(two?.[2]);
  });

  it('counts when a text comes near its limit, and says when it is too long', async () => {
    const title = await field('Title');
    await title.enter('x'.repeat(250));
    expect(await title.count()).toBe('250 / 300');
    await title.enter('x'.repeat(301));
    expect(await title.error()).toBe('This is too long');
  });

  describe('with challenges that are open', () => {
    const open = [
      { id: 'c-shade', question: 'Where is shade?' },
      { id: 'c-noise', question: 'What is too loud?' },
    ];
    const select = (): HTMLSelectElement => fixture.nativeElement.querySelector('#idea-challenge');
    const chosen = async (): Promise<string> => {
      await fixture.whenStable();
      return select().selectedOptions[0]?.text ?? '';
    };
    const choose = async (question: string): Promise<void> => {
      select().value = open.find((it) => it.question === question)?.id ?? '';
      select().dispatchEvent(new Event('input'));
      select().dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };

    beforeEach(() => choices.mockResolvedValue(open));

    it('answers the one that somebody comes from, or another, and keeps the choice', async () => {
      submit.mockResolvedValue({ number: 31 });
      jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
      await show('c-noise');
      expect(choices).toHaveBeenLastCalledWith('aleksandrow', 'open');
      expect(await chosen()).toBe('What is too loud?');
      await choose('Where is shade?');
      await write();
      await show();
      expect(await chosen()).toBe('Where is shade?');
      await press('Submit the idea');
      expect(submit).toHaveBeenCalledWith('aleksandrow', expect.objectContaining({ challenge: 'c-shade' }), expect.any(String));
    });

    it('answers none that is unknown, or closes before it is sent', async () => {
      await show('c-closed');
      expect(await chosen()).toBe('No challenge');
      await choose('Where is shade?');
      await write();
      submit.mockRejectedValue(
        new ProblemError('invalid', 422, '', [], undefined, [{ path: 'challenge', code: 'challenge-not-open', message: '' }]),
      );
      await press('Submit the idea');
      expect(words()).toContain('This challenge takes no ideas now');
    });
  });

  it('discards the draft', async () => {
    await write();
    await press('Discard the draft');
    expect(await (await field('Title')).text()).toBe('');
    expect(localStorage.getItem(kept)).toBeNull();
  });
});
