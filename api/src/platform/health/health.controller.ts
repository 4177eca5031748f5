import { Controller, Get } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsString } from 'class-validator';
import { DataSource } from 'typeorm';
import { Public } from '#api/access/access.decorator.js';
import { DomainError } from '#api/platform/errors/domain-error.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

export class HealthView {
  @IsString()
  status!: string;
}

@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get('live')
  @Public('says only that the process answers')
  @Returns(HealthView)
  live(): HealthView {
    return { status: 'live' };
  }

  @Get('ready')
  @Public('says only that the database answers')
  @Returns(HealthView)
  async ready(): Promise<HealthView> {
    try {
      await this.source.query('select sec.now()');
    } catch {
      throw new DomainError('BUSY', 503);
    }
    return { status: 'ready' };
  }
}
