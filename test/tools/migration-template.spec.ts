import { describe, expect, it } from '@jest/globals';
import { className, moduleName, template, withMigration } from '../../tools/db/migration-template.mjs';

const now = new Date('2026-11-22T09:08:07.123Z');
const index = `import { CreateA1 } from './1-create-a.js';

/** Every migration. */
export const migrations = [
  CreateA1,
];

export { roles } from './roles.js';
`;

describe('a new migration', () => {
  it('is named after the second it was made in and what it does', () => {
    expect(moduleName('add-meeting-venue', now)).toBe('20261122090807-add-meeting-venue');
    expect(className('add-meeting-venue', now)).toBe('AddMeetingVenue20261122090807');
    expect(template('add-meeting-venue', now)).toContain('class AddMeetingVenue20261122090807 implements');
  });

  it('comes last in the list', () => {
    expect(withMigration(index, 'add-meeting-venue', now)).toBe(`import { CreateA1 } from './1-create-a.js';
import { AddMeetingVenue20261122090807 } from './20261122090807-add-meeting-venue.js';

/** Every migration. */
export const migrations = [
  CreateA1,
  AddMeetingVenue20261122090807,
];

export { roles } from './roles.js';
`);
  });
});
