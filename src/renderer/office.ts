import { contract } from "#contract/contract.ts";
import { connectOffice, openDoor } from "./office-client.ts";

/** The office, as every screen calls it: `office.ledger.listEntries({ … })`. */
export const office = connectOffice(contract, openDoor());
