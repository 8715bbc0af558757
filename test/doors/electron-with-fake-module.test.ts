import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { isAppAddress } from "#main/doors/electron/app-origin.ts";
import { menuTemplate } from "#main/doors/electron/menu.ts";
import { relayPorts } from "#main/doors/electron/office-ports.ts";
import { keepWindowPlace, readWindowPlace } from "#main/doors/electron/window-place.ts";
import { FakePort, FakeWindow, fakeElectron } from "./fake-electron.ts";
import { temporaryFolder } from "./test-book.ts";

/**
 * The Electron door against a fake `electron` module: the only fake of the project, because the
 * program itself is not on every machine. Where it is, the end-to-end specs run in it.
 */
const folder = temporaryFolder();
const electron = fakeElectron(folder.path);
vi.mock("electron", () => electron);
const { connect } = vi.hoisted(() => ({ connect: vi.fn() }));
vi.mock("#main/doors/office-threads.ts", () => ({
  startOffice: () => ({
    connect,
    failed: new Promise(() => undefined),
    stop: async () => undefined,
  }),
}));
const { openElectronDoor } = await import("#main/doors/electron/electron-door.ts");

const out = join(folder.path, "out");
mkdirSync(join(out, "renderer"), { recursive: true });
writeFileSync(join(out, "renderer", "index.html"), "<!doctype html>");
writeFileSync(join(out, "secret.json"), "{}");
afterAll(() => folder.remove());

beforeEach(async () => {
  FakeWindow.made = [];
  electron.app.removeAllListeners();
  electron.ipcMain.removeAllListeners();
  electron.app.isFirst = true;
  connect.mockReset();
  connect.mockImplementation(() => new MessageChannel().port1);
  await openElectronDoor(out);
});

const onlyWindow = () => FakeWindow.made[0]!;

describe("the window", () => {
  test("is sandboxed, isolated, and shows our own page only", () => {
    expect(electron.app.enableSandbox).toHaveBeenCalled();
    expect(onlyWindow().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      preload: join(out, "preload", "index.cjs"),
    });
    expect(onlyWindow().loadURL).toHaveBeenCalledWith("app://ecritoire/");
  });

  test("neither navigates, nor opens another, nor embeds one", () => {
    const { webContents } = onlyWindow();
    expect(webContents.openHandler?.({ url: "https://evil.example" })).toEqual({ action: "deny" });
    const names = ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"];
    for (const name of names) {
      const event = { preventDefault: vi.fn() };
      webContents.emit(name, event);
      expect(event.preventDefault).toHaveBeenCalledOnce();
    }
  });

  test("is refused every permission and device", () => {
    const { defaultSession } = electron.session;
    const answer = vi.fn();
    for (const permission of ["media", "geolocation", "notifications", "clipboard-read", "hid"]) {
      defaultSession.setPermissionRequestHandler.mock.lastCall?.[0](null, permission, answer);
      expect(defaultSession.setPermissionCheckHandler.mock.lastCall?.[0](null, permission)).toBe(
        false,
      );
    }
    expect(answer.mock.calls).toEqual([[false], [false], [false], [false], [false]]);
    expect(defaultSession.setDevicePermissionHandler.mock.lastCall?.[0]({})).toBe(false);
  });

  test("comes forward when the application is launched again; a second copy leaves", async () => {
    electron.app.emit("second-instance");
    expect(FakeWindow.made.length).toBe(1);
    expect(onlyWindow().restore).toHaveBeenCalledOnce();
    expect(onlyWindow().focus).toHaveBeenCalledOnce();
    electron.app.isFirst = false;
    electron.app.quit.mockClear();
    await openElectronDoor(out);
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(FakeWindow.made.length).toBe(1);
  });

  test("opens again after it was closed (macOS), where it was", () => {
    onlyWindow().emit("close");
    onlyWindow().emit("closed");
    electron.app.emit("activate");
    const { x, y, width, height } = FakeWindow.made[1]!.options;
    expect({ x, y, width, height }).toEqual({ x: 10, y: 20, width: 1000, height: 700 });
  });
});

describe("app://", () => {
  const get = (address: string, method = "GET"): Promise<Response> =>
    electron.protocol.handle.mock.lastCall?.[1](new Request(address, { method }));

  test("serves the built pages under the strict policy", async () => {
    const page = await get("app://ecritoire/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const policy = page.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
  });

  test("serves nothing else", async () => {
    for (const path of ["..%2fsecret.json", "../secret.json", "%2e%2e%2fsecret.json", "none.js"]) {
      expect((await get(`app://ecritoire/${path}`)).status).toBe(404);
    }
    expect((await get("app://other/index.html")).status).toBe(404);
    expect((await get("app://ecritoire/", "POST")).status).toBe(404);
  });

  test("is told apart from every other address, own schemes included", () => {
    expect(isAppAddress("app://ecritoire/index.html#/entries")).toBe(true);
    const others = [
      "app://other/",
      "app://ecritoire.evil.example/",
      "app://evil@other/",
      "apps://ecritoire/",
      "https://ecritoire/",
      "file:///ecritoire/",
      "data:text/html,app://ecritoire/",
      "about:blank",
      "",
    ];
    for (const address of others) expect(isAppAddress(address)).toBe(false);
  });
});

describe("the office's ports", () => {
  const asked = (frame: { url: string; parent: object | null } | null) => {
    const sender = { postMessage: vi.fn() };
    electron.ipcMain.emit("ecritoire:ports", { sender, senderFrame: frame });
    return sender.postMessage;
  };

  test("are handed to the main frame of our own page, query first", () => {
    const postMessage = asked({ url: "app://ecritoire/index.html", parent: null });
    expect(connect.mock.calls).toEqual([["reader"], ["writer"]]);
    expect(postMessage).toHaveBeenCalledWith("ecritoire:ports", null, [
      expect.any(FakePort),
      expect.any(FakePort),
    ]);
  });

  test("are handed to nobody else", () => {
    const page = { url: "app://ecritoire/", parent: null };
    const others = [
      null,
      { ...page, url: "https://evil.example/" },
      { ...page, url: "app://other/" },
      { ...page, parent: {} },
    ];
    for (const frame of others) expect(asked(frame)).not.toHaveBeenCalled();
    expect(connect).not.toHaveBeenCalled();
  });

  test("relay both ways, byte for byte, until one side closes", async () => {
    const { port1: officeSide, port2: handler } = new MessageChannel();
    const port = new FakePort();
    // The fake has the three methods and two events of MessagePortMain that the relay uses.
    relayPorts(port as unknown as Parameters<typeof relayPorts>[0], officeSide);
    expect(port.start).toHaveBeenCalledOnce();
    const arrived = new Promise((resolve) => handler.once("message", resolve));
    const bytes = new Uint8Array([0, 255, 7]);
    port.emit("message", { data: bytes });
    expect(await arrived).toEqual(bytes);
    handler.postMessage("answer");
    await expect.poll(() => port.posted).toEqual(["answer"]);
    const closed = new Promise((resolve) => handler.once("close", () => resolve("closed")));
    port.emit("close");
    expect(await closed).toBe("closed");
  });
});

describe("the menu", () => {
  test.each([
    ["fr", ["&Fichier", "&Édition", "&Affichage", "Fe&nêtre", "&Aide"]],
    ["en", ["&File", "&Edit", "&View", "&Window", "&Help"]],
  ] as const)("in %s; its own entries only navigate", (language, labels) => {
    const went: string[] = [];
    const template = menuTemplate({ language, isMac: false, go: (path) => went.push(path) });
    expect(template.map((menu) => menu.label)).toEqual(labels);
    const items = template.flatMap(
      (menu) => menu.submenu as { click?: () => void; role?: string }[],
    );
    for (const item of items) item.click?.();
    expect(went.length).toBeGreaterThan(5);
    for (const path of went) expect(path).toMatch(/^\/[a-z]*$/);
    const roles = items.map((item) => item.role);
    expect(roles).toEqual(expect.arrayContaining(["undo", "cut", "copy", "paste", "quit"]));
    expect(items.every((i) => i.role !== undefined || i.click !== undefined || "type" in i)).toBe(
      true,
    );
  });

  test("has the application's own menu first on a Mac", () => {
    const [first] = menuTemplate({ language: "fr", isMac: true, go: () => undefined });
    expect(first?.role).toBe("appMenu");
  });

  test("sends the page to a screen", () => {
    const template = electron.Menu.buildFromTemplate.mock.lastCall?.[0] as ReturnType<
      typeof menuTemplate
    >;
    const [importItem] = template[0]!.submenu as { click: () => void }[];
    importItem?.click();
    expect(onlyWindow().webContents.send).toHaveBeenCalledWith("ecritoire:go", "/import");
  });
});

describe("the window's place", () => {
  const file = join(folder.path, "place", "window.json");
  const screen = [{ x: 0, y: 0, width: 1920, height: 1080 }];

  test("is kept and found again", () => {
    const place = { x: 100, y: 50, width: 1400, height: 900, maximized: true };
    keepWindowPlace(file, place);
    expect(readWindowPlace(file, screen)).toEqual(place);
  });

  test("outside today's screens gives back its size only", () => {
    for (const [x, y] of [
      [5000, 50],
      [-1380, 50],
      [100, -500],
      [100, 1079],
    ] as const) {
      keepWindowPlace(file, { x, y, width: 1400, height: 900, maximized: false });
      expect(readWindowPlace(file, screen)).toEqual({ width: 1400, height: 900, maximized: false });
    }
  });

  test("that is missing or broken is the first one", () => {
    const first = readWindowPlace(join(folder.path, "none.json"), screen);
    expect(first).toEqual({ width: 1280, height: 800, maximized: false });
    for (const broken of ["{", "[]", "null", '{"width":"wide"}', '{"width":1e400,"height":3}']) {
      writeFileSync(file, broken);
      expect(readWindowPlace(file, screen)).toEqual(first);
    }
  });
});

test("quitting closes the book before the application ends", async () => {
  const event = { preventDefault: vi.fn() };
  electron.app.exit.mockClear();
  electron.app.emit("before-quit", event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  await expect.poll(() => electron.app.exit.mock.calls.length).toBe(1);
});
