import { ComponentHarness } from '@angular/cdk/testing';
import { TextFieldHarness } from '../../form/testing/text-field-harness';

/** The three sentences of a lesson, as they are written. */
export class LessonFieldsHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-lesson-fields';

  private readonly fields = this.locatorForAll(TextFieldHarness);

  async labels(): Promise<string[]> {
    return Promise.all((await this.fields()).map((it) => it.label()));
  }

  /** Writes them in their order. */
  async write(...sentences: readonly string[]): Promise<void> {
    const fields = await this.fields();
    for (const [at, sentence] of sentences.entries()) await fields[at]?.type(sentence);
  }

  /** What is wrong with each, or null. */
  async errors(): Promise<(string | null)[]> {
    return Promise.all((await this.fields()).map((it) => it.error()));
  }
}
