/** The host of this Jest worker. */
function address(): string {
  const ports = (process.env['ENCIRCLE_TEST_HOSTS'] ?? '').split(' ').filter(Boolean);
  const mine = ports[Number(process.env['JEST_WORKER_ID'] ?? '1') % ports.length];
  if (!mine)
    throw new Error(
      'No host of the program: run the tests through Jest with the settings of this repository',
    );
  return `http://127.0.0.1:${mine}`;
}

/** Tells the process that runs the programs of the tests to do something. @throws what went wrong there */
export async function onHost<T>(command: string, words: object): Promise<T> {
  const response = await fetch(`${address()}/${command}`, { method: 'POST', body: JSON.stringify(words) });
  const { answer, error } = (await response.json()) as { answer: T; error?: string };
  if (error !== undefined) throw new Error(error);
  return answer;
}
