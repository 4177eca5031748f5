import type { Cover } from '@web/providers/cover';
import { coverTab } from '@web/ui/document-title';
import { coverAddress, uncoverAddress } from './neutral-address';

const icon = (): HTMLLinkElement | null => document.querySelector('link[rel="icon"]');
let ownIcon = '';

function coverIcon(covered: boolean): void {
  const link = icon();
  if (!link) return;
  ownIcon ||= link.href;
  const href = covered ? 'data:,' : ownIcon;
  if (link.href !== href) link.href = href;
}

/**
 * Everything outside React that could still say where one was: the page itself, its title, address and icon.
 * @param neutralTitle the title of the neutral page
 */
export function coverPage(cover: Cover | null, neutralTitle: string): void {
  document.documentElement.toggleAttribute('data-curtain', cover !== null);
  if (cover === 'dates') {
    coverAddress();
    coverTab(neutralTitle);
    coverIcon(true);
    return;
  }
  coverIcon(false);
  coverTab(cover === null ? null : 'Encircle');
  uncoverAddress();
}
