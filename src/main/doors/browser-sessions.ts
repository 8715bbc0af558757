import { createHash, randomBytes } from "node:crypto";

/**
 * Who may use the browser door. A token opens one session and dies; a session is a cookie that
 * scripts cannot read and that no other site can make the browser send. Only hashes are kept, so
 * that looking one up tells nothing by its duration.
 */
export class BrowserSessions {
  readonly #cookie: string;
  readonly #tokens = new Set<string>();
  readonly #sessions = new Set<string>();

  /** @param cookie a name of this door's own: cookies of 127.0.0.1 are shared by its ports */
  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  /** A token that opens one session: 256 random bits in base64url. */
  newToken(): string {
    const token = newSecret();
    this.#tokens.add(hashOf(token));
    return token;
  }

  /** Spends a token; returns the `Set-Cookie` of its session, or nothing when it opens none. */
  open(token: string): string | undefined {
    if (!this.#tokens.delete(hashOf(token))) return undefined;
    const session = newSecret();
    this.#sessions.add(hashOf(session));
    return `${this.#cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** True when a `Cookie` header carries an open session. */
  knows(header: string | undefined): boolean {
    for (const part of header?.split(";") ?? []) {
      const [name, value] = part.trim().split("=", 2);
      if (name === this.#cookie && value !== undefined && this.#sessions.has(hashOf(value))) {
        return true;
      }
    }
    return false;
  }
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64");
}
