import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccessGuard } from '#api/access/access.guard.js';
import { AccessModule } from '#api/access/access.module.js';
import { AccessInterceptor } from '#api/access/access.interceptor.js';
import { DeniedAccessFilter } from '#api/audit/denied-access.filter.js';
import { DeniedAccessRecorder } from '#api/audit/denied-access.recorder.js';
import { AlertsLoop } from '#api/audit/alerting/alerts.loop.js';
import { SealingLoop } from '#api/audit/sealing/sealing.loop.js';
import { RenewalsLoop } from '#api/consents/persistence/renewals.loop.js';
import { ArchivingLoop } from '#api/episodes/persistence/archiving.loop.js';
import { UnreadNoticesLoop } from '#api/police-notices/persistence/unread.loop.js';
import { UnrecordedLoop } from '#api/enquiries/persistence/unrecorded.loop.js';
import { VacanciesLoop } from '#api/episodes/persistence/vacancies.loop.js';
import { ENTITIES } from '#api/entities.js';
import { FEATURES } from '#api/features.js';
import { IdentityModule } from '#api/identity/identity.module.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SettingsModule } from '#api/platform/config/settings.module.js';
import { runningDataSource } from '#api/platform/database/data-source.js';
import { ProblemFilter } from '#api/platform/errors/problem.filter.js';
import { HealthController } from '#api/platform/health/health.controller.js';
import { OpenApiController, OpenApiHolder } from '#api/openapi/openapi.controller.js';
import { validationPipe } from '#api/platform/http/validation.pipe.js';
import { Logger } from '#api/platform/logging/logger.js';

/** Table of contents. Guard, interceptor, filter and pipe are registered here and nowhere else. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        SettingsModule.with(settings),
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...runningDataSource(settings.databaseUrl, settings.poolSize, [...ENTITIES]).options,
            retryAttempts: 3,
            retryDelay: 500,
          }),
        }),
        AccessModule,
        IdentityModule,
        ...FEATURES,
      ],
      controllers: [HealthController, OpenApiController],
      providers: [
        OpenApiHolder,
        { provide: Logger, useValue: new Logger(settings.logLevel) },
        {
          provide: ProblemFilter,
          inject: [Logger],
          useFactory: (logger: Logger) => new ProblemFilter(logger, settings.refusalBeatMs),
        },
        {
          provide: DeniedAccessRecorder,
          inject: [getDataSourceToken()],
          useFactory: (source: DataSource) => new DeniedAccessRecorder(source),
        },
        SealingLoop,
        AlertsLoop,
        ArchivingLoop,
        RenewalsLoop,
        VacanciesLoop,
        UnrecordedLoop,
        UnreadNoticesLoop,
        Reflector,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AccessInterceptor },
        { provide: APP_FILTER, useClass: DeniedAccessFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
