import { afterAll, beforeAll, describe } from '@jest/globals';
import { Program } from '../../kit/program.js';
import { contributing } from './contributing.js';
import { copying } from './copying.js';
import { forming } from './forming.js';
import { leveling } from './leveling.js';
import { mending } from './mending.js';
import { overseeing } from './overseeing.js';

/** What happens around the writing of an assessment: one program for all of it, because starting one takes seconds. */
describe('around an assessment', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program.stop());

  contributing(() => program);
  copying(() => program);
  overseeing(() => program);
  leveling(() => program);
  mending(() => program);
  // Last: from here on the area asks a question of its own in every new assessment.
  forming(() => program);
});
