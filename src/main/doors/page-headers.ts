/**
 * The headers of every page, the same in the window and in the browser. Nothing comes from
 * elsewhere, nothing is embedded elsewhere. The one relaxation is inline style: the component
 * library and virtual rows place things with it.
 * @param socketOrigin where the page's WebSockets go, when it uses some
 */
export function pageHeaders(socketOrigin?: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    `connect-src 'self'${socketOrigin === undefined ? "" : ` ${socketOrigin}`}`,
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=()",
  };
}
