import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSettings, SETTINGS, SettingsError } from '@encircle/api/testing';
import { inRoot } from '../../tools/paths.mjs';

interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  deploy?: { replicas: number };
  depends_on?: Record<string, unknown>;
  volumes?: string[];
}
interface Compose {
  services: Record<string, Service>;
  'x-settings': Record<string, string>;
}

const text = (path: string) => readFileSync(inRoot(path), 'utf8');
const compose = parse(text('docker/compose.yml'), { merge: true }) as Compose;
const names = SETTINGS.map(({ name }) => name);
const service = (name: string): Service => compose.services[name] ?? {};

/** Rows of the table under "Settings": name, what, default, required in production. */
const rows = text('README.md')
  .split('\n')
  .filter((line) => /^\| `[A-Z_]+`/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the settings of README', () => {
  it('are those the program reads, with the same words, in the same order', () => {
    expect(rows).toEqual(
      SETTINGS.map(({ name, what, fallback, requiredInProduction }) => [
        `\`${name}\``,
        what,
        fallback,
        requiredInProduction ? 'yes' : '',
      ]),
    );
  });

  it('are the only ones read from the environment', () => {
    const read = text('api/src/platform/config/settings.ts').matchAll(
      /env\['([A-Z_]+)'\]|number\('([A-Z_]+)'/g,
    );
    for (const [, plain, counted] of read) expect(names).toContain(plain ?? counted);
  });
});

describe('the compose file', () => {
  const program = service('program').environment ?? {};
  const prepare = service('prepare').environment ?? {};

  it('sets nothing the program does not read', () => {
    for (const name of [...Object.keys(program), ...Object.keys(prepare)]) expect(names).toContain(name);
  });

  it('sets everything production requires', () => {
    for (const { name } of SETTINGS.filter((setting) => setting.requiredInProduction))
      expect(Object.keys(program)).toContain(name);
  });

  it('gives the running program no way to become more than it is', () => {
    expect(Object.keys(program)).not.toContain('MIGRATION_DATABASE_URL');
    expect(Object.keys(program)).not.toContain('ENCIRCLE_SUPERUSER_URL');
    expect(JSON.stringify(program)).not.toMatch(/POSTGRES_PASSWORD|MIGRATOR_PASSWORD/);
    expect(Object.keys(prepare)).toEqual(
      expect.arrayContaining(['MIGRATION_DATABASE_URL', 'ENCIRCLE_SUPERUSER_URL']),
    );
  });

  it('is production unless the demo is asked for, and then complete', () => {
    expect(withDefaults(program['ENCIRCLE_DEMO'] ?? '')).toBe('0');
    const filled = Object.fromEntries(
      Object.entries(program).map(([name, value]) => [name, withDefaults(value)]),
    );
    expect(() => readSettings(filled)).toThrow(SettingsError);
    const own = { ENCIRCLE_SECRET: 'x'.repeat(32), ENCIRCLE_PUBLIC_URL: 'https://encircle.test' };
    expect(readSettings({ ...filled, ...own })).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      demo: false,
      auditDir: '/audit',
    });
  });

  it('has two replicas, PostgreSQL 18, a mail catcher and one port in front', () => {
    expect(service('program').deploy?.replicas).toBe(2);
    expect(service('database').image).toMatch(/^postgres:18/);
    expect(service('mail').image).toMatch(/mailpit/);
    expect(text('docker/proxy/encircle.conf')).toContain(`server program:${program['PORT']}`);
  });

  it('prepares before it serves', () => {
    expect(service('prepare').command).toEqual(['node', 'api/dist/cli.js', 'prepare']);
    expect(service('program').depends_on).toHaveProperty('prepare');
    expect(service('prepare').depends_on).toHaveProperty('database');
  });

  it('mounts and builds files that exist', () => {
    expect(existsSync(inRoot(service('program').build?.dockerfile ?? ''))).toBe(true);
    for (const volume of service('proxy').volumes ?? [])
      expect(existsSync(inRoot('docker', volume.split(':')[0] ?? ''))).toBe(true);
  });

  it('has an example of every value a person fills in', () => {
    const wanted = [...text('docker/compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    for (const name of wanted) expect(text('docker/example.env')).toMatch(new RegExp(`^${name}=`, 'm'));
  });
});

describe('the image', () => {
  const lines = text('docker/Dockerfile');

  it('sets only what the program reads', () => {
    const [, set = ''] = /^ENV (.*)$/m.exec(lines) ?? [];
    for (const pair of set.split(' ')) expect(['NODE_ENV', ...names]).toContain(pair.split('=')[0]);
  });

  it('runs the program as an ordinary user', () => {
    expect(lines).toMatch(/^USER node$/m);
    expect(lines.trim().split('\n').at(-1)).toBe('CMD ["node", "--enable-source-maps", "api/dist/main.js"]');
  });

  it('copies files that are there', () => {
    const copied = [...lines.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) =>
      words.split(' ').slice(0, -1),
    );
    for (const path of copied) expect(existsSync(inRoot(path))).toBe(true);
  });
});

/** What compose would put in: the default, or nothing where a person must fill it in. */
const withDefaults = (value: string): string =>
  value.replace(/\$\{[A-Z_]+:([-?])([^}]*)\}/g, (_, kind: string, word: string) =>
    kind === '-' ? word : '',
  );
