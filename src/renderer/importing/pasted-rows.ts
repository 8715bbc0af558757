import { useEffect } from "react";
import { formatInstant } from "#renderer/format.ts";
import { importWords } from "#renderer/words/importing.ts";
import { getLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";

/** Takes rows that are pasted from a spreadsheet as a file of their own; fields keep their paste. */
export function usePastedRows(take: (files: File[]) => Promise<void>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea")) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isTable(text)) return;
      event.preventDefault();
      const language = getLanguage();
      const at = formatInstant(Date.now(), language).replaceAll(/[/:]/g, "-");
      const name = pickWords(importWords, language).pasted(at);
      void take([new File([text], name, { type: "text/csv" })]);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [take]);
}

/** Two rows or more of two cells or more, as spreadsheets put them on the clipboard. */
export function isTable(text: string): boolean {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== "");
  return rows.length >= 2 && rows.every((row) => /[\t;]/.test(row));
}
