import "./base/require-node.ts";
import { parentPort, workerData } from "node:worker_threads";
import { RPCHandler } from "@orpc/server/message-port";
import { openApp } from "./app.ts";
import type { ConnectMessage, OfficeWorkerData } from "./doors/office-threads.ts";

/** The workers' entry: serves the whole contract as the writer or as the reader. */
const app = openApp(workerData as OfficeWorkerData);
const handler = new RPCHandler(app.router, { interceptors: [app.guard] });

parentPort?.on("message", (message: ConnectMessage | "stop") => {
  if (message === "stop") {
    void app.close().then(() => process.exit(0));
    return;
  }
  handler.upgrade(message.connect, { context: app.context });
  message.connect.start();
});
