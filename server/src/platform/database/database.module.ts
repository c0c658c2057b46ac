import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { appDataSourceOptions } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

/** The application's pool and the unit of work. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: RunningConfig) => ({
        ...appDataSourceOptions(config.databaseUrl, 24),
        autoLoadEntities: true,
        retryAttempts: 1,
      }),
    }),
  ],
  providers: [UnitOfWork],
  exports: [UnitOfWork, TypeOrmModule],
})
export class DatabaseModule {}
