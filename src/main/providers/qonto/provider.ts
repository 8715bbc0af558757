import type { BankFeed, FeedAccount, FeedPage, FeedRequest } from "#main/banking/port.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { QONTO, type QontoClient } from "./client.ts";
import { toFeedAccount, toFeedLine } from "./map.ts";
import {
  type QontoTransaction,
  type QontoTransactions,
  qontoAccounts,
  qontoTransactions,
} from "./schema.ts";

const ACCOUNTS_PATH = "/v2/bank_accounts";
const LINES_PATH = "/v2/transactions";
const LARGEST_PAGE = 100;
const MOST_PAGES = 10_000;
const RESUME_OVERLAP_MS = 10 * 60_000;

/** Qonto as a bank feed; `perPage` is at most 100. */
export function qontoFeed(client: QontoClient, perPage = LARGEST_PAGE): BankFeed {
  return {
    name: QONTO,
    accounts: (signal) => readAccounts(client, signal),
    lines: (request, signal) => readLines({ client, perPage }, request, signal),
  };
}

async function readAccounts(
  client: QontoClient,
  signal: AbortSignal,
): Promise<FeedAccount[] | Refusal> {
  const byId = new Map<string, FeedAccount>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = [
      ["current_page", String(page)],
      ["per_page", String(LARGEST_PAGE)],
    ] as const;
    const request = { path: ACCOUNTS_PATH, query, schema: qontoAccounts };
    const reply = await client.get(request, signal);
    if (isRefusal(reply)) return reply;
    for (const account of reply.bank_accounts) byId.set(account.id, toFeedAccount(account));
    if (!reply.meta?.next_page) break;
  }
  return [...byId.values()];
}

interface Reading {
  client: QontoClient;
  perPage: number;
}

/**
 * Lines by order of change. Numbered pages alone would skip lines, because a line that changes
 * while we read leaves its place and all later ones move up. So each request asks for what
 * changed since the last line read (one millisecond earlier, to take in its equals) and takes
 * page 1. Only when that brings nothing newer (more than a page of lines of one instant, or a
 * page served twice) are numbered pages walked, to the end, and walked again until a second walk
 * brings nothing new; the cursor stays where it was until then.
 */
async function* readLines(
  reading: Reading,
  request: FeedRequest,
  signal: AbortSignal,
): AsyncGenerator<FeedPage | Refusal, void, undefined> {
  const account = await findAccount(reading.client, request, signal);
  if (isRefusal(account)) {
    yield account;
    return;
  }
  const seen = new Set<string>();
  let since = startOf(request);
  let reached = since ?? "";
  let [page, walk, freshInWalk] = [1, 1, 0];
  for (let asked = 0; asked < MOST_PAGES; asked++) {
    const reply = await readPage(reading, { account, since, page }, signal);
    if (isRefusal(reply)) {
      yield reply;
      return;
    }
    const fresh = unseen(reply.transactions, seen);
    const last = reply.transactions.at(-1)?.updated_at ?? reached;
    if (isLater(last, reached)) reached = last;
    const more = Boolean(reply.meta.next_page);
    const advances = page === 1 && fresh.length > 0 && isLater(overlap(last), since);
    const complete = page === 1 && (advances || !more);
    if (fresh.length > 0) {
      const cursor = complete ? last : (since ?? fresh[0]?.updated_at ?? last);
      yield { lines: latest(fresh).map(toFeedLine), cursor, account };
    }
    freshInWalk += fresh.length;
    if (more && advances) [since, walk, freshInWalk] = [overlap(last), 1, 0];
    else if (more) page++;
    else if (page > 1 && (walk === 1 || freshInWalk > 0)) {
      [page, walk, freshInWalk] = [1, walk + 1, 0];
    } else {
      if (page > 1) yield { lines: [], cursor: reached, account };
      return;
    }
  }
  yield unknownReply("meta.next_page");
}

/** The transactions not yet seen in this state; they are seen from now on. */
function unseen(theirs: readonly QontoTransaction[], seen: Set<string>): QontoTransaction[] {
  const fresh = theirs.filter((t) => !seen.has(stateOf(t)));
  for (const t of fresh) seen.add(stateOf(t));
  return fresh;
}

function isLater(instant: string, than: string | undefined): boolean {
  return !than || Date.parse(instant) > Date.parse(than);
}

async function findAccount(
  client: QontoClient,
  { account: wanted }: FeedRequest,
  signal: AbortSignal,
): Promise<FeedAccount | Refusal> {
  const accounts = await readAccounts(client, signal);
  if (isRefusal(accounts)) return accounts;
  const plain = (iban: string) => iban.replace(/\s/g, "").toUpperCase();
  const found = accounts.find((a) =>
    "id" in wanted ? a.id === wanted.id : plain(a.iban) === plain(wanted.iban),
  );
  const account = "id" in wanted ? wanted.id : wanted.iban;
  return found ?? refuse("providers.unknown-account", { provider: QONTO, account });
}

async function readPage(
  { client, perPage }: Reading,
  from: { account: FeedAccount; since: string | undefined; page: number },
  signal: AbortSignal,
): Promise<QontoTransactions | Refusal> {
  const query: [string, string][] = [
    ["bank_account_id", from.account.id],
    ["status[]", "pending"],
    ["status[]", "completed"],
    ["status[]", "declined"],
    ["sort_by", "updated_at:asc"],
    ["per_page", String(perPage)],
    ["current_page", String(from.page)],
  ];
  if (from.since !== undefined) query.push(["updated_at_from", from.since]);
  const request = { path: LINES_PATH, query, schema: qontoTransactions };
  const reply = await client.get(request, signal);
  if (isRefusal(reply)) return reply;
  const instants = reply.transactions.map((t) => Date.parse(t.updated_at));
  // An order other than the one asked for would make the next page skip lines unseen.
  const inOrder = instants.every((at, i) => i === 0 || at >= (instants[i - 1] ?? at));
  if (!inOrder) return unknownReply("updated_at");
  return reply;
}

function unknownReply(field: string): Refusal {
  return refuse("providers.unknown-reply", { provider: QONTO, path: LINES_PATH, field });
}

/**
 * A cursor is taken up ten minutes earlier: their servers may show a change a little after its
 * own instant. The lines read twice are the same by id.
 * @throws RangeError when the cursor is not one that this feed gave
 */
function startOf({ cursor, updatedSinceAtMs }: FeedRequest): string | undefined {
  const sinceAtMs =
    cursor === undefined ? updatedSinceAtMs : Date.parse(cursor) - RESUME_OVERLAP_MS;
  return sinceAtMs === undefined ? undefined : new Date(sinceAtMs).toISOString();
}

function overlap(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}

function stateOf(theirs: QontoTransaction): string {
  return `${theirs.id} ${theirs.updated_at} ${theirs.status}`;
}

/** One line an id: a page that holds a line twice gives its latest state. */
function latest(theirs: readonly QontoTransaction[]): QontoTransaction[] {
  return [...new Map(theirs.map((t) => [t.id, t])).values()];
}
