/** The SQLSTATE of a failed statement, wrapped by the driver's error or not; null for any other error. */
export function databaseCode(error: unknown): string | null {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' && /^[0-9A-Z]{5}$/.test(found) ? found : null;
}
