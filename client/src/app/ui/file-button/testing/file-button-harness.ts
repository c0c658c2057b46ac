import { ComponentHarness } from '@angular/cdk/testing';

/** A button that chooses a file. */
export class FileButtonHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-file-button';

  private readonly control = this.locatorFor('input[type="file"]');
  private readonly labelled = this.locatorFor('label');

  async label(): Promise<string> {
    return (await this.labelled()).text();
  }

  /** What the dialog of the browser offers. */
  async accepts(): Promise<string | null> {
    return (await this.control()).getAttribute('accept');
  }

  async takesMany(): Promise<boolean> {
    return (await this.control()).getProperty<boolean>('multiple');
  }

  /** The ids of the words that name the control. */
  async namedBy(): Promise<string | null> {
    return (await this.control()).getAttribute('aria-labelledby');
  }
}
