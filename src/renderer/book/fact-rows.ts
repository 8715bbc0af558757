/** One fact of an action: where it stands in what was recorded, and its value. */
export interface FactRow {
  name: string;
  value: string;
}

const MOST_ROWS = 200;

/** What an action recorded, flattened to names and values; text that is not JSON stays whole. */
export function factRows(recorded: string): FactRow[] {
  try {
    const rows: FactRow[] = [];
    flatten(JSON.parse(recorded), "", rows);
    return rows.slice(0, MOST_ROWS);
  } catch {
    return [{ name: "", value: recorded }];
  }
}

function flatten(value: unknown, name: string, rows: FactRow[]): void {
  if (typeof value !== "object" || value === null) {
    rows.push({ name, value: value === null ? "" : String(value) });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    flatten(inner, name === "" ? key : `${name}.${key}`, rows);
  }
}
