import { z } from "zod";
import {
  command,
  dateSchema,
  idSchema,
  minorSchema,
  pageOf,
  pageShape,
  query,
} from "./procedure.ts";

export const reminderKindSchema = z.enum(["mail", "call", "formal-notice"]);

/** A reminder that a person made, and what became of its invoices by their deadline. */
export const reminderSchema = z.object({
  reminderId: idSchema,
  kind: reminderKindSchema,
  partyId: idSchema,
  partyName: z.string(),
  doneOn: dateSchema,
  person: z.string(),
  invoices: z.array(
    z.object({
      invoiceId: idSchema,
      number: z.string(),
      openMinor: minorSchema,
      /** Fifteen days after the due date, or a month after the reminder of an older one. */
      deadlineOn: dateSchema,
      /** P(paid by the deadline) without the reminder, as it stood on the day. */
      paidShareBefore: z.number().min(0).max(1),
      outcome: z.enum(["waiting", "paid", "unpaid"]),
    }),
  ),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** What people did about open invoices: nothing is sent from here. */
export const reminderProcedures = {
  reminders: query({
    fr: "Liste les relances notées, la plus récente d'abord, et ce qu'il en est advenu.",
    en: "Lists the reminders noted, newest first, and what came of them.",
  })
    .input(z.object(pageShape))
    .output(pageOf(reminderSchema)),
  noteReminder: command({
    fr: "Note une relance faite : l'effet des relances se mesure ainsi.",
    en: "Notes a reminder that was made: what reminders do is measured from these.",
  })
    .input(
      z.object({
        partyId: idSchema,
        kind: reminderKindSchema,
        /** All open ones of the customer that are due or nearly, unless told. */
        invoiceIds: z.array(idSchema).min(1).optional(),
        /** The last day that the book knows unless told. */
        doneOn: dateSchema.optional(),
      }),
    )
    .output(z.object({ reminderId: idSchema, invoices: z.number().int() })),
  forgetReminder: command({
    fr: "Ôte une relance notée par erreur ; le journal la garde.",
    en: "Takes away a reminder noted by mistake; the journal keeps it.",
  })
    .input(z.object({ reminderId: idSchema }))
    .output(z.object({ reminderId: idSchema })),
};
