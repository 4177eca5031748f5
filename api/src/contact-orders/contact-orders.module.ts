import { Module } from '@nestjs/common';
import { ContactOrdersService } from './contact-orders.service.js';
import { ContactOrdersController } from './http/contact-orders.controller.js';

/** Court orders and other conditions about who may have contact with a child. */
@Module({ controllers: [ContactOrdersController], providers: [ContactOrdersService] })
export class ContactOrdersModule {}
