import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Cookies } from './cookies.js';
import { DemoDirectory } from './demo-directory.js';
import { MeController } from './http/me.controller.js';
import { SessionController } from './http/session.controller.js';
import { PasswordStrategy } from './password.strategy.js';
import { SessionStrategy } from './session.strategy.js';
import { SignInService } from './sign-in.service.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';

@Module({
  imports: [PassportModule],
  controllers: [SessionController, MeController],
  providers: [
    { provide: Cookies, inject: [SETTINGS_TOKEN], useFactory: (settings: Settings) => new Cookies(settings) },
    {
      provide: DemoDirectory,
      inject: [SETTINGS_TOKEN],
      useFactory: (settings: Settings) => new DemoDirectory(settings),
    },
    SignInService,
    PasswordStrategy,
    SessionStrategy,
  ],
})
export class IdentityModule {}
