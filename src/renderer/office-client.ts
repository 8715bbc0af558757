import { type ClientContext, createORPCClient, DynamicLink } from "@orpc/client";
import type { AnyContractRouter, ContractRouterClient } from "@orpc/contract";
import type { Door } from "./door.ts";
import { type EcritoireBridge, portDoor } from "./port-door.ts";
import { procedureKind } from "./procedure-kind.ts";
import { socketDoor } from "./socket-door.ts";

declare global {
  interface Window {
    /** Present in the Electron window only. */
    ecritoire?: EcritoireBridge;
  }
}

/** The door this window came through: Electron's ports when there are some, else sockets. */
export function openDoor(): Door {
  if (window.ecritoire !== undefined) return portDoor(window.ecritoire);
  return socketDoor(window.location.origin);
}

/**
 * The typed client of the office: `client.ledger.listEntries({ … })`. Each call goes to the
 * reader or to the writer as the contract marks it. A refusal arrives as an error of code
 * `REFUSED` carrying `{ code, facts }`; `problemOf` turns any error into what a person reads.
 */
export function connectOffice<C extends AnyContractRouter>(
  contract: C,
  door: Door,
): ContractRouterClient<C> {
  const link = new DynamicLink<ClientContext>((_options, path) =>
    door(procedureKind(contract, path)),
  );
  return createORPCClient(link) as ContractRouterClient<C>;
}
