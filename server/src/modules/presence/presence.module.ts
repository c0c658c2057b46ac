import { Module } from '@nestjs/common';
import { StreamModule } from '../../platform/stream/index.js';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { LookAtIdea } from './look-at-idea.js';
import { PresenceController } from './presence.controller.js';
import { PresenceRepository } from './presence.repository.js';
import { SweepPresence } from './sweep-presence.js';
import { TellWhoLooks } from './tell-who-looks.js';

/** Who looks at which idea right now. */
@Module({
  imports: [StreamModule, IdeasModule, OrganisationsModule],
  controllers: [PresenceController],
  providers: [PresenceRepository, LookAtIdea, TellWhoLooks, SweepPresence],
})
export class PresenceModule {}
