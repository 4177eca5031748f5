/**
 * The roles of a cluster, created once by an administrator (or by the embedded start-up) before the first migration.
 * `encircle_owner` owns everything and nobody logs in as it; `encircle_migrator` may become it; `encircle_login` is
 * the running program and has no right of its own until a transaction becomes `app_user`. `encircle_hot` owns the
 * one-statement reads of schema `hot`; nobody can become it.
 * @param passwords for the two roles that log in
 */
export const roles = (passwords: { login: string; migrator: string }): string[] => {
  const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const ensure = (name: string, options: string): string => `
    do $do$ begin
      if not exists (select 1 from pg_roles where rolname = '${name}') then create role ${name}; end if;
    end $do$;
    alter role ${name} with ${options};`;
  return [
    ensure('encircle_owner', 'nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole'),
    ensure('app_user', 'nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole'),
    ensure('encircle_hot', 'nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole'),
    ensure(
      'encircle_migrator',
      `login inherit nosuperuser nobypassrls nocreatedb nocreaterole password ${quote(passwords.migrator)}`,
    ),
    ensure(
      'encircle_login',
      `login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password ${quote(passwords.login)}`,
    ),
    'grant encircle_owner to encircle_migrator with inherit false, set true',
    'grant app_user to encircle_owner with inherit false, set true',
    'grant encircle_hot to encircle_owner with inherit false, set true',
    'grant app_user to encircle_login with inherit false, set true',
  ];
};
