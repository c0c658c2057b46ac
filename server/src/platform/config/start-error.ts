/**
 * A reason why Polku cannot start that its operator can mend. The message is one clear line that says what is wrong and what to do;
 * the entry points print it alone, without a stack, and exit with 1.
 */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** A setting that is missing or wrong. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';
}
