/** A host ends when nobody holds its line any more. */
export default function stopHosts() {
  for (const child of globalThis.encircleHosts ?? []) if (child.connected) child.disconnect();
}
