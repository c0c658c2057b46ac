export { checkoutFolder, loadConfig, readConfig } from './config.js';
export type { Config, ProcessRole, Seed, Settings } from './config.js';
export type { S3Settings, Scanner } from './file-settings.js';
export type { Limits } from './limits.js';
export { prepareDataFolder, resolveSecret } from './secret.js';
export { ConfigError, StartError } from './start-error.js';
export { CONFIG } from './running-config.js';
export type { RunningConfig } from './running-config.js';
