import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program } from '../../kit/program.js';

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        responses: Record<string, { content?: object }>;
        requestBody?: { content: object };
      }
    >
  >;
  components: { schemas: Record<string, { properties?: object; type?: string }> };
}

describe('the API document', () => {
  let program: Program;
  let document: Document;

  beforeAll(async () => {
    program = await Program.start();
    document = (await program.anyone.get<Document>('/api/openapi.json')).body;
  });
  afterAll(() => program.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, o]) => ({ path, method, o })),
    );

  it('names an answer and the refusals of every route', () => {
    expect(operations().length).toBeGreaterThan(5);
    for (const { path, method, o } of operations()) {
      const codes = Object.keys(o.responses);
      expect([path, method, codes.some((code) => code.startsWith('2'))]).toEqual([path, method, true]);
      expect(codes).toContain('404');
    }
  });

  it('resolves every reference it makes', () => {
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([A-Za-z0-9_]+)/g)].map(
      (m) => m[1] ?? '',
    );
    expect(references.length).toBeGreaterThan(10);
    expect([...new Set(references)].filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('has no empty shape', () => {
    const empty = Object.entries(document.components.schemas).filter(
      ([, schema]) => schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });
});
