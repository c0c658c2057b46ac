import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  changeView,
  type ChangeView as Change,
  id,
  savedView,
  type SavedView,
  savedViews,
  type SavedViews,
  saveView,
  type SaveView as Save,
} from '#contracts';
import { Answers, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ChangeView } from './change-view.js';
import { ReadViews } from './read-views.js';
import { SaveView } from './save-view.js';

/** What boards are narrowed to, under names. */
@Controller('api/v1/organisations/:organisation/boards/:pathway/views')
export class SavedViewsController {
  constructor(
    private readonly reading: ReadViews,
    private readonly saving: SaveView,
    private readonly changing: ChangeView,
  ) {}

  @Get()
  @Permit('list-views', 'The saved views of a board: one’s own and the shared ones')
  @Answers(200, savedViews, 401, 403, 404)
  list(@CurrentActor() actor: Actor, @Param('pathway') pathway: string): Promise<SavedViews> {
    return this.reading.list(actor, pathway);
  }

  @Post()
  @Permit('save-view', 'Save what a board is narrowed to, for oneself or for everybody')
  @Answers(201, savedView, 400, 401, 403, 404, 413, 422)
  save(@CurrentActor() actor: Actor, @Param('pathway') pathway: string, @Body({ schema: saveView }) body: Save): Promise<SavedView> {
    return this.saving.save(actor, pathway, body);
  }

  @Patch(':view')
  @Permit('change-view', 'Change a saved view; the hub also makes a shared one what the board opens with')
  @Answers(200, savedView, 400, 401, 403, 404, 409, 413, 422)
  change(
    @CurrentActor() actor: Actor,
    @Param('pathway') pathway: string,
    @Param('view', { schema: id }) view: string,
    @Body({ schema: changeView }) body: Change,
  ): Promise<SavedView> {
    return this.changing.change(actor, pathway, view, body);
  }

  @Delete(':view')
  @HttpCode(204)
  @Permit('delete-view', 'Take a saved view away')
  @Answers(204, null, 401, 403, 404, 409, 422)
  delete(@CurrentActor() actor: Actor, @Param('pathway') pathway: string, @Param('view', { schema: id }) view: string): Promise<void> {
    return this.changing.delete(actor, pathway, view);
  }
}
