import { Global, Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { Statements } from './statements.js';

/** The gate is everywhere; features only inject it. */
@Global()
@Module({ providers: [AccessService, Statements], exports: [AccessService, Statements] })
export class AccessModule {}
