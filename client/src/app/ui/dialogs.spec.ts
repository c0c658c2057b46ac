import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Dialogs } from './dialogs';

@Component({
  selector: 'polku-question',
  template: `
    <input aria-label="First" />
    <input aria-label="Second" />
    <button type="button" (click)="dialog.close('yes')">Yes</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Question {
  protected readonly dialog = inject<MatDialogRef<Question, string>>(MatDialogRef);
}

describe('a dialog', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const [dialogs, material] = [TestBed.inject(Dialogs), TestBed.inject(MatDialog)];
    const opening = firstValueFrom(material.afterOpened);
    const answer = dialogs.open<string>(Question, {});
    const opened = await opening;
    return { opened, answer };
  };
  const part = (selector: string) => {
    const found = document.querySelector<HTMLElement>(`polku-question ${selector}`);
    if (!found) throw new Error(`The question has no ${selector}.`);
    return found;
  };

  it('leaves the focus where somebody put it while it was still opening', async () => {
    const { opened, answer } = await open();
    TestBed.tick();
    part('[aria-label="Second"]').focus();
    await firstValueFrom(opened.afterOpened());
    await new Promise((resolve) => requestAnimationFrame(resolve));
    TestBed.tick();
    expect(document.activeElement).toBe(part('[aria-label="Second"]'));
    part('button').click();
    expect(await answer).toBe('yes');
  });
});
