import autocannon from 'autocannon';

/** @param {number[]} values @param {number} share 0 to 1 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values) => percentile(values, 0.5);

/**
 * One slot of load: every connection is one worker with requests of their own.
 * @param {{ url: string, requests: object[], seconds: number }} slot
 * @returns {Promise<{ rps: number, p50: number, p95: number }>} requests a second and milliseconds
 */
export async function slot({ url, requests, seconds }) {
  const times = [];
  let failed = 0;
  let firstFailure;
  let next = 0;
  const run = autocannon({
    url,
    connections: requests.length,
    duration: seconds,
    setupClient: (client) => {
      client.setRequests([requests[next++ % requests.length]]);
      client.on('body', (body) => (client.lastBody = body));
    },
  });
  run.on('response', (client, status, _bytes, time) => {
    times.push(time);
    if (status === 200) return;
    failed += 1;
    firstFailure ??= `${status} ${String(client.lastBody).slice(0, 300)}`;
  });
  const started = performance.now();
  const result = await run;
  const took = (performance.now() - started) / 1000;
  if (failed > 0 || result.errors > 0)
    throw new Error(
      `${failed} answers of ${url} were not 200, ${result.errors} calls failed; the first: ${firstFailure}`,
    );
  return { rps: times.length / took, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
