/** A mail, ready to go. */
export interface Letter {
  /** A UUID that stays the same over all attempts. */
  readonly id: string;
  /** The Message-ID with its angle brackets, the same over all attempts: receivers drop a repeat by it. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47 code of the language it is written in. */
  readonly language: string;
}
