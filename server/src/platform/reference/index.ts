export { ReferenceModule } from './reference.module.js';
export { ServedDocument } from './served-document.js';
