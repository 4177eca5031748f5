import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, type DynamicModule } from '@nestjs/common';
import {
  AppModule,
  buildApp,
  Public,
  readSettings,
  Returns,
  UndeclaredRoutesError,
  UnsafeDatabaseError,
} from '@encircle/api/testing';
import { freshDatabase, type TestDatabase } from '../kit/database.js';

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Returns(null)
  nobodySaidWhoMay(): null {
    return null;
  }
}

@Controller('answerless')
class AnswerlessController {
  @Get()
  @Public('a test')
  nobodySaidWhatComesBack(): null {
    return null;
  }
}

@Module({ controllers: [ForgottenController, AnswerlessController] })
class ForgetfulModule {}

describe('the program refuses to start', () => {
  let database: TestDatabase;
  const settings = (over: Record<string, string> = {}) =>
    readSettings({
      DATABASE_URL: database.loginUrl,
      ENCIRCLE_DEMO: '1',
      ENCIRCLE_POOL_SIZE: '2',
      ENCIRCLE_SEAL_SECONDS: '0',
      ...over,
    });

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  const refusal = async (start: () => Promise<{ close(): Promise<void> }>): Promise<Error> => {
    try {
      const app = await start();
      await app.close();
    } catch (error) {
      return error as Error;
    }
    throw new Error('it started');
  };

  it('when a handler does not say who may call it or what it answers, and names both', async () => {
    const module: DynamicModule = AppModule.with(settings());
    module.imports = [...(module.imports ?? []), ForgetfulModule];
    const error = await refusal(() => buildApp(settings(), module));
    expect(error).toBeInstanceOf(UndeclaredRoutesError);
    expect(error.message).toContain('ForgottenController.nobodySaidWhoMay: no @Access or @Public');
    expect(error.message).toContain('AnswerlessController.nobodySaidWhatComesBack: no @Returns');
  });

  it.each([
    [
      'row-level security is switched off',
      'alter table app.note disable row level security',
      'alter table app.note enable row level security',
      'app.note',
    ],
    [
      'row-level security is no longer forced',
      'alter table app.answer no force row level security',
      'alter table app.answer force row level security',
      'app.answer',
    ],
    [
      'a new table comes without it',
      'create table app.forgotten (child_id uuid)',
      'drop table app.forgotten',
      'app.forgotten',
    ],
    [
      'a policy is gone but the right is not',
      'alter policy may_read on app.minute rename to gone; drop policy gone on app.minute',
      '',
      'app.minute',
    ],
    [
      'the running role was given a table',
      'grant select on app.person to encircle_login',
      'revoke select on app.person from encircle_login',
      'app.person',
    ],
    [
      'a definer function has no fixed search path',
      `create function sec.loose() returns int language sql security definer as 'select 1'`,
      'drop function sec.loose',
      'sec.loose',
    ],
    [
      'a view would see past row-level security',
      'create view app.window as select * from app.person',
      'drop view app.window',
      'app.window',
    ],
    [
      'the log lost the trigger that refuses changes',
      'drop trigger entry_only_added on audit.entry',
      'create trigger entry_only_added before update or delete or truncate on audit.entry for each statement execute function audit.refuse_change(); alter table audit.entry enable always trigger entry_only_added',
      'audit.entry',
    ],
    [
      'that trigger fires for some only',
      'alter table audit.link enable trigger link_only_added',
      'alter table audit.link enable always trigger link_only_added',
      'audit.link',
    ],
    [
      'the hot reads were given the log',
      'grant select on audit.entry to encircle_hot',
      'revoke select on audit.entry from encircle_hot',
      'audit.entry (select to encircle_hot)',
    ],
  ])('when %s, and names it', async (_what, harm, mend, name) => {
    await database.admin.query(harm);
    const error = await refusal(() => buildApp(settings()));
    expect(error).toBeInstanceOf(UnsafeDatabaseError);
    expect(error.message).toContain(name);
    if (mend) await database.admin.query(mend);
  });

  it('when the running role could become the owner, and when it is a superuser', async () => {
    const error = await refusal(() => {
      const superuser = new URL(database.loginUrl);
      const admin = new URL(process.env['ENCIRCLE_TEST_SUPERUSER_URL'] ?? '');
      superuser.username = admin.username;
      superuser.password = admin.password;
      return buildApp(settings({ DATABASE_URL: superuser.toString() }));
    });
    expect(error.message).toContain('must not be superuser');
  });
});

describe('production', () => {
  it('names every setting that is missing or unsafe', () => {
    expect(() => readSettings({})).toThrow(
      /DATABASE_URL is missing[\s\S]*ENCIRCLE_SECRET is missing[\s\S]*ENCIRCLE_PUBLIC_URL is missing/,
    );
    expect(() =>
      readSettings({
        DATABASE_URL: 'postgres://x',
        ENCIRCLE_SECRET: 'encircle-demo-secret-not-for-real-families',
        ENCIRCLE_PUBLIC_URL: 'http://encircle.example',
      }),
    ).toThrow(/demo secret[\s\S]*https/);
  });

  it('does not start on a database whose clock was moved or whose accounts have the demo password', async () => {
    const database = await freshDatabase();
    await database.admin.query(`update sec.clock set "offset" = '1 day'`);
    await database.admin.query(
      `insert into app.app_user (id, email, full_name) values (gen_random_uuid(), 'd@d.example', 'D')`,
    );
    await database.admin.query(
      `insert into sec.credential (user_id, password_hash, demo) select id, 'x', true from app.app_user`,
    );
    const settings = readSettings({
      DATABASE_URL: database.loginUrl,
      ENCIRCLE_SECRET: 'a secret of our own, long enough for this',
      ENCIRCLE_PUBLIC_URL: 'https://encircle.example',
      ENCIRCLE_AUDIT_KEY_FILE: 'asked for after the database',
      ENCIRCLE_AUDIT_DIR: 'asked for after the database',
      ENCIRCLE_POOL_SIZE: '2',
    });
    await expect(buildApp(settings)).rejects.toThrow(
      /clock has an offset[\s\S]*1 accounts still have the demo password/,
    );
    await database.close();
  });
});
