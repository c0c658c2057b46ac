export { restoreBackup } from './restore-backup.js';
export { type BackupOrder, writeBackup } from './write-backup.js';
