import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { resourcePath } from "#main/base/resource-path.ts";

const profileSchema = z.object({
  name: z.string(),
  fr: z.string(),
  en: z.string(),
  /** Each column: ours, then the name that the package knows it by. */
  columns: z.array(z.tuple([z.string(), z.string()])).min(1),
});

/** How an accountants' package wants the file: its columns, their order and their names. */
export type FecProfile = z.infer<typeof profileSchema>;

/** The profiles of the resources, by name: one file each in `resources/fec-profiles`. */
export function fecProfiles(): FecProfile[] {
  return readdirSync(resourcePath("fec-profiles"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) =>
      profileSchema.parse(JSON.parse(readFileSync(resourcePath("fec-profiles", name), "utf8"))),
    );
}

/** A written file with its columns in the order and under the names of a profile. */
export function inProfile(text: string, profile: FecProfile, separator: string): string {
  const [header = "", ...lines] = text.split("\r\n");
  const places = header.split(separator);
  const at = profile.columns.map(([ours]) => places.indexOf(ours));
  const names = profile.columns.map(([, theirs]) => theirs).join(separator);
  const rows = lines.map((line) => {
    if (line === "") return "";
    const fields = line.split(separator);
    return at.map((place) => fields[place] ?? "").join(separator);
  });
  return [names, ...rows].join("\r\n");
}
