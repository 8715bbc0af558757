import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
} from "electron";
import { startOffice } from "#main/doors/office-threads.ts";
import { appScheme, serveApp } from "./app-protocol.ts";
import { menuTemplate } from "./menu.ts";
import { menuLanguage } from "./menu-words.ts";
import { handPorts } from "./office-ports.ts";
import { openWindow } from "./open-window.ts";
import { refusePermissions } from "./refuse-by-default.ts";

/** Tells the page to show another screen; the preload turns it into the page's own address. */
const GO_CHANNEL = "ecritoire:go";

/**
 * Runs the application in its window. A second launch brings the first one's window forward.
 * @param out folder that holds the built `main`, `preload` and `renderer`
 */
export async function openElectronDoor(out: string): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([appScheme]);
  await app.whenReady();
  refusePermissions(session.defaultSession);
  serveApp(protocol, join(out, "renderer"));
  const main = (name: string) => pathToFileURL(join(out, "main", name));
  const office = startOffice(main("office.js"), main("reading-worker.js").href);
  handPorts(ipcMain, office, () => new MessageChannelMain());
  const windows = windowKeeper(out);
  setMenu(windows.go);
  windows.show();
  app.on("second-instance", windows.show);
  app.on("activate", windows.show);
  app.on("window-all-closed", () => app.quit());
  stopWithOffice(office);
}

/** Opens the one window when there is none, else brings it forward. */
function windowKeeper(out: string) {
  let window: BrowserWindow | undefined;
  const show = () => {
    if (window === undefined) {
      window = openWindow({
        preload: join(out, "preload", "index.cjs"),
        place: join(app.getPath("userData"), "window.json"),
      });
      window.on("closed", () => {
        window = undefined;
      });
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  return { show, go: (path: string) => window?.webContents.send(GO_CHANNEL, path) };
}

function setMenu(go: (path: string) => void): void {
  const language = menuLanguage(app.getLocale());
  const template = menuTemplate({ language, isMac: process.platform === "darwin", go });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The book is closed before the application ends; a fallen office ends it with a word. */
function stopWithOffice(office: ReturnType<typeof startOffice>): void {
  let isStopping = false;
  app.on("before-quit", (event) => {
    if (isStopping) return;
    isStopping = true;
    event.preventDefault();
    void office.stop().finally(() => app.exit());
  });
  void office.failed.then((fault) => {
    dialog.showErrorBox("Écritoire", fault.message);
    app.exit(3);
  });
}
