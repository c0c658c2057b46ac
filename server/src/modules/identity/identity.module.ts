import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FailedSignIns } from './failed-sign-ins.js';
import { PeopleRepository } from './people.repository.js';
import { Person } from './person.entity.js';
import { PersonIdentity } from './person-identity.entity.js';
import { RegisterPerson } from './register-person.js';
import { Session } from './session.entity.js';
import { SignIn } from './sign-in.js';

/** People: who they are, and that they are signed in. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonIdentity, Session])],
  providers: [PeopleRepository, FailedSignIns, SignIn, RegisterPerson],
  exports: [PeopleRepository, SignIn, RegisterPerson],
})
export class IdentityModule {}
