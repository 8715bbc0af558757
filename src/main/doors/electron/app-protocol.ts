import type { CustomScheme, Protocol } from "electron";
import { readPageFile } from "#main/doors/page-file.ts";
import { pageHeaders } from "#main/doors/page-headers.ts";
import { APP_HOST, APP_SCHEME } from "./app-origin.ts";

/** What must be declared before the application is ready: pages of `app://` are real origins. */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/**
 * Serves the built pages on `app://ecritoire/`.
 * @param root folder of the built pages
 */
export function serveApp(protocol: Pick<Protocol, "handle">, root: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    const reads = request.method === "GET" || request.method === "HEAD";
    const isOwn = url.host === APP_HOST && reads;
    const file = isOwn ? await readPageFile(root, url.pathname) : undefined;
    const headers = { ...pageHeaders(), "Cache-Control": "no-store" };
    if (file === undefined) return new Response(null, { status: 404, headers });
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...headers, "Content-Type": file.type },
    });
  });
}
