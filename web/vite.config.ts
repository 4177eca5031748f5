import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const API = process.env['ENCIRCLE_API'] ?? 'http://localhost:3000';

/**
 * The screen is served by the program itself in use; the proxy is for `npm run dev` only.
 * `shared` is read through its built files, the same ones the API uses.
 */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    alias: { '@web': here('./src'), 'class-transformer': here('./src/providers/no-decorators.ts') },
  },
  // The program puts its one-time word there for every answer; scripts and styles without it do not run.
  html: { cspNonce: '%NONCE%' },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1100,
    license: { fileName: 'LICENCES.md' },
  },
  server: { port: 5173, proxy: { '/api': { target: API, changeOrigin: true } } },
});
