import { bridgeBars } from "./bridge-bars.ts";
import type { ReportSource } from "./owner-report.ts";
import type { ReportSheet } from "./report-sheet.ts";
import { figureColumn, figureColumns, textColumn } from "./week-page.ts";

const MOST = 8;
const BRIDGE = 235;

/** Why cash moved in the last whole month, what customers leave, and which costs moved. */
export function reasonsPage(sheet: ReportSheet, source: ReportSource): void {
  const { findings, w } = source;
  sheet.turn(w.reasonsPage);
  sheet.text(findings.story.paragraphs.find((one) => one.topic === "change")?.text ?? "");
  bridge(sheet, source);
  margins(sheet, source);
  costMoves(sheet, source);
}

function bridge(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const { opening, closing, bridge: parts, named, toOn } = findings.causes;
  const from = opening?.value ?? 0;
  const to = closing?.value ?? 0;
  if (parts.every(({ figure }) => (figure.value ?? 0) === 0)) {
    sheet.text(w.noMonth, { isQuiet: true });
    return;
  }
  sheet.heading(w.bridgeTitle(format.month(toOn), format.movement(to - from)));
  const names: Readonly<Record<string, string>> = w.bridgeNames;
  const steps = parts
    .filter(({ figure }) => figure.value !== 0)
    .map(({ factor, figure }) => ({
      ...{ label: names[factor] ?? factor, minor: figure.value ?? 0 },
    }));
  sheet.figure(w.bridgeAlt(format.money(from), format.money(to)), BRIDGE, (box) =>
    bridgeBars(sheet.paper, {
      ...{ box, steps, format },
      opening: { label: w.bridgeNames.opening, minor: from },
      closing: { label: w.bridgeNames.closing, minor: to },
    }),
  );
  sheet.text(w.bridgeKey, { isQuiet: true, lines: 1 });
  sheet.heading(w.named);
  if (named.length === 0) sheet.text(w.noNamed, { isQuiet: true });
  for (const { factor, manner, name, figure } of named) {
    const whole = factor === null ? "" : (names[factor] ?? factor);
    const how = manner === null ? "" : ` (${w[manner]})`;
    const who = name === null ? "" : `, ${name}`;
    sheet.text(`${whole}${who}${how}${w.colon} ${format.movement(figure.value ?? 0)}`, {
      lines: 1,
    });
  }
}

function margins(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const { totals, creditMinor, clients, drivers, warnings, fromOn, toOn } = findings.margins;
  sheet.heading(w.margins(format.date(fromOn), format.date(toOn)));
  const total = [
    w.total,
    format.money(totals.salesMinor),
    format.amount(totals.directMinor),
    format.amount(totals.allocatedMinor),
    format.amount(creditMinor),
    format.money(totals.marginMinor),
    "",
  ];
  const rows = clients
    .slice(0, MOST)
    .map((one) => [
      one.partyName ?? w.unnamed,
      format.money(one.salesMinor),
      format.amount(one.directMinor),
      format.amount(one.allocatedMinor),
      format.amount(one.creditMinor),
      format.figure(one.margin),
      one.margin.reliability.grade,
    ]);
  sheet.table({
    columns: [
      textColumn(w.customer, 3.1),
      ...figureColumns([w.sales, w.direct, w.allocated, w.credit, w.margin], 1.4),
      textColumn(w.gradeHead, 0.8),
    ],
    rows: rows.length === 0 ? [] : [...rows, total],
    empty: w.noMargin,
    isTotalled: true,
  });
  if (rows.length === 0) return;
  const moved = drivers
    .filter(({ figure }) => (figure.value ?? 0) !== 0)
    .map(({ part, figure }) => `${w[part]} ${format.movement(figure.value ?? 0)}`);
  sheet.y += 5;
  const isNew = warnings.includes("no-period-before") || moved.length === 0;
  sheet.text(isNew ? w.noPeriod : `${w.moved}${w.colon} ${moved.join(" · ")}`, {
    isQuiet: true,
    lines: 2,
  });
}

function costMoves(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  sheet.heading(w.costMoves);
  sheet.table({
    columns: [
      textColumn(w.since, 1.1),
      textColumn(w.supplier, 3.2),
      textColumn(w.account, 0.9),
      ...figureColumns([w.before, w.after], 1.3),
      figureColumn(w.change, 0.8),
      figureColumn(w.yearly, 1.4),
      textColumn(w.gradeHead, 0.8),
    ],
    rows: findings.costs.moves
      .slice(0, MOST)
      .map((one) => [
        format.date(one.on),
        one.supplier,
        one.account ?? "",
        format.money(one.beforeMinor),
        format.money(one.afterMinor),
        `${one.change > 0 ? "+" : ""}${format.share(one.change)}`,
        format.movement(one.yearly.value ?? 0),
        one.yearly.reliability.grade,
      ]),
    empty: w.noCostMove,
  });
}
