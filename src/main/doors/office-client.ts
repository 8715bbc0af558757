import type { MessagePort } from "node:worker_threads";
import { createORPCClient, DynamicLink } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { procedureAt } from "#contract/procedures.ts";
import type { BookCalls } from "#main/book/book-calls.ts";
import type { OfficeThreads } from "./office-threads.ts";

/** A client in this process: each call goes to the reader or the writer as the contract says. */
export function officeClient(office: Pick<OfficeThreads, "connect">): BookCalls {
  const links = {
    query: new RPCLink({ port: opened(office.connect("reader")) }),
    command: new RPCLink({ port: opened(office.connect("writer")) }),
  };
  return createORPCClient(new DynamicLink((_options, path) => links[procedureAt(path).meta.kind]));
}

function opened(port: MessagePort): MessagePort {
  port.start();
  port.unref();
  return port;
}
