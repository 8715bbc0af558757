import { addDays } from "#contract/date.ts";
import type { PaperColumn } from "#main/base/pdf/paper-table.ts";
import { forecastCurve } from "./forecast-curve.ts";
import type { ReportSource } from "./owner-report.ts";
import type { ReportSheet } from "./report-sheet.ts";

const MOST = 5;
const MOST_PROPOSALS = 3;
const WEEK_DAYS = 7;
const CURVE = 240;

/** What to do this week, and where cash stands. */
export function weekPage(sheet: ReportSheet, source: ReportSource): void {
  const { findings, madeOn, w, format } = source;
  const { company, asOn } = findings;
  sheet.title(w.report, w.below(company, format.date(asOn), format.date(madeOn)));
  reminders(sheet, source);
  payments(sheet, source);
  proposals(sheet, source);
  alerts(sheet, source);
  cash(sheet, source);
}

export function textColumn(label: string, share: number): PaperColumn {
  return { label, share, isFigure: false };
}

export function figureColumn(label: string, share: number): PaperColumn {
  return { label, share, isFigure: true };
}

/** Columns of figures of one width. */
export function figureColumns(labels: readonly string[], share: number): PaperColumn[] {
  return labels.map((label) => figureColumn(label, share));
}

function reminders(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  sheet.heading(`${w.thisWeek} – ${w.reminders}`);
  sheet.table({
    columns: [
      textColumn(w.how, 1.2),
      textColumn(w.customer, 3.1),
      textColumn(w.why, 2.6),
      ...figureColumns([w.open, w.gain], 1.3),
    ],
    rows: findings.actions.actions.slice(0, MOST).map((one) => {
      const late = one.why.find(({ code }) => code === "days-late")?.figure;
      const count = one.refs.length;
      const isLate = (late?.value ?? 0) > 0;
      return [
        w[one.kind],
        one.partyName ?? "",
        isLate && late ? w.lateFor(count, format.figure(late)) : w.notDue(count),
        format.money(one.openMinor),
        format.figure(one.expected),
      ];
    }),
    empty: w.noReminder,
  });
}

/** Those of the week in their legal order, then the next ones, to hold until their day. */
function payments(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const { asOn, actions } = findings;
  sheet.heading(w.payments);
  const soon = actions.payments.filter(
    ({ kind, payOn }) => kind !== "hold" && payOn <= addDays(asOn, WEEK_DAYS),
  );
  const later = actions.payments.filter((one) => !soon.includes(one));
  if (soon.length === 0 && later.length > 0) sheet.text(w.held, { isQuiet: true });
  sheet.table({
    columns: [
      textColumn(w.payOn, 1.2),
      textColumn(w.payee, 3.1),
      textColumn(w.rank, 1.3),
      textColumn(w.why, 2.3),
      figureColumn(w.amount, 1.3),
    ],
    rows: [...soon, ...later]
      .slice(0, MOST)
      .map((one) => [
        format.date(one.payOn),
        one.partyName ?? one.label,
        w[one.legalRank],
        [...one.why.map((code) => w[code]), ...(one.isShort ? [w.short] : [])].join(", "),
        format.money(one.openMinor),
      ]),
    empty: w.noPayment,
  });
}

function proposals(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  sheet.heading(w.proposals);
  const rows = findings.proposals.slice(0, MOST_PROPOSALS).map((one) => {
    const { party, reference, crossedOn, key } = one.facts;
    const words = {
      remind: () => w.remind(String(party), String(reference)),
      floor: () => w.floor(format.date(String(crossedOn))),
      indicator: () => w.indicator(String(key).toUpperCase()),
    };
    return [words[one.kind](), one.reliability.grade, format.money(one.effectMinor)];
  });
  sheet.table({
    columns: [textColumn(w.what, 6), textColumn(w.gradeHead, 0.7), figureColumn(w.atStake, 1.5)],
    rows,
    empty: w.noProposal,
  });
}

function alerts(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  sheet.heading(w.alerts);
  sheet.table({
    columns: [
      textColumn(w.since, 1.2),
      textColumn(w.what, 4.8),
      textColumn(w.gradeHead, 0.7),
      figureColumn(w.atStake, 1.5),
    ],
    rows: findings.warnings.alerts
      .slice(0, MOST)
      .map((one) => [
        format.date(one.sinceOn),
        `${one.partyName === null ? "" : `${one.partyName} `}${w[one.kind]}`,
        one.impact.reliability.grade,
        format.figure(one.impact),
      ]),
    empty: w.noAlert,
  });
}

function cash(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const { forecast, ageing } = findings;
  const { asOn, balanceMinor, floorMinor, lowest, at, reliability } = forecast;
  sheet.heading(w.cash);
  sheet.text(findings.story.paragraphs.find((one) => one.topic === "cash")?.text ?? "");
  const isBad = (minor: number) => minor < floorMinor;
  const owedMinor = ageing.reduce((sum, { minor }) => sum + minor, 0);
  sheet.tiles([
    {
      ...{ label: w.balanceOn(format.date(asOn)), value: format.money(balanceMinor) },
      ...{ note: w.inBank, isBad: isBad(balanceMinor) },
    },
    {
      ...{ label: w.lowest, value: format.money(lowest.balanceMinor) },
      ...{ note: w.on(format.date(lowest.on)), isBad: isBad(lowest.balanceMinor) },
    },
    {
      ...{ label: w.in30, value: format.money(at.d30), isBad: isBad(at.d30) },
      note: `${w.floorOf(format.short(floorMinor))}, ${w.grade(reliability.grade)}`,
    },
    { label: w.owed, value: format.money(owedMinor), note: w.on(format.date(findings.asOn)) },
  ]);
  if (forecast.days.length === 0) {
    sheet.text(w.noDay, { isQuiet: true });
    return;
  }
  const alt = w.curveAlt(format.money(lowest.balanceMinor), format.date(lowest.on));
  sheet.figure(alt, Math.min(CURVE, sheet.left - 14), (box) =>
    forecastCurve(sheet.paper, { box, forecast, w, format }),
  );
  sheet.text(w.curveKey, { isQuiet: true, lines: 1 });
}
