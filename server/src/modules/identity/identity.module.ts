import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FailedSignIns } from './failed-sign-ins.js';
import { FailedSignInsRepository } from './failed-sign-ins.repository.js';
import { PeopleRepository } from './people.repository.js';
import { Person } from './person.entity.js';
import { PersonIdentity } from './person-identity.entity.js';
import { RegisterPerson } from './register-person.js';
import { EndSessions } from './end-sessions.js';
import { Session } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignIn } from './sign-in.js';

/** People: who they are, and that they are signed in. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonIdentity, Session])],
  controllers: [SessionsController],
  providers: [PeopleRepository, SessionsRepository, FailedSignInsRepository, FailedSignIns, SignIn, EndSessions, RegisterPerson],
  exports: [PeopleRepository, SessionsRepository, SignIn, EndSessions, RegisterPerson],
})
export class IdentityModule {}
