import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/** Name and address of a person: apart, so that they can be erased. */
@Entity({ schema: 'app', name: 'person_identity' })
export class PersonIdentity {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  name: string;

  @Column('text')
  email: string;

  @OneToOne(() => Person, (person) => person.identity)
  @JoinColumn({ name: 'person_id' })
  person: Relation<Person>;
}
