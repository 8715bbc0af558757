import { catalogue } from "./words.ts";

/** The words of the owner's report on the screen. */
export const ownerReportWords = catalogue({
  report: { fr: "Rapport du dirigeant (PDF)", en: "Owner's report (PDF)" },
});
