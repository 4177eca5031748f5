/** A file as it lies in the database. */
export interface SealedFile {
  keyVersion: number;
  nonce: Buffer;
  /** AES-256-GCM, the 16 bytes of its tag at the end. */
  ciphertext: Buffer;
}
