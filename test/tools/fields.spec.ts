import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { CAF_V1, formSchemas, schemaName } from '@encircle/shared/forms';
import { compareFields } from '../../tools/fields/compare.mjs';

describe('npm run check:fields', () => {
  it('finds every field of the rules in form, API and PDF, or the reason why not', () => {
    const run = spawnSync(process.execPath, ['tools/check-fields.mjs'], { encoding: 'utf8' });
    expect([run.status, run.stdout.split('\n').filter((line) => /missing/i.test(line))]).toEqual([
      0,
      ['Nothing is missing'],
    ]);
    expect(run.stdout).toMatch(/^\d+ fields of the rules, 25 sections, \d+ questions/);
  });

  it('names what one side has and another has not', () => {
    const who = CAF_V1.sections.find((section) => section.key === 'who');
    if (!who) throw new Error('no such section');
    const kept = who.fields.filter((field) => field.key === 'reason' || field.key === 'childSeen');
    const form = { ...CAF_V1, sections: [{ ...who, fields: kept }] };
    const { missing, left } = compareFields({
      reference: [
        { rule: '3.4', field: 'reason_for_assessment', where: 'caf:who.reason' },
        { rule: '3.4', field: 'family_home_situation', where: 'caf:who.homeSituation' },
        { rule: '3.2', field: 'religion', why: 'not asked' },
        { rule: '3.2', field: 'forgotten' },
        { rule: '3.1', field: 'ref', where: 'api:Nothing.ref' },
      ],
      form,
      isDrawn: (_section: object, field: { key: string }) => field.key !== 'childSeen',
      schemas: formSchemas({ ...form, sections: [{ ...who, fields: kept.slice(0, 1) }] }),
      schemaName,
      printed: new Set(['who.childSeen']),
    });
    expect(missing).toEqual([
      '3.4 family_home_situation: the section who has no homeSituation',
      '3.2 forgotten: neither kept nor explained',
      '3.1 ref: the API has no Nothing',
      'caf:who.reason: not in the PDF',
      'caf:who.childSeen: not on the screen',
      'caf:who.childSeen: not in the document of the API',
      'caf:who.childSeen: asked, but no rule says so',
    ]);
    expect(left).toEqual(['3.2 religion: not asked']);
  });
});
