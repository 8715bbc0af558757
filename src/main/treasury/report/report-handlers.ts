import { refuse } from "#main/base/refusal.ts";
import { STOPPED } from "#main/base/worker-queue.ts";
import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import { answer, bookOf, office } from "#main/security/office-context.ts";
import type { StressQueue } from "../stress-queue.ts";
import { ownerReport } from "./owner-report.ts";
import { reportFindings } from "./report-findings.ts";

/** The owner's report: findings of one snapshot, the stress test in its thread, then the pages. */
export function reportHandlers(queue: StressQueue) {
  return {
    ownerReport: office.treasury.ownerReport.handler(async ({ context, input, signal }) => {
      const { language, asOn: askedOn } = input;
      const madeOn = new Date(context.now()).toISOString().slice(0, 10);
      const findings = bookOf(context).snapshot((read) => {
        const asOn = askedOn ?? lastDay(read, context.now());
        return reportFindings(read, { asOn, askedOn, todayOn: askedOn ?? madeOn, language });
      });
      const scenarios = await queue.run(findings.stress.request, { signal });
      if (scenarios === STOPPED) return answer(refuse("office.cancelled", {}));
      const [stress] = scenarios;
      const bytes = await ownerReport(findings, { stress, madeOn, language });
      const name = `${language === "fr" ? "rapport-dirigeant" : "owner-report"}-${findings.asOn}.pdf`;
      const file = new File([bytes as Uint8Array<ArrayBuffer>], name, { type: "application/pdf" });
      return { file };
    }),
  };
}
