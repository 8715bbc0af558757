import { RPCLink } from "@orpc/client/websocket";
import { reportConnection } from "./connection.ts";
import { type Door, type OfficeLink, OfficeLost } from "./door.ts";
import type { ProcedureKind } from "./procedure-kind.ts";

const PATIENCE_MS = 10_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;

/**
 * The door of the browser page: one WebSocket per thread on the page's own origin. A lost
 * socket is opened again with growing delays; a call made meanwhile waits ten seconds, then
 * throws `OfficeLost`. Calls in flight when a socket falls are rejected, never sent again: a
 * command may have been carried out.
 */
export function socketDoor(origin: string): Door {
  const isOpen: Record<ProcedureKind, boolean> = { query: false, command: false };
  const report = (kind: ProcedureKind, open: boolean) => {
    isOpen[kind] = open;
    if (isOpen.query && isOpen.command) reportConnection("open");
    else if (!open) reportConnection("lost");
  };
  const base = origin.replace(/^http/, "ws");
  const lines = {
    query: socketLine(`${base}/office/query`, (open) => report("query", open)),
    command: socketLine(`${base}/office/command`, (open) => report("command", open)),
  };
  return (kind) => lines[kind]();
}

function socketLine(url: string, report: (open: boolean) => void): () => Promise<OfficeLink> {
  let next = Promise.withResolvers<OfficeLink>();
  let delayMs = FIRST_DELAY_MS;

  function connect(): void {
    const socket = new WebSocket(url);
    let wasOpen = false;
    const link = new RPCLink({ websocket: socket });
    socket.addEventListener("open", () => {
      wasOpen = true;
      delayMs = FIRST_DELAY_MS;
      next.resolve(link);
      report(true);
    });
    socket.addEventListener("close", () => {
      if (wasOpen) next = Promise.withResolvers<OfficeLink>();
      report(false);
      setTimeout(connect, delayMs);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    });
  }

  connect();
  return () => withPatience(next.promise);
}

async function withPatience(link: Promise<OfficeLink>): Promise<OfficeLink> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OfficeLost()), PATIENCE_MS);
  try {
    return await Promise.race([link, promise]);
  } finally {
    clearTimeout(timer);
  }
}
