import { expect, screenshot, test, unlock } from "./fixtures.ts";

test("the window opens on the ways to begin, without a complaint", async ({ page, host }) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écritoire");
  await expect(page.getByRole("button", { name: "Essayer avec l'entreprise" })).toBeVisible();
  await screenshot(page, "start");
  expect(host.complaints).toEqual([]);
  expect(page.url()).not.toContain("token");
});

test("a book is unlocked through the window and stays open over a reload", async ({
  page,
  host,
  makeBook,
}) => {
  const book = await makeBook(async (office) => {
    await office.ledger.postEntry({
      entry: {
        journal: "OD",
        datedOn: "2026-01-05",
        pieceRef: "STATUTS",
        label: "Capital social",
        lines: [
          { account: "512001", debitMinor: 100_000 },
          { account: "101300", creditMinor: 100_000 },
        ],
      },
    });
  });
  await unlock(page, book);
  await expect(page.getByText("Atelier des Écluses").first()).toBeVisible();
  await page.evaluate("location.hash = '/entries'");
  await expect(page.getByText("STATUTS").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("STATUTS").first()).toBeVisible();
  expect(host.complaints).toEqual([]);
});

test("a wrong passphrase is refused in words and opens nothing", async ({ page, makeBook }) => {
  const book = await makeBook();
  await page.getByRole("button", { name: "Ouvrir un dossier" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(book.folder);
  await page.getByLabel("Phrase secrète", { exact: true }).fill("une autre phrase");
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(page.getByText("La phrase secrète n'ouvre pas")).toBeVisible();
});

/** What a script that slipped into the page would try. It is text: it runs in the page only. */
const INTRUSION = `(async () => {
  const script = document.createElement("script");
  script.textContent = "window.injected = true";
  document.head.append(script);
  setTimeout("window.evaluated = true", 0);
  const image = new Image();
  const loading = new Promise((resolve) => {
    image.onload = () => resolve("loaded");
    image.onerror = () => resolve("refused");
  });
  image.src = "https://example.com/pixel.png";
  const fetching = fetch("https://example.com/").then(() => "fetched", () => "refused");
  await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    injected: "injected" in window,
    evaluated: "evaluated" in window,
    image: await loading,
    fetched: await fetching,
  };
})()`;

test("the page can run, load or reach nothing foreign", async ({ page, host }) => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const got = await page.evaluate(INTRUSION);
  expect(got).toEqual({
    injected: false,
    evaluated: false,
    image: "refused",
    fetched: "refused",
  });
  // Refused by the page's own policy, not by a machine without network.
  const told = host.complaints.join("\n");
  for (const rule of ["script-src", "img-src", "connect-src"]) expect(told).toContain(rule);
});

test("another page of the same browser reaches nothing", async ({ page, host }) => {
  test.skip(host.kind === "electron", "the window is the only page there");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { origin, host: address } = new URL(page.url());
  const other = await page.context().newPage();
  await other.route("http://foreign.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>foreign</title>" }),
  );
  await other.goto("http://foreign.example/");
  const got = await other.evaluate(
    async ([doorOrigin, doorAddress]) => {
      const opened = new Promise((resolve) => {
        const socket = new WebSocket(`ws://${doorAddress}/office/query`);
        socket.onopen = () => resolve("open");
        socket.onerror = () => resolve("refused");
      }).catch(() => "refused");
      const read = fetch(`${doorOrigin}/`, { credentials: "include" }).then(
        () => "read",
        () => "refused",
      );
      return { socket: await opened, page: await read };
    },
    [origin, address] as const,
  );
  expect(got).toEqual({ socket: "refused", page: "refused" });
});

test("without its session the browser gets nothing, not even the page", async ({ page, host }) => {
  test.skip(host.kind === "electron", "the window has no session");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.context().clearCookies();
  const reply = await page.reload();
  expect(reply?.status()).toBe(401);
  await expect(page.getByText("Ouvrez l'adresse imprimée")).toBeVisible();
});
