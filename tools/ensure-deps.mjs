// Runs before `npm start` and `npm test`, when nothing may be installed yet: Node's own modules only.
import { reasonToInstall, writeMarker } from './deps/fingerprint.mjs';
import { installPackages } from './deps/install.mjs';
import { tooOld } from './deps/node-version.mjs';
import { root } from './paths.mjs';
import { Refusal, report, say, step } from './terminal.mjs';

async function ensureDependencies() {
  const old = tooOld();
  if (old) throw new Refusal(old);
  const reason = reasonToInstall(root);
  if (reason) {
    say(`Installing packages: ${reason}. This takes a minute or two, once.`);
    await step('Installing packages', () => installPackages(root)).catch((error) => {
      throw new Refusal(
        `The packages could not be installed (${error.message}). Check the network and try again.`,
      );
    });
  }
  writeMarker(root);
}

await ensureDependencies().catch(report);
