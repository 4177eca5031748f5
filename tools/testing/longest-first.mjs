import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sequencer from '@jest/test-sequencer';

/** Jest is CommonJS: the class is its default, or the default of that. */
const Sequencer = sequencer.default ?? sequencer;

/** Bytes of a story, with the folder of its chapters where it has one. */
function words(path) {
  const chapters = path.replace(/\.e2e\.ts$/, '');
  const files = existsSync(chapters) ? readdirSync(chapters).map((name) => join(chapters, name)) : [];
  return [path, ...files].reduce((sum, file) => sum + statSync(file).size, 0);
}

/** The longest story first, so that no worker begins it when the others are done. */
export default class LongestFirst extends Sequencer {
  /** @override */
  sort(tests) {
    const length = new Map(tests.map((test) => [test, words(test.path)]));
    return [...tests].sort((a, b) => length.get(b) - length.get(a));
  }
}
