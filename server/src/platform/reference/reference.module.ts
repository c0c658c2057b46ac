import { Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller.js';
import { ServedDocument } from './served-document.js';

/** The reference of the API. */
@Module({ controllers: [ReferenceController], providers: [ServedDocument], exports: [ServedDocument] })
export class ReferenceModule {}
