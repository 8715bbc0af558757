import { readUpload } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { budgetFromActual, listBudget, setBudget } from "#main/ledger/statements/budget.ts";
import { budgetCategories, editBudgetCategory } from "#main/ledger/statements/budget-categories.ts";
import { readBudget } from "#main/ledger/statements/read-budget.ts";
import { actOf, answer, office, readOf, run } from "#main/security/office-context.ts";

const o = office.statements;

/** The procedures of the budget. */
export const budgetHandlers = {
  listBudget: o.listBudget.handler(({ context, input }) => listBudget(readOf(context), input)),
  setBudget: o.setBudget.handler(({ context, input }) =>
    run(context, "statements.setBudget", (tx) => {
      const result = setBudget(tx, input.lines);
      if (isRefusal(result)) return result;
      return { result, audit: { subject: `budget, ${result.lines} amounts` } };
    }),
  ),
  budgetFromActual: o.budgetFromActual.handler(({ context, input }) =>
    run(context, "statements.budgetFromActual", (tx) => {
      const result = budgetFromActual(tx, input);
      if (isRefusal(result)) return result;
      return { result, audit: { subject: `budget ${input.year}`, after: input } };
    }),
  ),
  importBudget: o.importBudget.handler(async ({ context, input }) => {
    const categories = budgetCategories(readOf(context)).filter((one) => one.isInRules);
    const read = answer(readBudget(await readUpload(input.file), categories));
    const { lines, refused } = read;
    if (!input.preview && lines.length > 0) {
      await run(context, "statements.importBudget", (tx) => {
        const result = setBudget(tx, lines);
        if (isRefusal(result)) return result;
        return { result, audit: { subject: `budget ${input.file.name}`, after: result } };
      });
    }
    const shown = refused.slice(0, 1000).map((row) => ({ ...row, facts: { ...row.facts } }));
    return { lines: lines.length, refused: shown };
  }),
  listBudgetCategories: o.listBudgetCategories.handler(({ context }) =>
    budgetCategories(readOf(context)),
  ),
  editBudgetCategory: o.editBudgetCategory.handler(({ context, input }) => {
    const command = "statements.editBudgetCategory";
    return run(context, command, (tx) => {
      const result = editBudgetCategory(tx, actOf(context, command), input.edit);
      if (isRefusal(result)) return result;
      return { result, audit: { subject: "rules", after: input.edit } };
    });
  }),
};
