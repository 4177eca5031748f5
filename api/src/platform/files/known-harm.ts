/** The test pattern every scanner knows, put together here so that this file is not taken for one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const TEST_PATTERN = Buffer.from(EICAR, 'latin1');

/** Whether the bytes hold a pattern that is known to be harmful. A real scanner is a setting of its own. */
export const isKnownHarm = (bytes: Buffer): boolean => bytes.includes(TEST_PATTERN);
