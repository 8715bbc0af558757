import type { MatchInput, MatchLine, PaymentHabit } from "#main/reconciliation/matching/model.ts";
import { findAmbiguous } from "./ambiguity.ts";
import { makeCompanies } from "./companies.ts";
import { makeItems } from "./items.ts";
import { makeNoise, makeRejects, makeTransfers, makeUnlisted } from "./noise.ts";
import { type LineClass, payCompany } from "./payments.ts";
import { seedRandom } from "./random.ts";
import { ACQUIRERS, settleCards } from "./settlements.ts";

/** What a line truly pays: item id to amount; empty for a line that pays nothing we know. */
export interface Truth {
  readonly class: LineClass;
  readonly allocations: ReadonlyMap<string, number>;
  /** True when nothing in the line or the books could tell it from another answer. */
  readonly isAmbiguous: boolean;
  /** Id of the other line of a transfer, or of the payment that came back. */
  readonly partner: string | undefined;
}

interface Labelled {
  readonly input: MatchInput;
  readonly truths: ReadonlyMap<string, Truth>;
  /** The company's own account that each line is of. */
  readonly accounts: ReadonlyMap<string, number>;
}

/**
 * A labelled company of about `size` open items and nearly as many bank lines over two years.
 * Separate from the shipped sample company; nothing in it is real.
 */
export function generateLabelled(options: { size: number; seed: number }): Labelled {
  const random = seedRandom(options.seed);
  const companies = makeCompanies(random, Math.max(20, Math.round(options.size / 16)));
  const items = makeItems(random, companies, options.size);
  const byCompany = Map.groupBy(items, (i) => i.partyId);
  const made = companies.flatMap((c) => payCompany(random, c, byCompany.get(c.id) ?? []));
  made.push(...settleCards(random, items));
  made.push(...makeUnlisted(random, companies, made));
  made.push(...makeRejects(random, made));
  made.push(...makeTransfers(random, Math.round(made.length / 60)));
  made.push(...makeNoise(random, Math.round(made.length / 9)));
  const ambiguous = findAmbiguous(items, made);
  const lines: MatchLine[] = [];
  const truths = new Map<string, Truth>();
  const accounts = new Map<string, number>();
  const ids = new Map(made.map((m, n) => [m, `l${n}`]));
  made.forEach((m, n) => {
    const id = `l${n}`;
    lines.push({ id, ...m.line });
    const { allocations } = m;
    const partner = m.partner && ids.get(m.partner);
    truths.set(id, { class: m.class, allocations, isAmbiguous: ambiguous.has(m), partner });
    accounts.set(id, m.bankAccountId ?? 1);
  });
  const habits = new Map<string, PaymentHabit>(
    companies.map((c) => [c.id, { medianDelayDays: c.medianDelayDays, count: 8 }]),
  );
  const matching = { acquirers: ACQUIRERS, toleranceMinor: 0, automatic: true };
  return { input: { lines, items, habits, options: matching }, truths, accounts };
}
