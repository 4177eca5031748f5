import { Module } from '@nestjs/common';
import { AccountRequestsService } from './account-requests.service.js';
import { AccountRequestsController } from './http/account-requests.controller.js';

/** Asking for an account, and the letter that says nothing. */
@Module({ controllers: [AccountRequestsController], providers: [AccountRequestsService] })
export class AccountRequestsModule {}
