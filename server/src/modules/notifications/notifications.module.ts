import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { CountWaitingMails } from './count-waiting-mails.js';
import { DeliverMail } from './deliver-mail.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { FindLostJobs } from './find-lost-jobs.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { ReadNotifications } from './read-notifications.js';
import { TellPeople } from './tell-people.js';

/** Who should hear of what, in the application and by mail. */
@Module({
  imports: [MailModule, OrganisationsModule, PathwaysModule],
  controllers: [NotificationsController],
  providers: [NotificationsRepository, DeliveriesRepository, TellPeople, DeliverMail, FindLostJobs, ReadNotifications, CountWaitingMails],
})
export class NotificationsModule {}
