import { BrowserWindow, screen } from "electron";
import { APP_ADDRESS } from "./app-origin.ts";
import { refuseLeaving } from "./refuse-by-default.ts";
import { keepWindowPlace, readWindowPlace, SMALLEST } from "./window-place.ts";

/**
 * Opens the office's window where it last was.
 * @param files.preload the built preload script
 * @param files.place where the window's place is kept
 */
export function openWindow(files: { preload: string; place: string }): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...frame } = readWindowPlace(files.place, screens);
  const window = new BrowserWindow({
    ...frame,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: "Écritoire",
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  refuseLeaving(window.webContents);
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () =>
    keepWindowPlace(files.place, {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
    }),
  );
  void window.loadURL(APP_ADDRESS);
  return window;
}
