import type { MenuItemConstructorOptions } from "electron";
import { menuWords } from "./menu-words.ts";

type Items = MenuItemConstructorOptions[];
type Words = (typeof menuWords)["fr" | "en"];

/** What the menu needs: its language, the system's habits, and how to go to a screen. */
export interface MenuSetting {
  language: keyof typeof menuWords;
  isMac: boolean;
  /** Goes to the screen at an address of the window. Entries navigate; they never act. */
  go: (path: string) => void;
}

/**
 * The native menu. Cut, copy, paste and undo are the system's own roles, so that they work in
 * every field. Shortcuts of screens belong to the page, which lists them: none is bound twice.
 */
export function menuTemplate({ language, isMac, go }: MenuSetting): Items {
  const w = menuWords[language];
  const to = (label: string, path: string) => ({ label, click: () => go(path) });
  return [
    ...(isMac ? [appMenu(w)] : []),
    {
      label: w.file,
      submenu: [
        to(w.importFiles, "/import"),
        to(w.exportFiles, "/exports"),
        { type: "separator" },
        isMac ? { role: "close", label: w.close } : { role: "quit", label: w.quit },
      ],
    },
    { label: w.edit, submenu: editItems(w) },
    {
      label: w.view,
      submenu: [
        to(w.home, "/"),
        to(w.sales, "/sales"),
        to(w.purchases, "/purchases"),
        to(w.bank, "/bank"),
        to(w.entries, "/entries"),
        to(w.treasury, "/treasury"),
        to(w.journal, "/journal"),
        { type: "separator" },
        { role: "resetZoom", label: w.actualSize },
        { role: "zoomIn", label: w.zoomIn },
        { role: "zoomOut", label: w.zoomOut },
        { role: "togglefullscreen", label: w.fullScreen },
      ],
    },
    { label: w.window, role: "window", submenu: windowItems(w, isMac) },
    { label: w.help, role: "help", submenu: [{ role: "about", label: w.about }] },
  ];
}

function appMenu(w: Words): MenuItemConstructorOptions {
  return {
    role: "appMenu",
    submenu: [
      { role: "about", label: w.about },
      { type: "separator" },
      { role: "services" },
      { type: "separator" },
      { role: "hide", label: w.hide },
      { role: "hideOthers", label: w.hideOthers },
      { role: "unhide", label: w.showAll },
      { type: "separator" },
      { role: "quit", label: w.quit },
    ],
  };
}

function editItems(w: Words): Items {
  return [
    { role: "undo", label: w.undo },
    { role: "redo", label: w.redo },
    { type: "separator" },
    { role: "cut", label: w.cut },
    { role: "copy", label: w.copy },
    { role: "paste", label: w.paste },
    { role: "selectAll", label: w.selectAll },
  ];
}

function windowItems(w: Words, isMac: boolean): Items {
  const items: Items = [
    { role: "minimize", label: w.minimize },
    { role: "zoom", label: w.zoom },
  ];
  if (isMac) items.push({ type: "separator" }, { role: "front", label: w.front });
  return items;
}
