import type { BankRule, RuleEdit, RuleTrial } from "#contract/automation.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { CategoryRule } from "./business-rules.ts";
import { categoryOf } from "./category-of.ts";
import { editRules } from "./edit-rules.ts";
import { soundRules } from "./read-rules.ts";
import { rulesInForce, rulesSource } from "./rules-in-force.ts";

/** Newest lines tried: more would not change what a person decides. */
const MOST_LINES = 20_000;
const MOST_EXAMPLES = 20;

/** A bank line that pays no invoice and no bill, with the account it is booked to, if any. */
interface HistoryLine {
  bankLineId: number;
  bookedOn: string;
  label: string;
  amountMinor: number;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  madeBy: string | null;
  account: string | null;
}

const HISTORY = `
SELECT b.id AS bankLineId, b.booked_on AS bookedOn, b.label, b.amount_minor AS amountMinor,
  b.counterparty_name AS counterpartyName, b.counterparty_iban AS counterpartyIban,
  m.made_by AS madeBy, (SELECT l.account FROM line l
    JOIN bank_account a ON a.id = b.bank_account_id AND l.account <> a.account
    WHERE l.id BETWEEN m.entry_id * 65536 AND m.entry_id * 65536 + 65535 LIMIT 1) AS account
FROM bank_line b LEFT JOIN match m ON m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL
WHERE b.amount_minor <> 0 AND NOT EXISTS (SELECT 1 FROM match_allocation x WHERE x.match_id = m.id)
ORDER BY b.booked_on DESC, b.id DESC LIMIT ${MOST_LINES}`;

/** The rules in force as the screen shows them, each with the lines that it is the first to fit. */
export function listBankRules(read: ReadHandle): (BankRule & { lines: number })[] {
  const { categories } = rulesInForce(read);
  const taken = new Map<CategoryRule, number>();
  for (const line of history(read)) {
    const rule = categoryOf(categories, line);
    if (rule !== undefined) taken.set(rule, (taken.get(rule) ?? 0) + 1);
  }
  return categories.map((rule) => ({ ...shown(rule), lines: taken.get(rule) ?? 0 }));
}

function shown(rule: CategoryRule): BankRule {
  return {
    name: rule.name ?? "",
    contains: rule.contains ?? [],
    counterparty: rule.counterparty ?? [],
    iban: rule.iban ?? [],
    pattern: rule.pattern ?? "",
    minMinor: rule.minMinor ?? null,
    maxMinor: rule.maxMinor ?? null,
    direction: rule.direction ?? null,
    account: rule.account,
    entryLabel: rule.entryLabel ?? "",
    automatic: rule.automatic !== false,
  };
}

/** Tries a change of the rules on the lines of the book; nothing is written. */
export function tryRule(read: ReadHandle, edit: RuleEdit): RuleTrial | Refusal {
  const source = editRules(rulesSource(read), edit);
  const edited = isRefusal(source) ? source : soundRules(source);
  if (isRefusal(edited)) return edited;
  const before = rulesInForce(read).categories;
  const after = edited.categories;
  const trial: RuleTrial = { looked: 0, newly: 0, changed: 0, against: 0, examples: [] };
  for (const line of history(read)) {
    trial.looked++;
    const was = categoryOf(before, line)?.account ?? null;
    const now = categoryOf(after, line)?.account ?? null;
    const what = compare(line, was, now);
    if (what === undefined) continue;
    trial[what]++;
    if (trial.examples.length >= MOST_EXAMPLES) continue;
    const { bankLineId, bookedOn, label, amountMinor } = line;
    const told = what === "against" ? line.account : was;
    trial.examples.push({
      ...{ bankLineId, bookedOn, label, amountMinor, what },
      ...{ before: told, after: now },
    });
  }
  return trial;
}

function compare(
  { madeBy, account }: HistoryLine,
  was: string | null,
  now: string | null,
): "newly" | "changed" | "against" | undefined {
  if (was === now) return undefined;
  if (was !== null) return "changed";
  if (madeBy === null) return "newly";
  return now !== null && !account?.startsWith(now) ? "against" : undefined;
}

function history(read: ReadHandle): HistoryLine[] {
  return read.reading(HISTORY).all() as HistoryLine[];
}
