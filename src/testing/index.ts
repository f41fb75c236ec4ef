/**
 * The test kit: a server to test and show the elements with, a browser's abilities without a browser, and the search for
 * secrets where none may be. Runs in a page and on Node. The handlers for Mock Service Worker stand in
 * `mfa-elements/testing/msw`.
 */
export { asServer } from './as-server.js';
export * from './canary.js';
export { setOnline } from './online.js';
export { createFakePlatform, type FakeCeremonyEnd, type FakePlatform, type FakePlatformOptions } from './platform.js';
export type { FakeCredential } from './authenticator.js';
export { createSimulatedServer, type SimulatedServer } from './server.js';
export type { SimulatedBrowser } from './server/browser.js';
export type { SimulatedClock } from './server/clock.js';
export type { CodesAtHand } from './server/codes.js';
export type { HelpDesk } from './server/desk.js';
export { FAULT_KINDS, type Fault, type FaultKind, type FaultMenu } from './server/faults.js';
export type {
  AccountOptions,
  CodesOption,
  DeliveryOption,
  EnrollOption,
  Limits,
  PasskeyOption,
  SimulatedServerOptions,
  Timer,
} from './server/options.js';
export { OPERATIONS, type OperationId, type Route, type Schemas } from './server/schema.js';
export type { LogEntry } from './server/transport.js';
export type { AccountView, CodeSetView } from './server/view.js';
export type { Sent } from './server/world.js';
