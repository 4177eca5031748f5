import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './settings.js';
import { SETTINGS_TOKEN } from './settings.token.js';

@Global()
@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: SETTINGS_TOKEN, useValue: settings }],
      exports: [SETTINGS_TOKEN],
    };
  }
}
