import { createHash } from 'node:crypto';

/**
 * What is measured: the same work asked of the program and of a bare server, by clients that each are one worker.
 * @typedef {{ user: string, hat: string, case: string, meeting: string, token: string, csrf: string }} Reader
 */

const HEADERS = (reader) => ({
  cookie: `encircle=${reader.token}`,
  'x-csrf-token': reader.csrf,
  'content-type': 'application/json',
});

const CODES = ['ATT', 'PART'];

/** One save after another: each starts from the versions the last answer gave, and changes every line. */
function attendanceRequest(reader, path, stored) {
  let { version, entries } = stored;
  return {
    method: 'PUT',
    path,
    headers: HEADERS(reader),
    setupRequest: (request) => {
      const code = CODES.find((each) => each !== entries[0].code);
      const lines = entries.map((line) => ({ invitationId: line.invitationId, version: line.version, code }));
      return { ...request, body: JSON.stringify({ version, entries: lines }) };
    },
    onResponse: (status, body) => {
      if (status !== 200) return;
      const saved = JSON.parse(body);
      version = saved.version;
      const now = new Map(saved.entries.map((line) => [line.invitationId, line]));
      entries = entries.map((line) => ({ ...line, ...now.get(line.invitationId) }));
    },
  };
}

/** Name, share of the bare server's requests a second that is aimed at, and how each side is asked. */
export const CASES = [
  {
    name: 'caseload',
    title: 'My caseload, 25 rows',
    goal: 0.5,
    ours: (reader) => ({ method: 'GET', path: '/api/my/cases', headers: HEADERS(reader) }),
    bare: (reader) => ({ method: 'GET', path: `/cases?user=${reader.user}` }),
  },
  {
    name: 'case_opened',
    title: 'One case opened',
    goal: 0.35,
    ours: (reader) => ({ method: 'GET', path: `/api/episodes/${reader.case}`, headers: HEADERS(reader) }),
    bare: (reader) => ({ method: 'GET', path: `/case?id=${reader.case}` }),
  },
  {
    name: 'attendance_saved',
    title: 'Attendance of five people saved',
    goal: 0.3,
    // A slot ends in the middle of saves whose answers nobody waits for: the next one starts from what is stored.
    refresh: true,
    ours: (reader) => attendanceRequest(reader, `/api/meetings/${reader.meeting}/attendance`, reader.stored),
    bare: (reader) =>
      attendanceRequest(reader, `/attendance?meeting=${reader.bareMeeting}`, reader.bareStored),
  },
];

export const digest = (value) => createHash('sha256').update(value).digest();
