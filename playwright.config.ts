import { defineConfig } from "@playwright/test";
import { buildWhenStale } from "./scripts/start/build-when-stale.ts";

// The runner loads this file again in each of its workers; only the first time builds.
if (process.env.TEST_WORKER_INDEX === undefined) buildWhenStale(import.meta.dirname);

const KEYCHAIN = "connections.spec.ts";

export default defineConfig({
  testDir: "test/e2e",
  // A process looks for its keychain once: what needs one runs in a process of its own.
  projects: [
    { name: "office", testMatch: "*.spec.ts", testIgnore: KEYCHAIN },
    { name: "keychain", testMatch: KEYCHAIN },
  ],
  // The runner empties this folder; the reports and screenshots beside it stay.
  outputDir: "test-results/e2e",
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  reporter: "list",
});
