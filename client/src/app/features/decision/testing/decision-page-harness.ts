import { ComponentHarness, HarnessPredicate, type TestElement } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { TextFieldHarness } from '../../../ui/form/testing/text-field-harness';
import { RefusalsHarness } from '../../../ui/refusals/testing/refusals-harness';
import { TagHarness } from '../../../ui/tag/testing/tag-harness';

const words = async (element: TestElement): Promise<string> => (await element.text()).replace(/\s+/g, ' ').trim();

/** A criterion of the scorecard, by its name. */
export class CriterionFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-criterion-field';

  private readonly legend = this.locatorFor('legend');
  private readonly anchorTexts = this.locatorForAll('dl > div');
  private readonly radios = this.locatorForAll('input[type="radio"]');
  private readonly note = this.locatorFor('textarea');
  private readonly faultText = this.locatorForOptional('.error');

  static named(name: string): HarnessPredicate<CriterionFieldHarness> {
    return new HarnessPredicate(CriterionFieldHarness, {}).addOption('name', name, async (harness, wanted) =>
      (await (await harness.legend()).text()).startsWith(wanted),
    );
  }

  async anchors(): Promise<string[]> {
    return Promise.all((await this.anchorTexts()).map(words));
  }

  async choose(score: string): Promise<void> {
    for (const radio of await this.radios()) if ((await radio.getProperty<string>('value')) === score) await radio.click();
  }

  async chosen(): Promise<string | null> {
    for (const radio of await this.radios()) if (await radio.getProperty<boolean>('checked')) return radio.getProperty<string>('value');
    return null;
  }

  async write(text: string): Promise<void> {
    const note = await this.note();
    await note.setInputValue(text);
    await note.dispatchEvent('input');
  }

  async written(): Promise<string> {
    return (await this.note()).getProperty<string>('value');
  }

  async fault(): Promise<string | null> {
    return (await this.faultText())?.text() ?? null;
  }

  /** Whether the first of the scores has the focus. */
  async isFocused(): Promise<boolean> {
    return (await this.radios())[0]?.isFocused() ?? false;
  }
}

/** The page of a decision, part by part. */
export class DecisionPageHarness extends ComponentHarness {
  static readonly hostSelector = 'polku-decision-page';

  private readonly headings = this.locatorForAll('h2');
  private readonly evidenceItems = this.locatorForAll('polku-evidence-pack article');
  private readonly panelRows = this.locatorForAll('polku-panel-box li');
  private readonly opinionArticles = this.locatorForAll('polku-opinions article');
  private readonly outcomes = this.locatorForAll('polku-decide-form input[type="radio"]');

  readonly criterion = (name: string) => this.locatorFor(CriterionFieldHarness.named(name))();
  readonly field = (label: string) => this.locatorFor(TextFieldHarness.labelled(label))();
  readonly fieldIfThere = (label: string) => this.locatorForOptional(TextFieldHarness.labelled(label))();

  async text(): Promise<string> {
    return words(await this.host());
  }

  /** The names of the parts that are there. */
  async parts(): Promise<string[]> {
    return Promise.all((await this.headings()).map(words));
  }

  async evidence(): Promise<string[]> {
    return Promise.all((await this.evidenceItems()).map(words));
  }

  async panel(): Promise<string[]> {
    return Promise.all((await this.panelRows()).map(words));
  }

  async opinions(): Promise<string[]> {
    return Promise.all((await this.opinionArticles()).map(words));
  }

  async tags(): Promise<string[]> {
    return Promise.all((await this.locatorForAll(TagHarness)()).map((it) => it.text()));
  }

  async refusals(): Promise<string[]> {
    return (await this.locatorForOptional(RefusalsHarness)())?.sentences() ?? [];
  }

  async press(text: string | RegExp): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }

  async buttons(): Promise<string[]> {
    return Promise.all((await this.locatorForAll(MatButtonHarness)()).map((it) => it.getText()));
  }

  /** What has the keyboard, by its label or its words; empty when nothing of the page has it. */
  async focused(): Promise<string> {
    for (const it of await this.locatorForAll('button, input, textarea, h2')()) {
      if (!(await it.isFocused())) continue;
      const id = await it.getAttribute('id');
      const label = id ? await this.locatorForOptional(`label[for="${id}"]`)() : null;
      const around = (await it.getProperty<string>('type')) === 'radio' ? await it.getProperty<string>('value') : null;
      return around ?? words(label ?? it);
    }
    return '';
  }

  async choose(outcome: string): Promise<void> {
    for (const radio of await this.outcomes()) if ((await radio.getProperty<string>('value')) === outcome) await radio.click();
  }
}
