// Loaded before the API. If the program that started it is killed outright, the API drains and ends too, instead of
// holding the port against the next start.
const PATIENCE_MS = 10_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
