import { RPCLink } from "@orpc/client/message-port";
import { reportConnection } from "./connection.ts";
import type { Door, OfficeLink } from "./door.ts";

/**
 * What the Electron preload puts on `window.ecritoire`. A MessagePort cannot pass through the
 * context bridge, so the window asks, and the preload answers with
 * `window.postMessage("ecritoire:ports", origin, [query, command])`.
 */
export interface EcritoireBridge {
  askForPorts: () => void;
}

const ANSWER = "ecritoire:ports";

/** The door of the Electron window: two message ports handed by the preload. */
export function portDoor(bridge: EcritoireBridge): Door {
  const links = new Promise<{ query: OfficeLink; command: OfficeLink }>((resolve) => {
    window.addEventListener("message", function take(event: MessageEvent) {
      const [query, command] = event.ports;
      if (event.source !== window || event.data !== ANSWER) return;
      if (query === undefined || command === undefined) return;
      window.removeEventListener("message", take);
      resolve({ query: linkOver(query), command: linkOver(command) });
      reportConnection("open");
    });
  });
  bridge.askForPorts();
  return async (kind) => (await links)[kind];
}

function linkOver(port: MessagePort): OfficeLink {
  const link = new RPCLink({ port });
  // The close event exists in Chromium; it fires when the office's side goes away.
  port.addEventListener("close", () => reportConnection("lost"));
  port.start();
  return link;
}
