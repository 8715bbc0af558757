import { type Refusal, refuse } from "#main/base/refusal.ts";

/** Where secrets of this machine's user are kept: the operating system's keychain. */
export interface Keychain {
  read(account: string): Promise<string | undefined>;
  write(account: string, secret: string): Promise<Refusal | undefined>;
  remove(account: string): Promise<Refusal | undefined>;
}

const SERVICE = "ecritoire";

/**
 * Without this the library keeps secrets in the Linux kernel's memory when no secret service
 * answers: a key said to be kept would be gone at the next start of the machine.
 */
const STORE = { linux: { store: "secret-service" } } as const;

/**
 * The system's keychain (Secret Service, macOS Keychain, Windows Credential Manager). Where none
 * answers, reading finds nothing and writing is refused with the system's own reason.
 */
export function systemKeychain(): Keychain {
  const entries = () => import("@napi-rs/keyring");
  return {
    async read(account) {
      try {
        const { AsyncEntry } = await entries();
        return (await new AsyncEntry(SERVICE, account, STORE).getPassword()) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: (account, secret) =>
      refusing(async () => {
        const { AsyncEntry } = await entries();
        await new AsyncEntry(SERVICE, account, STORE).setPassword(secret);
      }),
    remove: (account) =>
      refusing(async () => {
        const { AsyncEntry } = await entries();
        await new AsyncEntry(SERVICE, account, STORE).deletePassword();
      }),
  };
}

async function refusing(action: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await action();
    return undefined;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return refuse("book.keychain-unavailable", { reason });
  }
}
