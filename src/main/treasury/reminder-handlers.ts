import { refuse } from "#main/base/refusal.ts";
import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import { actOf, bookOf, office, run } from "#main/security/office-context.ts";
import { forgetReminder, listReminders, noteReminder } from "./reminders.ts";

const o = office.treasury;

/** The procedures of the reminders that people made. */
export const reminderHandlers = {
  reminders: o.reminders.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      listReminders(read, { ...input, asOn: lastDay(read, context.now()) }),
    ),
  ),
  noteReminder: o.noteReminder.handler(({ context, input }) => {
    const command = "treasury.noteReminder";
    return run(context, command, (tx) => {
      const lastOn = lastDay(tx, context.now());
      const todayOn = new Date(context.now()).toISOString().slice(0, 10);
      const doneOn = input.doneOn ?? lastOn;
      if (doneOn > lastOn && doneOn > todayOn) {
        return refuse("treasury.reminder-ahead", { onDate: doneOn });
      }
      return noteReminder(tx, actOf(context, command), { ...input, doneOn });
    });
  }),
  forgetReminder: o.forgetReminder.handler(({ context, input }) =>
    run(context, "treasury.forgetReminder", (tx) => forgetReminder(tx, input.reminderId)),
  ),
};
