import { askSecret, canAsk } from "./ask-secret.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import type { TerminalStreams } from "./terminal-streams.ts";
import { terminalWords } from "./terminal-words.ts";
import { UsageError } from "./usage-error.ts";

/** Where a command's secrets come from: the environment, else a person at the keyboard. */
export class SecretSource {
  readonly #streams: TerminalStreams;
  readonly #lang: TerminalLanguage;

  constructor(streams: TerminalStreams, lang: TerminalLanguage) {
    this.#streams = streams;
    this.#lang = lang;
  }

  /** The passphrase that opens a book, or nothing when nobody can be asked. */
  passphraseOf(folder: string): Promise<string | undefined> {
    const question = terminalWords[this.#lang].askPassphrase(folder);
    return this.#take("ECRITOIRE_PASSPHRASE", question);
  }

  /**
   * A secret that a command takes as a field. A book's own passphrase is in
   * ECRITOIRE_PASSPHRASE; when that one opens the book, the field's is in ECRITOIRE_SECRET.
   * @throws UsageError when a new passphrase is typed two different ways
   */
  async field(name: string, opensNoBook: boolean): Promise<string | undefined> {
    const words = terminalWords[this.#lang];
    const variable = opensNoBook ? "ECRITOIRE_PASSPHRASE" : "ECRITOIRE_SECRET";
    const isGiven = this.#streams.env[variable] !== undefined;
    const first = await this.#take(variable, words.askSecret(name));
    if (first === undefined || isGiven || name !== "passphrase") return first;
    const again = await askSecret(this.#streams, words.askAgain(name));
    if (again !== first) throw new UsageError(words.notSame);
    return first;
  }

  async #take(variable: string, question: string): Promise<string | undefined> {
    const given = this.#streams.env[variable];
    if (given !== undefined && given !== "") return given;
    return canAsk(this.#streams) ? askSecret(this.#streams, question) : undefined;
  }
}
