import { useCallback } from "react";
import { budgetGroupWords } from "#renderer/words/budget-groups.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The title of a category: its name, or the class of two figures with what the chart calls it. */
export function useCategoryTitle(): (category: string) => string {
  const words = useWords(budgetGroupWords) as Readonly<Record<string, string>>;
  return useCallback(
    (category) => (/^\d\d$/.test(category) ? `${category} ${words[category] ?? ""}` : category),
    [words],
  );
}
