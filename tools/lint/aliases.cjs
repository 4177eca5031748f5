// Read by the import rules only; web/vite.config.ts and web/tsconfig.json name the same alias for their own tools.
const { join } = require('node:path');

module.exports = { resolve: { alias: { '@web': join(__dirname, '../../web/src') } } };
