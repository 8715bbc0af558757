import type { MessagePort } from "node:worker_threads";
import type { RawData, WebSocket } from "ws";

/** The longest message: an imported file travels whole. */
export const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** While this much waits to be read by the page, nothing more is read from it. */
const HIGH_WATER_BYTES = 16 * 1024 * 1024;

/** Relays messages byte for byte between a page's socket and an office port, until one closes. */
export function relaySocket(socket: WebSocket, port: MessagePort): void {
  socket.on("message", (data: RawData, isBinary: boolean) => {
    if (!isBinary) return port.postMessage(String(data));
    // A copy of its own: a clone would carry the whole pool that the buffer is a view of.
    const bytes = new Uint8Array(data as Buffer);
    port.postMessage(bytes, [bytes.buffer]);
  });
  port.on("message", (message: string | Uint8Array) => {
    socket.send(message, { binary: typeof message !== "string" }, () => {
      if (socket.isPaused && socket.bufferedAmount < HIGH_WATER_BYTES) socket.resume();
    });
    if (socket.bufferedAmount >= HIGH_WATER_BYTES) socket.pause();
  });
  socket.on("close", () => port.close());
  // An oversized or malformed frame closes the socket by itself; nothing else is to be done.
  socket.on("error", () => socket.terminate());
  port.on("close", () => socket.close(1011));
}
