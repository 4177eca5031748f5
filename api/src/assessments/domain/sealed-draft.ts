/** Which draft: what a ciphertext is bound to, so that it cannot be moved to another row. */
export interface DraftPlace {
  userId: string;
  form: string;
  recordId: string;
  section: string;
}

export interface Sealed {
  keyVersion: number;
  nonce: Buffer;
  /** AES-256-GCM, the 16 bytes of its tag at the end. */
  ciphertext: Buffer;
}
