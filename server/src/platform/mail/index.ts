export { escapeHtml } from './html.js';
export { KeptMail } from './kept-mail.js';
export type { Letter } from './letter.js';
export { AddressRefused, Mail } from './mail.js';
export { MailModule } from './mail.module.js';
