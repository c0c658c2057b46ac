import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '../organisations/index.js';
import { PathwaysModule } from '../pathways/index.js';
import { ChangeView } from './change-view.js';
import { ReadViews } from './read-views.js';
import { SavedViewRow } from './saved-view.entity.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { SaveView } from './save-view.js';

/** Saved views of boards. */
@Module({
  imports: [TypeOrmModule.forFeature([SavedViewRow]), OrganisationsModule, PathwaysModule],
  controllers: [SavedViewsController],
  providers: [SavedViewsRepository, ReadViews, SaveView, ChangeView],
})
export class ViewsModule {}
