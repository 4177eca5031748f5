/** The only door for tests: builds the real program on a real database. */
export { buildApp } from '#api/app.js';
export { AppModule } from '#api/app.module.js';
export {
  readSettings,
  SETTINGS,
  SettingsError,
  DEMO_SECRET,
  type Settings,
} from '#api/platform/config/settings.js';
export { createRolesAndDatabase, migrate } from '#api/platform/database/bootstrap.js';
export { migratingDataSource, runningDataSource } from '#api/platform/database/data-source.js';
export { AccessContext } from '#api/access/access-context.js';
export { AccessService } from '#api/access/access.service.js';
export { ceilingsOf } from '#api/access/ceilings-of.js';
export { routeHandlers, UndeclaredRoutesError } from '#api/access/route-check.js';
export { Access, ACCESS, Public, PUBLIC, type AccessRule } from '#api/access/access.decorator.js';
export { RETURNS, Returns, type Answer } from '#api/platform/http/returns.decorator.js';
export { UnsafeDatabaseError } from '#api/platform/database/database-check.js';
export { Logger } from '#api/platform/logging/logger.js';
export { poolOf, sourceOf } from '#api/platform/database/pool-of.js';
export { UnitOfWork } from '#api/platform/database/unit-of-work.js';
export { DEMO_PASSWORD, DEMO_SIGN_INS } from '#api/demo/sign-ins.js';
export { openApiDocument } from '#api/openapi/openapi.document.js';
export { drift, guardsDump, UNMAPPED_TABLES } from '#api/platform/database/drift.js';
export { ENTITIES } from '#api/entities.js';
export { DeliveryService } from '#api/notifications/delivery.service.js';
export { RoomViewService } from '#api/room-view/room-view.service.js';
export { loadStory } from '#api/demo/load-demo.js';
export { SealingLoop } from '#api/audit/sealing/sealing.loop.js';
export { Sealer, CheckpointConflictError } from '#api/audit/sealing/sealer.js';
export { signingKey } from '#api/audit/sealing/signing-key.js';
export { AlertsLoop } from '#api/audit/alerting/alerts.loop.js';
export { canonicalBytes, COLUMNS } from '#api/audit/chain/canonical.js';
export { chainRoot, nextHash } from '#api/audit/chain/link.js';
export { auditExport, auditVerify } from '#api/audit/verifying/verify-command.js';
export { addAgreement, ORDINARY } from '#api/demo/consent-rows.js';
export { CaseRows } from '#api/demo/case-rows.js';
export { Rows } from '#api/demo/rows.js';
export { ScanningService } from '#api/documents/scanning.service.js';
export { FileCipher } from '#api/documents/file-cipher.service.js';
