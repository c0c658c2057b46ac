import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  addAttachment,
  type AddAttachment as Added,
  attachmentPage,
  type AttachmentPage,
  attachmentView,
  type AttachmentView,
  id,
  listAttachments,
  type ListAttachments,
  numberInPath,
} from '#contracts';
import { sendStored } from '../../platform/files/index.js';
import { Answers, AnswersFile, CurrentActor, Permit } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { AddAttachment } from './add-attachment.js';
import { ReadAttachments } from './read-attachments.js';
import { RemoveAttachment } from './remove-attachment.js';
import { TakeAttachment } from './take-attachment.guard.js';
import { Taken, type TakenFile } from './taken-file.js';

/** Files on ideas. */
@Controller('api/v1/organisations/:organisation')
export class AttachmentsController {
  constructor(
    private readonly reading: ReadAttachments,
    private readonly adding: AddAttachment,
    private readonly removing: RemoveAttachment,
  ) {}

  @Get('ideas/:number/attachments')
  @Permit('list-attachments', 'The files on an idea, the newest first')
  @Answers(200, attachmentPage, 401, 403, 404, 422)
  list(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: listAttachments }) query: ListAttachments,
  ): Promise<AttachmentPage> {
    return this.reading.ofIdea(actor, number, query);
  }

  @Post('ideas/:number/attachments')
  @UseGuards(TakeAttachment)
  @Permit('add-attachment', 'Attach a file to an idea: the body is the file, its type is what it holds')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(201, attachmentView, 400, 401, 403, 404, 413, 415, 422)
  add(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: numberInPath }) number: number,
    @Query({ schema: addAttachment }) { name }: Added,
    @Taken() file: TakenFile | undefined,
  ): Promise<AttachmentView> {
    return this.adding.add(actor, number, name, file);
  }

  @Get('attachments/:attachment')
  @Permit('read-attachment', 'What an attachment holds, to be saved and not shown')
  @AnswersFile('application/octet-stream', 401, 403, 404, 422)
  async read(
    @CurrentActor() actor: Actor,
    @Param('attachment', { schema: id }) attachment: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.reading.one(actor, attachment);
    const { name, mediaType, bytes, sha256 } = found;
    await sendStored(response, { name, type: mediaType, bytes, tag: `"${sha256}"` }, known, () => this.reading.content(found));
  }

  @Delete('attachments/:attachment')
  @HttpCode(204)
  @Permit('remove-attachment', 'Remove what one has attached; the hub may for others')
  @Answers(204, null, 401, 403, 404, 409, 422)
  remove(@CurrentActor() actor: Actor, @Param('attachment', { schema: id }) attachment: string): Promise<void> {
    return this.removing.remove(actor, attachment);
  }
}
