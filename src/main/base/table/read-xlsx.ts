import { unzipSync } from "fflate";
import { fromDayNumber } from "#contract/date.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { DroppedFile } from "./read-table.ts";

/** Largest part of a workbook that is unpacked: a table that people fill is far below. */
const MOST_BYTES = 60_000_000;

/**
 * The first sheet of a workbook (XLSX, ISO 29500) as the delimited text that `readTable` reads, so
 * that lines keep their numbers. Values only: a formula counts for what it last gave.
 * @param dateText how a cell that holds a day is written
 */
export function textOfXlsx(
  file: DroppedFile,
  dateText: (on: string) => string = (on) => on,
): DroppedFile | Refusal {
  const parts = unpacked(file.bytes);
  const sheet = parts?.["xl/worksheets/sheet1.xml"];
  if (parts === undefined || sheet === undefined) {
    return refuse("files.unsupported", { file: file.name, found: "zip" });
  }
  const shared = stringsOf(textOf(parts["xl/sharedStrings.xml"]));
  const dates = dateStyles(textOf(parts["xl/styles.xml"]));
  const cellText = (cell: Cell) =>
    cell.type === "s"
      ? (shared[Number(cell.value)] ?? "")
      : dates.has(cell.style) && DAY.test(cell.value)
        ? dateText(fromDayNumber(Math.floor(Number(cell.value)) - SHEET_EPOCH_DAYS))
        : ownValue(cell);
  const lines: string[] = [];
  for (const [, told = "", cells = ""] of textOf(sheet).matchAll(ROW)) {
    const number = Number(/\br="(\d+)"/.exec(told)?.[1] ?? lines.length + 1);
    while (lines.length < number - 1) lines.push("");
    lines.push(lineOf(cells, cellText));
  }
  return { name: file.name, bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) };
}

interface Cell {
  type: string | undefined;
  style: number;
  value: string;
  body: string;
}

/** Days from 1899-12-30, from which spreadsheets count, to 1970-01-01. */
const SHEET_EPOCH_DAYS = 25_569;
const DAY = /^\d{4,5}(?:\.\d+)?$/;
const ROW = /<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs;
const PARTS = new Set(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]);
const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const TEXT = /<t\b[^>]*?(?:\/>|>(.*?)<\/t>)/gs;

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => PARTS.has(name) && originalSize <= MOST_BYTES,
    });
  } catch {
    return undefined;
  }
}

function stringsOf(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*>(.*?)<\/si>/gs)].map(([, body = ""]) => joined(body));
}

function joined(xml: string): string {
  return [...xml.matchAll(TEXT)].map(([, text = ""]) => plain(text)).join("");
}

/** The styles that show a day: built-in formats 14 to 22, and own formats that name a year. */
function dateStyles(xml: string): Set<number> {
  const own = new Set<string>();
  for (const [, told = ""] of xml.matchAll(/<numFmt\b([^>]*)>/g)) {
    const format = /formatCode="([^"]*)"/.exec(told)?.[1] ?? "";
    const id = /numFmtId="(\d+)"/.exec(told)?.[1];
    if (id !== undefined && /[ya]/i.test(format.replace(/&quot;.*?&quot;|\[[^\]]*\]/g, "")))
      own.add(id);
  }
  const styles = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? "";
  const ids = [...styles.matchAll(/<xf\b[^>]*?numFmtId="(\d+)"/g)].map(([, id = ""]) => id);
  return new Set(ids.flatMap((id, i) => (isBuiltInDay(id) || own.has(id) ? [i] : [])));
}

function isBuiltInDay(id: string): boolean {
  return Number(id) >= 14 && Number(id) <= 22;
}

function lineOf(cells: string, cellText: (cell: Cell) => string): string {
  const values: string[] = [];
  for (const [, told = "", body = ""] of cells.matchAll(CELL)) {
    const column = columnOf(/\br="([A-Z]+)/.exec(told)?.[1] ?? "");
    while (values.length < column) values.push("");
    const type = /\bt="(\w+)"/.exec(told)?.[1];
    const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(body)?.[1] ?? "";
    const style = Number(/\bs="(\d+)"/.exec(told)?.[1] ?? 0);
    values.push(cellText({ type, style, value, body }));
  }
  return values.map((value) => `"${value.replaceAll('"', '""').replace(/\s+/g, " ")}"`).join(";");
}

function ownValue({ type, value, body }: Cell): string {
  if (type === "inlineStr") return joined(body);
  return type === "str" ? plain(value) : asWritten(value);
}

/** 1000.1000000000001 is how a spreadsheet stores 1000.1. */
function asWritten(value: string): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  const cents = Math.round(number * 100) / 100;
  return Math.abs(number - cents) < 1e-6 ? String(cents) : value;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function plain(xml: string): string {
  const names: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return names[name] ?? all;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}
