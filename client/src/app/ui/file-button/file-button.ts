import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** A button that chooses a file, or several. The browser's own control is there for keyboard and screen reader; its label looks like a button. */
@Component({
  selector: 'polku-file-button',
  template: `
    <input
      #chooser
      type="file"
      [id]="control()"
      [accept]="accept()"
      [multiple]="multiple()"
      [attr.aria-labelledby]="named() ? named() + ' ' + control() + '-label' : null"
      [attr.aria-describedby]="described()"
      (change)="take(chooser.files); chooser.value = ''"
    />
    <label [id]="control() + '-label'" [class]="look()" [attr.for]="control()">{{ label() }}</label>
  `,
  styles: `
    :host {
      position: relative;
      display: inline-block;
    }

    input {
      position: absolute;
      width: 1px;
      height: 1px;
      opacity: 0;
    }

    label {
      display: inline-block;
      border: 1px solid transparent;
      border-radius: 21px;
      padding: 9px 19px;
      font: 600 14.5px/20px var(--font);
      cursor: pointer;
    }

    .filled {
      background: var(--path);
      color: var(--on-path);
    }

    .outlined {
      border-color: var(--edge);
      padding: 9px 16px;
      color: var(--path);
    }

    input:focus-visible + label {
      outline: 3px solid var(--path);
      outline-offset: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileButton {
  readonly label = input.required<string>();
  /** The id of the control. */
  readonly control = input.required<string>();
  readonly accept = input.required<string>();
  readonly look = input<'filled' | 'outlined'>('outlined');
  /** The id of the words before it that say which file; they are part of its name. */
  readonly named = input<string | null>(null);
  /** The id of what describes it. */
  readonly described = input<string | null>(null);
  readonly multiple = input(false);
  /** Each file that was chosen. */
  readonly chosen = output<File>();

  protected take(files: FileList | null): void {
    for (const file of files ?? []) this.chosen.emit(file);
  }
}
