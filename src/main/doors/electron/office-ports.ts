import type { MessagePort } from "node:worker_threads";
import type { IpcMain, IpcMainEvent, MessageChannelMain, MessagePortMain } from "electron";
import type { OfficeThreads } from "#main/doors/office-threads.ts";
import { isAppAddress } from "./app-origin.ts";

/** The page asks for its two ports; the answer carries them, query first. */
export const PORTS_CHANNEL = "ecritoire:ports";

/**
 * Gives the office's ports to our own page when it asks, and to nothing else: the sender must be
 * the main frame of a window and its address ours.
 */
export function handPorts(
  ipc: Pick<IpcMain, "on">,
  office: Pick<OfficeThreads, "connect">,
  newChannel: () => MessageChannelMain,
): void {
  ipc.on(PORTS_CHANNEL, (event) => {
    if (!isOwnSender(event)) return;
    const query = newChannel();
    const command = newChannel();
    relayPorts(query.port1, office.connect("reader"));
    relayPorts(command.port1, office.connect("writer"));
    event.sender.postMessage(PORTS_CHANNEL, null, [query.port2, command.port2]);
  });
}

function isOwnSender(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppAddress(frame.url);
}

/** Relays messages byte for byte between the window's port and an office port. */
export function relayPorts(window: MessagePortMain, office: MessagePort): void {
  window.on("message", (event) => office.postMessage(event.data));
  office.on("message", (message) => window.postMessage(message));
  window.on("close", () => office.close());
  office.on("close", () => window.close());
  window.start();
}
