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
      const doneOn = input.doneOn ?? lastDay(tx, context.now());
      return noteReminder(tx, actOf(context, command), { ...input, doneOn });
    });
  }),
  forgetReminder: o.forgetReminder.handler(({ context, input }) =>
    run(context, "treasury.forgetReminder", (tx) => forgetReminder(tx, input.reminderId)),
  ),
};
