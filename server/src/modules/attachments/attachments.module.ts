import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AddAttachment } from './add-attachment.js';
import { Attachment } from './attachment.entity.js';
import { AttachmentViews } from './attachment.view.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { ReadAttachments } from './read-attachments.js';
import { RemoveAttachment } from './remove-attachment.js';
import { ScanFile } from './scan-file.js';
import { UnwantedFiles } from './unwanted-files.js';

/** Files on ideas. */
@Module({
  imports: [TypeOrmModule.forFeature([Attachment]), IdeasModule, OrganisationsModule],
  controllers: [AttachmentsController],
  providers: [AttachmentsRepository, AttachmentViews, ScanFile, UnwantedFiles, AddAttachment, RemoveAttachment, ReadAttachments],
})
export class AttachmentsModule {}
