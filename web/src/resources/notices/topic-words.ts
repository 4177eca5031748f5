import type { Words } from '@web/i18n/useWords';
import { notices } from '@web/i18n/en/notices';

type Known = keyof typeof notices.topics;

/** What a notice says; topics newer than this screen say that there is something. */
export function topicWords(w: Words, topic: string): string {
  const key = topic.replaceAll('.', '-');
  return w(`notices.topics.${Object.hasOwn(notices.topics, key) ? (key as Known) : 'other'}`);
}
