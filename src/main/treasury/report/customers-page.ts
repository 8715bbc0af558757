import { PAPER, type Paper } from "#main/base/pdf/paper.ts";
import { moneyAxis } from "./money-axis.ts";
import type { ReportSource } from "./owner-report.ts";
import { type Box, REPORT_COLORS, type ReportSheet } from "./report-sheet.ts";
import { figureColumn, figureColumns, textColumn } from "./week-page.ts";

const MOST = 5;
const MOST_REASONS = 2;
const CLOUD = 290;
const BAR = 23;

type Client = ReportSource["findings"]["risk"]["clients"][number];

/** Who may pay late and for how much, what is owed by lateness, and the first five with reasons. */
export function customersPage(sheet: ReportSheet, source: ReportSource): void {
  const { findings, w } = source;
  sheet.turn(w.customers);
  sheet.text(findings.story.paragraphs.find((one) => one.topic === "customers")?.text ?? "", {
    lines: 4,
  });
  const open = findings.risk.clients
    .filter((client) => client.openMinor > 0)
    .toSorted(
      (a, b) => b.lateChance * b.openMinor - a.lateChance * a.openMinor || a.partyId - b.partyId,
    );
  sheet.heading(w.riskTitle);
  if (open.length === 0) sheet.text(w.noRisk, { isQuiet: true });
  else {
    sheet.figure(w.riskAlt, CLOUD, (box) => cloud(sheet.paper, { box, open, source }));
    sheet.text(w.riskAxis, { isQuiet: true, lines: 1 });
  }
  sheet.heading(w.worst);
  worst(sheet, open.slice(0, MOST), source);
  sheet.heading(w.ageing);
  ageing(sheet, source);
}

function cloud(
  paper: Paper,
  { box, open, source }: { box: Box; open: readonly Client[]; source: ReportSource },
): void {
  const { format } = source;
  const amounts = open.map((client) => client.openMinor);
  const { plot, scale } = moneyAxis(paper, { box, amounts, format });
  const x = (share: number) => plot.x + share * plot.width;
  for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    const width = 40;
    const place = {
      x: x(share) - width / 2,
      y: plot.y + plot.height + 3,
      width,
      size: 7,
      color: PAPER.quiet,
    };
    paper.put(format.share(share), { ...place, center: true });
  }
  for (const [i, { lateChance, openMinor, lateMinor }] of open.entries()) {
    const isFirst = i < MOST;
    paper.doc.circle(x(lateChance), scale.y(openMinor), isFirst ? 3.4 : 2.2);
    const quiet = lateMinor > 0 ? REPORT_COLORS.accent : REPORT_COLORS.grey;
    paper.doc.fillOpacity(isFirst ? 1 : 0.6).fill(isFirst ? REPORT_COLORS.alert : quiet);
    paper.doc.fillOpacity(1);
  }
  for (const [i, { lateChance, openMinor }] of open.slice(0, MOST).entries()) {
    const place = { x: x(lateChance) - 16, y: scale.y(openMinor) - 5, width: 10, size: 8 };
    const color = REPORT_COLORS.alert;
    paper.put(String(i + 1), { ...place, font: "bold", color, right: true });
  }
}

function worst(sheet: ReportSheet, clients: readonly Client[], source: ReportSource): void {
  const { findings, w, format } = source;
  const usual = new Map(findings.patterns.parties.map((one) => [one.partyId, one.p50Days]));
  sheet.table({
    columns: [
      figureColumn("", 0.3),
      textColumn(w.customer, 2.8),
      ...figureColumns([w.open, w.late], 1.2),
      figureColumn(w.chance, 0.8),
      figureColumn(w.usual, 1.1),
      textColumn(w.reasons, 3.5),
      textColumn(w.gradeHead, 0.65),
    ],
    rows: clients.map((client, i) => [
      String(i + 1),
      client.partyName,
      format.money(client.openMinor),
      format.amount(client.lateMinor),
      format.share(client.lateChance),
      format.figure({ value: usual.get(client.partyId) ?? null, unit: "days" }),
      client.reasons
        .filter(({ points }) => points < 0)
        .slice(0, MOST_REASONS)
        .map(({ input, points }) => `${w[input]} ${format.number(points)}`)
        .join(", "),
      client.reliability.grade,
    ]),
    empty: w.noRisk,
  });
}

function ageing(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const steps = findings.ageing;
  if (steps.every(({ items }) => items === 0)) {
    sheet.text(w.noAgeing, { isQuiet: true });
    return;
  }
  sheet.figure(w.ageingAlt, steps.length * BAR + 8, (box) => {
    const label = 100;
    const most = Math.max(1, ...steps.map(({ minor }) => minor));
    const room = box.width - label - 150;
    for (const [i, { minor, items }] of steps.entries()) {
      const y = box.y + i * BAR;
      const width = Math.max(0.5, (room * Math.max(0, minor)) / most);
      const color = i === 0 ? REPORT_COLORS.grey : REPORT_COLORS.accent;
      sheet.paper.put(w.steps[i] ?? "", { x: box.x, y: y + 2, width: label, size: 8 });
      sheet.paper.doc.rect(box.x + label, y, width, BAR - 7).fill(color);
      const words = `${format.money(minor)} · ${w.invoices(format.number(items))}`;
      const place = { x: box.x + label + width + 6, y: y + 2, width: 144, size: 8 };
      sheet.paper.put(words, place);
    }
  });
}
