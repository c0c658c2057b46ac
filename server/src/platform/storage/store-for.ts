import { join } from 'node:path';
import type { Settings } from '../config/index.js';
import type { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

/** The store that the settings name: a bucket, or a folder of the data folder. */
export function storeFor({ s3, dataFolder }: Pick<Settings, 's3' | 'dataFolder'>): FileStore {
  return s3 === null ? new FolderStore(join(dataFolder, 'files')) : new S3Store(s3);
}
