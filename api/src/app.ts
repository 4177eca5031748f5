import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuseUndeclaredRoutes } from '#api/access/route-check.js';
import { SealingLoop } from '#api/audit/sealing/sealing.loop.js';
import { DeliveryLoop } from '#api/notifications/delivery.loop.js';
import { ScanningLoop } from '#api/documents/scanning.loop.js';
import { AppModule } from '#api/app.module.js';
import type { Settings } from '#api/platform/config/settings.js';
import { refuseUnsafeDatabase } from '#api/platform/database/database-check.js';
import { OpenApiHolder } from '#api/openapi/openapi.controller.js';
import { openApiDocument } from '#api/openapi/openapi.document.js';
import { takeFiles } from '#api/platform/files/file-body.js';
import { serveScreens } from '#api/platform/http/screens.js';
import { securityHeaders } from '#api/platform/http/security-headers.js';

const BODY_LIMIT = 1_000_000;

/** Builds the whole program without listening. Start-up checks are part of building: an unsafe program never answers. */
export async function buildApp(
  settings: Settings,
  module: DynamicModule = AppModule.with(settings),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxy ?? false,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  takeFiles(adapter.getInstance());
  securityHeaders(adapter.getInstance(), settings.publicUrl.startsWith('https://'));
  if (settings.webDir) await serveScreens(app, settings.webDir);
  try {
    await app.init();
    refuseUndeclaredRoutes(app);
    await refuseUnsafeDatabase(app.get<DataSource>(getDataSourceToken()), !settings.demo);
    await app.get(SealingLoop).begin();
    app.get(DeliveryLoop).begin();
    app.get(ScanningLoop).begin();
    app.get(OpenApiHolder).describes(() => openApiDocument(app));
    await adapter.getInstance().ready();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}
