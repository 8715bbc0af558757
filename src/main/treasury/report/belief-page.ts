import type { StressFinding } from "#contract/treasury-stress.ts";
import { dayTicks, drawBand, drawFloor, drawLine, type Point } from "./forecast-curve.ts";
import { moneyAxis } from "./money-axis.ts";
import type { ReportSource } from "./owner-report.ts";
import { REPORT_COLORS, type ReportSheet } from "./report-sheet.ts";
import { figureColumns, textColumn } from "./week-page.ts";

const FAN = 210;

/** What may go wrong, and how far to believe the whole. */
export function beliefPage(sheet: ReportSheet, source: ReportSource): void {
  const { findings, stress, w } = source;
  sheet.turn(w.beliefPage);
  sheet.text(findings.story.paragraphs.find((one) => one.topic === "care")?.text ?? "");
  if (stress !== undefined) stressed(sheet, stress, source);
  grades(sheet, source);
  measured(sheet, source);
  detectors(sheet, source);
  sheet.heading(w.notes);
  const notes = [w.grades, w.openBookNote, w.effectNote, w.arithmeticNote];
  for (const note of notes) sheet.text(note, { isQuiet: true, lines: 2 });
}

function stressed(sheet: ReportSheet, stress: StressFinding, source: ReportSource): void {
  const { w, format, findings } = source;
  const { runs, floorMinor } = findings.stress.about;
  sheet.heading(w.stress(format.number(runs)));
  const last = stress.risks.at(-1);
  const [, , medianMinor] = stress.lowest.minor;
  const [, medianOn] = stress.lowest.on;
  sheet.tiles([
    {
      ...{ label: w.belowFloor, value: chanceOf(last?.soFar.share ?? 0, source) },
      ...{ note: w.within(format.number(last?.days ?? 0)), isBad: (last?.soFar.share ?? 0) >= 0.5 },
    },
    {
      ...{ label: w.median, value: format.money(medianMinor) },
      ...{ note: w.on(format.date(medianOn)), isBad: medianMinor < floorMinor },
    },
    {
      ...{ label: w.worstCase, value: format.figure(stress.worst), note: w.inMean },
      isBad: (stress.worst.value ?? 0) < floorMinor,
    },
    { label: w.buffer, value: format.figure(stress.buffer), note: w.toStay },
  ]);
  sheet.figure(w.fanAlt, FAN, (box) => {
    const amounts = [...stress.days.flatMap(({ minor }) => [minor[0], minor[4]]), floorMinor];
    const { plot, scale } = moneyAxis(sheet.paper, { box, amounts, format });
    const wide = plot.width / Math.max(1, stress.days.length - 1);
    const along = (q: 0 | 1 | 2 | 3 | 4) =>
      stress.days.map(({ minor }, i): Point => [plot.x + i * wide, scale.y(minor[q])]);
    drawBand(sheet.paper, [...along(4), ...along(0).reverse()], REPORT_COLORS.soft);
    drawBand(sheet.paper, [...along(3), ...along(1).reverse()], REPORT_COLORS.band);
    drawLine(sheet.paper, along(2));
    drawFloor(sheet.paper, { plot, y: scale.y(floorMinor), label: w.floorLabel });
    dayTicks(sheet.paper, { plot, days: stress.days.map(({ on }) => format.day(on)) });
  });
  sheet.text(w.fanKey, { isQuiet: true, lines: 1 });
}

/** Draws never show that something is sure: beyond this share, only a bound is said. */
const SURE = 0.999;

function chanceOf(share: number, { w, format }: ReportSource): string {
  if (share > SURE) return w.sure;
  return share < 1 - SURE ? w.impossible : format.share(share);
}

function grades(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const { forecast, patterns, risk, stress, indicators, actions } = findings;
  const indicator = (key: string) => indicators.find((one) => one.key === key)?.reliability;
  const told = [
    { label: w.isForecast, reliability: forecast.reliability },
    { label: w.isDelays, reliability: patterns.reliability },
    { label: w.isRisk, reliability: risk.reliability },
    { label: w.isStress, reliability: stress.about.reliability },
    { label: w.isDso, reliability: indicator("dso") },
    { label: w.isDpo, reliability: indicator("dpo") },
    { label: w.isEffect, reliability: actions.effects[0]?.reliability },
  ];
  sheet.heading(w.belief);
  sheet.table({
    columns: [
      textColumn(w.finding, 4),
      textColumn(w.gradeLong, 1),
      ...figureColumns([w.observed, w.period], 1.2),
    ],
    rows: told.flatMap(({ label, reliability }) => {
      if (reliability === undefined) return [];
      const { grade, observations, periodDays } = reliability;
      return [[label, grade, format.number(observations), format.number(periodDays)]];
    }),
    empty: "",
  });
}

function measured(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  sheet.heading(w.measured);
  const { asOn, grades } = findings.measured;
  if (asOn === null || grades === null || grades.origins === 0) {
    sheet.text(w.notMeasured, { isQuiet: true });
    return;
  }
  const share = (value: number | null) => format.figure({ value, unit: "share" });
  const weekly = (method: string) =>
    share(grades.methods.find((one) => one.method === method)?.weekly.d30 ?? null);
  const held = share(grades.coverage.widened.d30);
  sheet.text(w.measuredOn(format.date(asOn), format.number(grades.origins), held));
  sheet.text(w.measuredErrors(weekly("forecast"), weekly("flat")));
}

/** Only those that have ever spoken. */
function detectors(sheet: ReportSheet, { findings, w, format }: ReportSource): void {
  const states = { on: w.isOn, off: w.isOff, learning: w.isLearning };
  const share = (value: number | null) => format.figure({ value, unit: "share" });
  sheet.heading(w.detectors);
  sheet.table({
    columns: [
      textColumn(w.detector, 3),
      ...figureColumns([w.said, w.right, w.chanceAlone], 1.2),
      textColumn(w.state, 1),
    ],
    rows: findings.warnings.detectors
      .filter(({ alerts }) => alerts > 0)
      .map((one) => [
        w.detectorNames[one.name],
        format.number(one.alerts),
        share(one.hitRate),
        share(one.baseRate),
        states[one.state],
      ]),
    empty: w.noDetector,
  });
}
