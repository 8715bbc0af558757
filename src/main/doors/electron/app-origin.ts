/** The window's own protocol: pages come from the application's folder, never from a server. */
export const APP_SCHEME = "app";
export const APP_HOST = "ecritoire";
export const APP_ADDRESS = `${APP_SCHEME}://${APP_HOST}/`;

/**
 * True for an address of our own pages. Protocol and host are compared one by one: the `origin`
 * of a URL of an own scheme is the text "null" in Node, which would let any such scheme pass.
 */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
