const SHORT = 48;

/** Bytes written one after the other into one buffer that grows: a million rows are hashed without making a million small buffers. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(4096);
  length = 0;

  /** What has been written; valid until the next write. */
  bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  /** Room for something written later. @returns where it is */
  reserve(count: number): number {
    const at = this.length;
    if (at + count > this.buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (at + count));
      this.buffer.copy(larger, 0, 0, at);
      this.buffer = larger;
    }
    this.length = at + count;
    return at;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.buffer[at] = value;
  }

  int32(value: number): void {
    this.int32At(this.reserve(4), value);
  }

  int32At(at: number, value: number): void {
    this.buffer.writeInt32BE(value, at);
  }

  int64(value: bigint): void {
    this.buffer.writeBigInt64BE(value, this.reserve(8));
  }

  raw(value: Buffer): void {
    value.copy(this.buffer, this.reserve(value.length));
  }

  /** @throws RangeError on what is no UUID */
  uuid(value: string): void {
    const at = this.reserve(16);
    if (value.length !== 36 || this.buffer.write(value.replaceAll('-', ''), at, 16, 'hex') !== 16)
      throw new RangeError('not a UUID as PostgreSQL writes it');
  }

  utf8(value: string): void {
    const at = this.reserve(value.length * 3);
    let end = at;
    if (value.length <= SHORT) {
      for (let n = 0; n < value.length; n += 1) {
        const code = value.charCodeAt(n);
        if (code > 0x7f) {
          end = at;
          break;
        }
        this.buffer[end] = code;
        end += 1;
      }
    }
    this.length = end > at || value.length === 0 ? end : at + this.buffer.write(value, at, 'utf8');
  }
}
