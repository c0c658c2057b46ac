import { Global, Module } from '@nestjs/common';
import { CONFIG } from '../config/index.js';
import { FileStore } from './file-store.js';
import { IncomingFiles } from './incoming-files.js';
import { storeFor } from './store-for.js';

/** Where files are kept. */
@Global()
@Module({
  providers: [{ provide: FileStore, useFactory: storeFor, inject: [CONFIG] }, IncomingFiles],
  exports: [FileStore, IncomingFiles],
})
export class StorageModule {}
