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

/** One save after another: each sends back the versions the last answer gave, and changes every line. */
function attendanceRequest(reader, path, stored) {
  let state = stored;
  let turn = 0;
  return {
    method: 'PUT',
    path,
    headers: HEADERS(reader),
    setupRequest: (request) => {
      turn += 1;
      const code = CODES[turn % CODES.length];
      const entries = state.entries.map(({ invitationId, version }) => ({ invitationId, version, code }));
      return { ...request, body: JSON.stringify({ version: state.version, entries }) };
    },
    onResponse: (status, body) => {
      if (status === 200) state = JSON.parse(body);
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
