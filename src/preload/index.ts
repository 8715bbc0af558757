import { contextBridge, ipcRenderer } from "electron";

const PORTS = "ecritoire:ports";

// A MessagePort cannot cross the context bridge: the window receives its two by a message.
ipcRenderer.on(PORTS, (event) => window.postMessage(PORTS, location.origin, [...event.ports]));

ipcRenderer.on("ecritoire:go", (_event, path: unknown) => {
  if (typeof path === "string" && path.startsWith("/")) location.hash = path;
});

contextBridge.exposeInMainWorld("ecritoire", { askForPorts: () => ipcRenderer.send(PORTS) });
