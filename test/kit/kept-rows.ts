import { verifyMaterialised } from '../../tools/access/verify.mjs';
import type { TestDatabase } from './database.js';

interface Verified {
  name: string;
  kept: number;
  differences: number;
  examples: string[];
}

/**
 * Works out again whatever is kept for lists and guards, as `npm run access:verify` does, in a database that was really
 * used. Answers how many rows of each kind there were, and every difference.
 */
export async function verifyKept({
  admin,
}: TestDatabase): Promise<{ rows: Record<string, number>; differences: string[] }> {
  const client = await admin.connect();
  try {
    const results = (await verifyMaterialised(client)) as Verified[];
    return {
      rows: Object.fromEntries(results.map(({ name, kept }) => [name, kept])),
      differences: results.flatMap(({ name, differences, examples }) =>
        differences === 0 ? [] : [`${name}: ${String(differences)}`, ...examples],
      ),
    };
  } finally {
    client.release();
  }
}
