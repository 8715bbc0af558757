import { EventEmitter } from "node:events";
import { vi } from "vitest";

type Handler = (...args: unknown[]) => unknown;

/** A window that remembers how it was made and what it was told to refuse. */
export class FakeWindow extends EventEmitter {
  static made: FakeWindow[] = [];
  readonly options: { webPreferences: Record<string, unknown> } & Record<string, unknown>;
  readonly webContents = Object.assign(new EventEmitter(), {
    openHandler: undefined as Handler | undefined,
    setWindowOpenHandler(handler: Handler) {
      this.openHandler = handler;
    },
    send: vi.fn(),
  });
  readonly loadURL = vi.fn(async () => undefined);
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  readonly maximize = vi.fn();
  isMinimized = () => true;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });

  constructor(options: FakeWindow["options"]) {
    super();
    this.options = options;
    FakeWindow.made.push(this);
  }
}

/** The parts of Electron that the door uses; its program cannot run on every machine. */
export function fakeElectron(userData: string) {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
  return {
    app: Object.assign(new EventEmitter(), {
      isFirst: true,
      requestSingleInstanceLock(): boolean {
        return this.isFirst;
      },
      enableSandbox: vi.fn(),
      whenReady: vi.fn(async () => undefined),
      getPath: () => userData,
      getLocale: () => "fr-FR",
      quit: vi.fn(),
      exit: vi.fn(),
    }),
    BrowserWindow: FakeWindow,
    dialog: { showErrorBox: vi.fn() },
    ipcMain: new EventEmitter(),
    Menu: {
      setApplicationMenu: vi.fn(),
      buildFromTemplate: vi.fn((template: unknown) => template),
    },
    MessageChannelMain: class {
      port1 = new FakePort();
      port2 = new FakePort();
    },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: { defaultSession: session },
  };
}

/** Electron's port: its messages come wrapped in an event. */
export class FakePort extends EventEmitter {
  readonly posted: unknown[] = [];
  readonly start = vi.fn();
  readonly close = vi.fn();

  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}
