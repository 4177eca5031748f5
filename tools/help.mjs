import { COMMANDS } from './commands.mjs';
import { say } from './terminal.mjs';

/** `npm start` and `npm test` need no "run". @param {string} name */
const typed = (name) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`);

const width = Math.max(...COMMANDS.flatMap(({ commands }) => commands.map(({ name }) => typed(name).length)));

for (const { heading, commands } of COMMANDS) {
  say(`\n${heading}`);
  for (const { name, does } of commands) say(`  ${typed(name).padEnd(width)}  ${does}`);
}
say('');
