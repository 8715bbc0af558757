import type { ClientContext, ClientLink } from "@orpc/client";
import type { ProcedureKind } from "./procedure-kind.ts";

/** The way to one of the office's threads. */
export type OfficeLink = ClientLink<ClientContext>;

/** A door to the office: gives the open link to the reader or to the writer, waiting for it. */
export type Door = (kind: ProcedureKind) => Promise<OfficeLink>;

/** The office could not be reached in time; nothing says whether a command was carried out. */
export class OfficeLost extends Error {
  constructor() {
    super("The office does not answer.");
    this.name = "OfficeLost";
  }
}
