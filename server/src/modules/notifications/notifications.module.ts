import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/index.js';
import { DecisionsModule } from '../decisions/index.js';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { AnnounceTold } from './announce-told.js';
import { CountWaitingMails } from './count-waiting-mails.js';
import { DeliverMail } from './deliver-mail.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { FollowersToldRepository } from './followers-told.repository.js';
import { FindLostJobs } from './find-lost-jobs.js';
import { HomeController } from './home.controller.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { ReadHome } from './read-home.js';
import { ReadNotifications } from './read-notifications.js';
import { TellFollowers } from './tell-followers.js';
import { TellPeople } from './tell-people.js';

/** Who should hear of what, in the application and by mail; and Home, where a member begins. */
@Module({
  imports: [MailModule, OrganisationsModule, PathwaysModule, IdeasModule, DecisionsModule],
  controllers: [NotificationsController, HomeController],
  providers: [
    NotificationsRepository,
    DeliveriesRepository,
    FollowersToldRepository,
    AnnounceTold,
    TellPeople,
    TellFollowers,
    DeliverMail,
    FindLostJobs,
    ReadNotifications,
    CountWaitingMails,
    ReadHome,
  ],
})
export class NotificationsModule {}
