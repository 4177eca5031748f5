import { refused, type Checked } from './checked.js';

const LOCAL = /^[^\s@"(),:;<>[\\\]]+$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** An e-mail address, its domain in lower case. Parents share addresses: it is never a key (rule 8.5). */
export function checkEmail(text: string): Checked {
  const typed = text.trim().normalize('NFC');
  const at = typed.lastIndexOf('@');
  const [local, domain] = [typed.slice(0, Math.max(at, 0)), typed.slice(at + 1).toLowerCase()];
  const wellFormed =
    at > 0 && LOCAL.test(local) && DOMAIN.test(domain) && !/^\.|\.\.|\.$/.test(local) && local.length <= 64;
  if (!wellFormed || typed.length > 254)
    return refused('EMAIL_FORMAT', 'Enter an e-mail address, for example name@example.org');
  const value = `${local}@${domain}`;
  return { ok: true, value, display: value };
}
