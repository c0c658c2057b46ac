export { restoreBackup } from './restore-backup.js';
export { type BackedUpFiles, type BackupOrder, writeBackup } from './write-backup.js';
