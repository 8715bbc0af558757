import { addDays, addMonths, endOfMonth } from "#contract/date.ts";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { Causes } from "#contract/treasury-causes.ts";
import { formatDate, formatMoney, formatMovement } from "#renderer/format.ts";
import type { causeWords } from "#renderer/words/causes.ts";
import type { Language } from "#renderer/words/language.ts";
import type { Words } from "#renderer/words/words.ts";

type W = Words<typeof causeWords>;
type Named = Causes["named"][number];
type Event = Causes["events"][number];

/** One row of the moves: what a factor adds, and for cash what it is made of. */
export type MoveRow = Causes["bridge"][number] & { move: Causes["moves"][number] | undefined };

/** What is asked first: the last whole month that is known, against the one before. */
export function lastMonth(knownOn: string): { fromOn: string; toOn: string } {
  const isWhole = endOfMonth(knownOn) === knownOn;
  const toOn = isWhole ? knownOn : endOfMonth(addMonths(knownOn, -1));
  return { fromOn: addDays(`${toOn.slice(0, 7)}-01`, -1), toOn };
}

/** The bridge with the moves of each cash category. */
export function moveRows({ bridge, moves }: Causes): MoveRow[] {
  return bridge.map((step) => {
    return { ...step, move: moves.find((move) => move.category === step.factor) };
  });
}

/** `+2,5 j`: days with their sign. */
export function signedDays(days: number, w: W, language: Language): string {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const options = { maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;
  return w.days(days.toLocaleString(locale, options).replace("-", "\u2212"));
}

/** The value of a figure with its sign: money or days. */
export function signedValue(
  { value, unit }: { value: number | null; unit: string },
  w: W,
  language: Language,
): string {
  if (value === null) return "";
  return unit === "minor" ? formatMovement(value, language) : signedDays(value, w, language);
}

/** From what to what a figure went; undefined where one end is not known. */
export function movedSentence(
  { kpi, opening, closing }: Pick<Causes, "kpi" | "opening" | "closing">,
  w: W,
  language: Language,
): string | undefined {
  const [from, to] = [opening?.value, closing?.value];
  if (from === undefined || from === null || to === undefined || to === null) return undefined;
  const days = (value: number) => signedDays(value, w, language).replace("+", "");
  const money = (minor: number) => formatMoney(minor, language);
  return kpi === "cash"
    ? w.cashMoved(money(from), money(to), formatMovement(to - from, language))
    : w.dsoMoved(days(from), days(to), signedDays(to - from, w, language));
}

/** A named part of the move, worded by how it is known: arithmetic is never a cause. */
export function namedSentence(named: Named, w: W, language: Language): string {
  const amount = signedValue(named.figure, w, language);
  const account = named.account === null ? null : w.account(named.account);
  const whole = named.factor === null ? null : w[named.factor];
  const slice = named.name ?? account;
  const parts = [slice, whole, named.manner === null ? null : w[named.manner]];
  const subject = parts.filter((part) => part !== null).join(", ");
  if (named.claim === "arithmetic") return w.arithmetic(subject, amount);
  return named.claim === "coincides" ? w.coincides(subject) : w.estimatedAlone(subject, amount);
}

/** What is said of an event that a person told. */
export function eventSentence(event: Event, w: W, language: Language): string {
  const subject = w.told(event.label, formatDate(event.on));
  if (event.effect === null) return w.coincides(subject);
  const { figure, lowMinor, highMinor } = event.effect;
  const money = (minor: number) => formatMovement(minor, language);
  const told = w.estimated(
    subject,
    ...([signedValue(figure, w, language), money(lowMinor), money(highMinor)] as const),
  );
  return lowMinor <= 0 && highMinor >= 0 ? `${told} ${w.zeroInside}` : told;
}

/** The bridge as a table: cash with its opening and closing, days alone. */
export function bridgeTable(found: Causes, w: W): ExportedTable {
  const kind = found.kpi === "cash" ? "money" : "days";
  const rows = found.bridge.map((step) => [w[step.factor], step.figure.value]);
  const end = (on: string, value: number | null | undefined) => [
    ...[w.balanceOn(formatDate(on)), value ?? null],
  ];
  const all = [
    end(found.fromOn, found.opening?.value),
    ...rows,
    end(found.toOn, found.closing?.value),
  ];
  return {
    columns: [
      { label: w.factor, kind: "text" },
      { label: w.effect, kind },
    ],
    rows: found.kpi === "cash" ? all : rows,
  };
}
