import { Injectable } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';

/**
 * Fills ICU messages (plurals, selects, numbers). Interprets what `intl-messageformat` parsed:
 * Transloco's own plugin compiles messages with `Function`, which the content security policy forbids.
 */
@Injectable()
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly messages = new Map<string, IntlMessageFormat>();
  private language = 'en';

  onLangChanged(language: string): void {
    if (language !== this.language) this.messages.clear();
    this.language = language;
  }

  transpile({ value, params = {} }: TranspileParams): unknown {
    return typeof value === 'string' && value.includes('{') ? this.messageOf(value).format(params) : value;
  }

  private messageOf(text: string): IntlMessageFormat {
    const known = this.messages.get(text);
    if (known) return known;
    // A `<` in a sentence is a `<`, not the start of a tag.
    const message = new IntlMessageFormat(text, this.language, undefined, { ignoreTag: true });
    this.messages.set(text, message);
    return message;
  }
}
