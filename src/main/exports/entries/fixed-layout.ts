import { readFileSync } from "node:fs";
import { z } from "zod";
import { entryFieldSchema } from "#contract/entry-export.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { fieldText } from "./entry-field.ts";
import type { EntryRow } from "./entry-row.ts";

const layoutSchema = z.object({
  name: z.string(),
  extension: z.string(),
  charset: z.literal("windows-1252"),
  width: z.number().int(),
  head: z.union([z.object({ company: z.number().int() }), z.object({ text: z.string() })]),
  /** The kind of piece of each kind of journal. */
  pieceTypes: z.record(z.string(), z.string()),
  source: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      /** First place of the field, from 1. */
      from: z.number().int(),
      length: z.number().int(),
      text: z.string().optional(),
      field: z.union([entryFieldSchema, z.enum(["partyMark", "pieceType"])]).optional(),
      as: z.string().optional(),
      align: z.enum(["left", "right"]).default("left"),
    }),
  ),
});
export type FixedLayout = z.infer<typeof layoutSchema>;

const LINE_END = "\r\n";

/** A layout of fixed places kept as data (`resources/entry-layouts`). */
export function readFixedLayout(name: "sage-pnm" | "cegid-tra"): FixedLayout {
  const path = resourcePath("entry-layouts", `${name}.json`);
  return layoutSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Lines of entries in fixed places, one line of text each, after the layout's own first line. */
export function* fixedLines(
  layout: FixedLayout,
  company: string,
  rows: Iterable<EntryRow>,
): Generator<string, void, void> {
  const { head } = layout;
  const first = "text" in head ? head.text : company.slice(0, head.company).padEnd(head.company);
  yield first + LINE_END;
  for (const row of rows) {
    yield layout.fields.map((field) => placed(textOf(layout, field, row), field)).join("") +
      LINE_END;
  }
}

type Field = FixedLayout["fields"][number];

function textOf(layout: FixedLayout, { field, text, as }: Field, row: EntryRow): string {
  if (field === undefined) return text ?? "";
  if (field === "partyMark") return row.partyCode === "" ? "" : "X";
  if (field === "pieceType") return layout.pieceTypes[row.journalKind] ?? "OD";
  const decimal = as === "point" ? "." : ",";
  return fieldText(row, field, { decimal, dateFormat: as ?? "DDMMYYYY" });
}

/** A value in its places: too long is cut, since a shifted line would be misread whole. */
function placed(value: string, { length, align }: Field): string {
  const plain = value.replaceAll(/[\r\n\t]+/g, " ").slice(0, length);
  return align === "right" ? plain.padStart(length) : plain.padEnd(length);
}
