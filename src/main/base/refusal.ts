import type { RefusalCode, RefusalFacts } from "#contract/refusals.ts";

/**
 * An expected "no": a code of the contract with the facts its sentence needs. Returned, never
 * thrown, so that the type of a command says that it may refuse.
 */
export class Refusal<C extends RefusalCode = RefusalCode> {
  readonly code: C;
  readonly facts: RefusalFacts<C>;

  constructor(code: C, facts: RefusalFacts<C>) {
    this.code = code;
    this.facts = facts;
  }
}

/** Makes a refusal; the facts are checked against the code by the compiler. */
export function refuse<C extends RefusalCode>(code: C, facts: RefusalFacts<C>): Refusal<C> {
  return new Refusal(code, facts);
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
