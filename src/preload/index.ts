import { contextBridge, ipcRenderer } from "electron";

/** What this script uses of the page; the rest of the DOM stays out of the project's Node side. */
declare const window: {
  postMessage(message: string, origin: string, transfer: object[]): void;
};
declare const location: { readonly origin: string; hash: string };

const PORTS = "ecritoire:ports";

// A MessagePort cannot cross the context bridge: the window receives its two by a message.
ipcRenderer.on(PORTS, (event) => window.postMessage(PORTS, location.origin, [...event.ports]));

ipcRenderer.on("ecritoire:go", (_event, path: unknown) => {
  if (typeof path === "string" && path.startsWith("/")) location.hash = path;
});

contextBridge.exposeInMainWorld("ecritoire", { askForPorts: () => ipcRenderer.send(PORTS) });
