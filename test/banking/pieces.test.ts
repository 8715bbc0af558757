import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement, type StatementOptions } from "#main/banking/import-statement.ts";
import { readPieces } from "#main/banking/statement/read-pieces.ts";
import { sourceOf } from "#main/banking/statement/statement-source.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { longCamt } from "../bench/long-camt.ts";
import { longCsv } from "../bench/long-csv.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook | undefined;
afterEach(() => core?.remove());

const sorted = (csv: string) => {
  const [head, ...rows] = csv.split("\n");
  const day = (row: string) => row.slice(0, 10).split("/").reverse().join("");
  return [head, ...rows.toSorted((a, b) => (day(a) < day(b) ? -1 : 1))].join("\n");
};

const ofx = (n: number) =>
  "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n" +
  "<BANKACCTFROM><BANKID>30006<ACCTID>00000012345<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n" +
  Array.from({ length: n }, (_, i) => {
    const on = `2026${String(1 + Math.floor(i / 30)).padStart(2, "0")}${String(1 + (i % 28)).padStart(2, "0")}`;
    return `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>${on}<TRNAMT>${i + 1},50<FITID>F${i}<NAME>CLIENT ${i}</STMTTRN>\n`;
  }).join("") +
  "</BANKTRANLIST><LEDGERBAL><BALAMT>100,00<DTASOF>20261231</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";

const mt940 = (n: number) =>
  ":20:STARTUMS\n:25:30006/00000012345\n:28C:1/1\n:60F:C260101EUR0,00\n" +
  Array.from(
    { length: n },
    (_, i) =>
      `:61:2602${String(1 + (i % 28)).padStart(2, "0")}C${i + 1},00NTRFREF${i}\n:86:CLIENT ${i}\n`,
  ).join("") +
  `:62F:C260228EUR${(n * (n + 1)) / 2},00\n-\n`;

const qif = (n: number) =>
  "!Type:Bank\n" +
  Array.from(
    { length: n },
    (_, i) => `D${1 + (i % 28)}/2/2026\nT${i + 1}.00\nPCLIENT ${i}\n^\n`,
  ).join("");

/** Records of 120 columns; amounts with the last digit overpunched. */
const cfonb = (n: number) => {
  const record = (fields: [at: number, text: string][]) => {
    const columns = Array.from({ length: 120 }, () => " ");
    for (const [at, text] of fields) columns.splice(at - 1, text.length, ...text);
    return columns.join("");
  };
  const amount = (minor: number) => {
    const digits = String(minor).padStart(14, "0");
    return digits.slice(0, -1) + "{ABCDEFGHI"[Number(digits.at(-1))];
  };
  const own: [number, string][] = [
    ...([
      [3, "30006"],
      [12, "00001"],
      [17, "EUR"],
      [20, "2"],
      [22, "00000012345"],
    ] as const),
  ].map(([at, text]) => [at, text]);
  const day = (i: number) => `${String(1 + (i % 28)).padStart(2, "0")}0226`;
  const lines = Array.from({ length: n }, (_, i) => [
    record([
      [1, "04"],
      ...own,
      [35, day(i)],
      [43, day(i)],
      [49, `CLIENT ${i}`],
      [91, amount(i + 1)],
    ]),
    record([[1, "05"], ...own, [46, "LIB"], [49, `FACTURE ${i}`]]),
  ]).flat();
  const total = (n * (n + 1)) / 2;
  return [
    record([[1, "01"], ...own, [35, "010226"], [91, amount(0)]]),
    ...lines,
    record([[1, "07"], ...own, [35, "280226"], [91, amount(total)]]),
  ].join("\n");
};

const two = (one: string) =>
  one.replace("</Stmt>", `</Stmt>${one.slice(one.indexOf("<Stmt>"), one.indexOf("</Stmt>") + 7)}`);

const FILES: [name: string, text: string][] = [
  ["CSV", sorted(longCsv(400))],
  ["CAMT", longCamt(300)],
  ["CAMT of two statements", two(longCamt(200))],
  ["OFX", ofx(300)],
  ["MT940", mt940(900)],
  ["CFONB 120", cfonb(300)],
  ["QIF", qif(900)],
];

test.each(FILES)(
  "%s cut into pieces gives the lines, numbers and balances of the whole",
  async (_, text) => {
    const whole = await partsOf(text, Number.POSITIVE_INFINITY);
    for (const size of [2000, 5000, 11_111]) {
      const cut = await partsOf(text, size);
      expect(cut.pieces).toBeGreaterThan(2);
      expect(cut.lines).toEqual(whole.lines);
      expect([cut.opening, cut.closing]).toEqual([whole.opening, whole.closing]);
    }
  },
);

async function partsOf(text: string | Uint8Array, pieceBytes: number) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const source = sourceOf({ name: "releve", bytes });
  const found = { pieces: 0, lines: [] as unknown[], opening: 0, closing: 0 };
  for await (const piece of readPieces(source, {}, pieceBytes)) {
    if (isRefusal(piece)) throw new Error(`${piece.code} ${JSON.stringify(piece.facts)}`);
    found.pieces++;
    for (const [i, statement] of piece.statements.entries()) {
      found.lines.push(...statement.lines);
      const isFirst = found.pieces === 1 && i === 0;
      if (isFirst) found.opening = statement.openingMinor ?? 0;
      found.closing = statement.closingMinor ?? found.closing;
    }
  }
  return found;
}

async function imported(text: string, options: Partial<StatementOptions>) {
  core?.remove();
  const made = await coreBook();
  core = made;
  await made.book.transact(made.act, (tx) => {
    addBankAccount(tx, { name: "Courant", openingMinor: 0 });
    return { result: null, audit: { subject: "test" } };
  });
  const file = sourceOf(new File([text], "releve.csv"));
  const run = () => {
    const asked = { preview: false, bankAccountId: 1, ...options };
    return made.book.transact(made.act, importStatement(made.act, file, asked));
  };
  const first = await run();
  const second = await run();
  const lines = made.book.read
    .reading(
      "SELECT booked_on, amount_minor, label, fingerprint FROM bank_line ORDER BY fingerprint",
    )
    .all();
  return { first, second, lines };
}

test("a book filled by pieces is the one filled at once; twins stay, a second import adds nothing", async () => {
  const rows = sorted(longCsv(600)).split("\n");
  const text = rows.flatMap((row, i) => (i % 50 === 7 ? [row, row, row] : [row])).join("\n");
  const whole = await imported(text, {});
  const cut = await imported(text, { pieceBytes: 3000 });
  expect(cut.first).toMatchObject({ added: 624, already: 0, refused: [] });
  expect(cut.second).toMatchObject({ added: 0, already: 624 });
  expect(cut.lines).toEqual(whole.lines);
});

test("days in no order are read again whole: no twin of another piece is lost", async () => {
  const text = `${longCsv(800)}\n01/01/2026;VIR SEPA RECU /DE CLIENT 0 /MOTIF FA-0;1,50`;
  const whole = await imported(text, {});
  const cut = await imported(text, { pieceBytes: 3000 });
  expect(cut.first).toMatchObject({ added: 801, already: 0 });
  expect(cut.lines).toEqual(whole.lines);
});

test("a file cut short is refused at its own line, and nothing of its first pieces stays", async () => {
  const text = longCamt(300).slice(0, -2000);
  const { first, lines } = await imported(text, { pieceBytes: 5000 });
  expect(first).toMatchObject({ code: "files.truncated" });
  expect((first as unknown as { facts: { line: number } }).facts.line).toBe(
    text.split("\n").length,
  );
  expect(lines).toEqual([]);
});

test("the sample's statements read by pieces as they do whole", async () => {
  const folder = join(import.meta.dirname, "../../resources/sample");
  for (const name of ["bank-main-2025.camt.xml", "bank-savings.csv", "bank-cards.ofx"]) {
    const bytes = readFileSync(join(folder, name));
    const whole = await partsOf(bytes, Number.POSITIVE_INFINITY);
    expect((await partsOf(bytes, 20_000)).lines).toEqual(whole.lines);
  }
});
