import { type ExportProfile, exportProfileSchema } from "#contract/entry-export.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

interface ProfileRow {
  id: number;
  body: string;
}

/** The layouts of CSV that a person made, by name. */
export function listProfiles(read: ReadHandle): (ExportProfile & { id: number })[] {
  const rows = read.reading("SELECT id, body FROM export_profile ORDER BY name").all();
  return (rows as ProfileRow[]).map((row) => ({ ...parsed(row), id: row.id }));
}

/** One layout; refuses an unknown one. */
export function profileOf(read: ReadHandle, profileId: number): ExportProfile | Refusal {
  const row = read.reading("SELECT id, body FROM export_profile WHERE id = ?").get(profileId);
  return row === undefined
    ? refuse("exports.unknown-profile", { profileId })
    : parsed(row as ProfileRow);
}

/** Keeps a layout under its name; one of the same name is replaced. */
export function saveProfile(tx: Transaction, profile: ExportProfile): { id: number } {
  tx.writing(
    "INSERT INTO export_profile (name, body) VALUES (?, ?) " +
      "ON CONFLICT (name) DO UPDATE SET body = excluded.body",
  ).run(profile.name, JSON.stringify(profile));
  return tx.reading("SELECT id FROM export_profile WHERE name = ?").get(profile.name) as {
    id: number;
  };
}

/** Forgets a layout. */
export function deleteProfile(tx: Transaction, profileId: number): Refusal | undefined {
  const { changes } = tx.writing("DELETE FROM export_profile WHERE id = ?").run(profileId);
  return changes === 0 ? refuse("exports.unknown-profile", { profileId }) : undefined;
}

function parsed(row: ProfileRow): ExportProfile {
  return exportProfileSchema.parse(JSON.parse(row.body));
}
