import { createServer } from 'node:http';
import pg from 'pg';
import { ATTENDANCE, CASELOAD, CASE_OPENED } from './bare-sql.mjs';

// Dates as text and counts as numbers, as the program reads them.
pg.types.setTypeParser(1082, (value) => value);
pg.types.setTypeParser(20, Number);

const pool = new pg.Pool({
  connectionString: process.env.BARE_DATABASE_URL,
  max: Number(process.env.BARE_POOL_SIZE),
  options: '-c timezone=UTC -c jit=off',
});
/** As `pg` is used by default: a text and its values. With a name each connection plans the statement once. */
const asking = (prepared) => (name, text, values) =>
  prepared ? pool.query({ name, text, values }) : pool.query(text, values);

async function caseload(ask, query) {
  const { rows } = await ask('caseload', CASELOAD, [query.get('user')]);
  return JSON.stringify({
    items: rows.map((row) => ({
      id: row.id,
      ref: row.ref,
      type: row.type,
      state: row.state,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      nextReviewOn: row.next_review_on,
      children: [
        {
          id: row.child_id,
          stub: false,
          name: row.name,
          chosenName: row.chosen_name,
          dateOfBirth: row.date_of_birth,
          dueDate: row.due_date,
        },
      ],
      part: row.part,
      leadProfessional: row.lead === null ? null : { name: row.lead, you: row.you },
    })),
    total: rows[0]?.total ?? 0,
  });
}

const opened = async (ask, query) => (await ask('opened', CASE_OPENED, [query.get('id')])).rows[0].body;

async function attendance(ask, query, request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { version, entries } = JSON.parse(text);
  const { rows } = await ask('attendance', ATTENDANCE, [
    query.get('meeting'),
    version,
    JSON.stringify(entries),
  ]);
  return rows[0].body;
}

const ROUTES = { '/cases': caseload, '/case': opened, '/attendance': attendance };

const PREPARED = '/prepared';

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://bare');
  const prepared = url.pathname.startsWith(PREPARED);
  const route = ROUTES[prepared ? url.pathname.slice(PREPARED.length) : url.pathname];
  route(asking(prepared), url.searchParams, request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error) => response.writeHead(500).end(error.message),
  );
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit(0));
