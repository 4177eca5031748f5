import { Inject, Injectable } from '@nestjs/common';
import { partsOf } from '@encircle/shared/dates';
import { episodeReference, REFERENCE_COUNT } from '@encircle/shared/reference-numbers';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';
import { derivedKey } from '#api/platform/keys/derived-key.js';

/** References of new episodes: digits shuffled under a key of this installation, so that gaps say nothing. */
@Injectable()
export class ReferenceNumbers {
  private readonly key: string;

  constructor(@Inject(SETTINGS_TOKEN) settings: Settings) {
    this.key = derivedKey(settings.secret, 'reference numbers').toString('hex');
  }

  /** @param serial counts up for ever; numbers repeat only after a million cases in one year */
  of(openedOn: string, serial: number): string {
    return episodeReference(this.key, partsOf(openedOn).year, serial % REFERENCE_COUNT);
  }
}
