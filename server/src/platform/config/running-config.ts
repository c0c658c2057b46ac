import type { Config } from './config.js';

/** The settings of a process that runs: by now there is a database, given or embedded. */
export interface RunningConfig extends Config {
  readonly databaseUrl: string;
}

/** Injection token of the `RunningConfig`. */
export const CONFIG = Symbol('CONFIG');
