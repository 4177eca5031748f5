import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Cookies } from './cookies.js';
import { MeService } from './me.service.js';
import { SessionsService } from './sessions.service.js';
import { DemoSignInsService } from '#api/demo/demo-sign-ins.service.js';
import { MeController } from './http/me.controller.js';
import { SessionController } from './http/session.controller.js';
import { CredentialStore } from './persistence/credential.store.js';
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
    DemoSignInsService,
    SessionsService,
    MeService,
    CredentialStore,
    SignInService,
    PasswordStrategy,
    SessionStrategy,
  ],
})
export class IdentityModule {}
