import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

const GREETING = 'zINSTREAM\0';

/** A scanner that speaks as clamd does over a real socket: it knows one word of harm, and can be made to be down. */
export class ScannerStand {
  /** DOWN hangs up on everybody; MUTTERS says what nobody understands. */
  mood: 'WELL' | 'DOWN' | 'MUTTERS' = 'WELL';
  /** The files it was shown, whole. */
  readonly seen: Buffer[] = [];

  private constructor(
    private readonly server: Server,
    private readonly harm: string,
  ) {}

  static async start(harm: string): Promise<ScannerStand> {
    const server = createServer((line) => stand.serve(line));
    const stand = new ScannerStand(server, harm);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return stand;
  }

  get url(): string {
    return `clamd://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(line: Socket): void {
    line.on('error', () => undefined);
    if (this.mood === 'DOWN') return void line.destroy();
    let heard = Buffer.alloc(0);
    line.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part]);
      const file = wholeFile(heard);
      if (file === null) return;
      this.seen.push(file);
      const found = file.includes(this.harm) ? 'stream: Invented.Harm FOUND' : 'stream: OK';
      line.end(`${this.mood === 'MUTTERS' ? 'INSTREAM size limit exceeded. ERROR' : found}\0`);
    });
  }
}

/** The pieces put together, once the length of nothing has come. */
function wholeFile(heard: Buffer): Buffer | null {
  if (heard.toString('latin1', 0, GREETING.length) !== GREETING) return null;
  const pieces: Buffer[] = [];
  for (let at = GREETING.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
