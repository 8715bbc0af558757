import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "#contract/contract.ts";

/** The contract as its caller sees it, through a door or inside the writer. */
export type BookCalls = ContractRouterClient<Contract>;
