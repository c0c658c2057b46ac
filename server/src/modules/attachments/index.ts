export { AttachmentsModule } from './attachments.module.js';
export { verdictOf } from './scan-file.js';
export { storedFiles } from './stored-files.js';
