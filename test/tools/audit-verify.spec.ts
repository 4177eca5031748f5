import { describe, expect, it } from '@jest/globals';
import { prove } from '../../tools/prove/audit-verify.mjs';

describe('the proof of the audit log', () => {
  it('holds for a few thousand rows; docs/proofs has a million', async () => {
    const { holds, figures } = await prove({ count: 12_000 });
    expect(figures).toMatchObject({ rows: 12_000, alteredFoundAt: 6000 });
    expect(holds).toBe(true);
  }, 60_000);
});
