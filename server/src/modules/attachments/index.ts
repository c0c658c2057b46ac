export { AttachmentsModule } from './attachments.module.js';
export { storedFiles } from './stored-files.js';
