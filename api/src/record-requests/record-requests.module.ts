import { Module } from '@nestjs/common';
import { RecordRequestsController } from './http/record-requests.controller.js';
import { PackService } from './pack.service.js';
import { RequestsService } from './requests.service.js';

/** Requests for records: the register, the pack decided for its reader, the second look, proof of sending. */
@Module({ controllers: [RecordRequestsController], providers: [RequestsService, PackService] })
export class RecordRequestsModule {}
