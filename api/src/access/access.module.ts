import { Global, Module } from '@nestjs/common';
import { AccessService } from './access.service.js';

/** The gate is everywhere; features only inject it. */
@Global()
@Module({ providers: [AccessService], exports: [AccessService] })
export class AccessModule {}
