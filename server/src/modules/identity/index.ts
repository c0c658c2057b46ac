export { EndSessions } from './end-sessions.js';
export { hashPassword } from './passwords.js';
export { IdentityModule } from './identity.module.js';
export { PeopleRepository } from './people.repository.js';
export { type NewPerson, RegisterPerson } from './register-person.js';
export { cookieName, readToken, SESSION_LENGTH, tokenHash } from './session-token.js';
export { SessionsRepository } from './sessions.repository.js';
export { SignIn } from './sign-in.js';
