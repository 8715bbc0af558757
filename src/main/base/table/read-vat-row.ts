import { isValidIBAN } from "ibantools";
import { sirenOf, vatNumberOf } from "./company-number.ts";
import { isRefusedRow, type RefusedRow, refuseRow } from "./refused-row.ts";
import type { RowReader, WordList } from "./row-reader.ts";
import { settleVat } from "./settle-vat.ts";
import type { CsvRecord } from "./split-csv.ts";
import type { VatDocument, VatLine, VatTreatment } from "./vat-document.ts";

/** One row of a file of invoices or bills: a document's part at one VAT rate. */
export interface VatRow extends Omit<VatDocument, "vatLines"> {
  vatLine: VatLine;
}

const KINDS: WordList<VatDocument["kind"]> = {
  words: {
    facture: "invoice",
    "facture acompte": "invoice",
    acompte: "invoice",
    f: "invoice",
    fa: "invoice",
    invoice: "invoice",
    bill: "invoice",
    avoir: "credit-note",
    av: "credit-note",
    "note credit": "credit-note",
    "credit note": "credit-note",
    creditnote: "credit-note",
    credit: "credit-note",
  },
  shown: ["Facture", "Avoir"],
};

const TREATMENTS: WordList<VatTreatment> = {
  words: {
    france: "domestic",
    national: "domestic",
    domestique: "domestic",
    domestic: "domestic",
    normal: "domestic",
    metropole: "domestic",
    standard: "domestic",
    autoliquidation: "reverse-charge",
    "autoliquidation btp": "reverse-charge",
    autoliquide: "reverse-charge",
    "reverse charge": "reverse-charge",
    intracommunautaire: "intra-community",
    intracom: "intra-community",
    "livraison intracommunautaire": "intra-community",
    "acquisition intracommunautaire": "intra-community",
    "intra community": "intra-community",
    ue: "intra-community",
    eu: "intra-community",
    export: "export",
    exportation: "export",
    import: "export",
    "hors ue": "export",
    exonere: "exempt",
    exoneration: "exempt",
    exempt: "exempt",
    franchise: "exempt",
    "non soumis": "exempt",
    none: "exempt",
  },
  shown: ["France", "Autoliquidation", "Intracommunautaire", "Export", "Exonéré"],
};

/** Countries whose VAT numbers make a sale without VAT an intra-community one. */
const UNION =
  /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)/;

/**
 * Reads and checks one row. The checks, in order: number, kind, dates, party, IBAN, amounts and
 * rate, VAT. A wrong SIREN or VAT number is left out with a warning: it stops no payment.
 */
export function readVatRow(
  row: CsvRecord,
  reader: RowReader,
  warnings: RefusedRow[],
): VatRow | RefusedRow {
  const { line } = row;
  const number = reader.text(row, "number");
  if (number === "") return missing(row, reader, "number");
  const stated = reader.text(row, "kind") ? reader.word(row, "kind", KINDS) : undefined;
  if (isRefusedRow(stated)) return stated;
  const dates = readDates(row, reader);
  if (isRefusedRow(dates)) return dates;
  const partyName = reader.text(row, "partyName").replace(/\s+/g, " ");
  if (partyName === "") return missing(row, reader, "partyName");
  const party = readParty(row, reader, warnings);
  if (isRefusedRow(party)) return party;
  const amounts = readAmounts(row, reader, party.vatNumber);
  if (isRefusedRow(amounts)) return amounts;
  const { vatLine, vatTreatment } = amounts;
  const grossMinor = vatLine.netMinor + vatLine.vatMinor;
  return {
    line,
    number,
    kind: stated ?? (grossMinor < 0 ? "credit-note" : "invoice"),
    partyName,
    ...party,
    ...dates,
    label: reader.text(row, "label").replace(/\s+/g, " "),
    vatTreatment,
    vatLine,
    netMinor: vatLine.netMinor,
    vatMinor: vatLine.vatMinor,
    grossMinor,
    currency: reader.text(row, "currency").toUpperCase().replace("€", "EUR") || "EUR",
  };
}

function readDates(row: CsvRecord, reader: RowReader) {
  const { line } = row;
  const issuedOn = reader.date(row, "issuedOn");
  if (isRefusedRow(issuedOn)) return issuedOn;
  if (issuedOn === undefined) return missing(row, reader, "issuedOn");
  const dueOn = reader.date(row, "dueOn");
  if (isRefusedRow(dueOn)) return dueOn;
  if (dueOn === undefined) return { issuedOn };
  if (dueOn < issuedOn) {
    return refuseRow("files.end-before-start", { line, startsOn: issuedOn, endsOn: dueOn });
  }
  return { issuedOn, dueOn };
}

type Party = Pick<VatDocument, "partyCode" | "siren" | "vatNumber" | "iban" | "account">;

function readParty(row: CsvRecord, reader: RowReader, warnings: RefusedRow[]): Party | RefusedRow {
  const { line } = row;
  const party: Party = {};
  const code = reader.text(row, "partyCode");
  if (code !== "") party.partyCode = code;
  const sirenText = reader.text(row, "siren");
  const siren = sirenOf(sirenText);
  if (siren !== undefined) party.siren = siren;
  else if (sirenText) warnings.push(refuseRow("files.bad-siren", { line, text: sirenText }));
  const vatText = reader.text(row, "vatNumber");
  const vatNumber = vatNumberOf(vatText);
  if (vatNumber !== undefined) party.vatNumber = vatNumber;
  else if (vatText) warnings.push(refuseRow("files.bad-vat-number", { line, text: vatText }));
  const iban = reader.text(row, "iban").replace(/\s/g, "").toUpperCase();
  // A payment would go by the IBAN: a wrong one is not let through.
  if (iban !== "" && !isValidIBAN(iban)) return refuseRow("files.bad-iban", { line, text: iban });
  if (iban !== "") party.iban = iban;
  const account = reader.text(row, "account");
  if (account !== "") party.account = account;
  return party;
}

function readAmounts(row: CsvRecord, reader: RowReader, vatNumber: string | undefined) {
  const rateBps = reader.rateBps(row, "rateBps");
  if (isRefusedRow(rateBps)) return rateBps;
  const netMinor = reader.amount(row, "netMinor");
  if (isRefusedRow(netMinor)) return netMinor;
  const vatMinor = reader.amount(row, "vatMinor");
  if (isRefusedRow(vatMinor)) return vatMinor;
  const grossMinor = reader.amount(row, "grossMinor");
  if (isRefusedRow(grossMinor)) return grossMinor;
  const amounts = { rateBps, netMinor, vatMinor, grossMinor };
  const vatTreatment = reader.text(row, "vatTreatment")
    ? reader.word(row, "vatTreatment", TREATMENTS)
    : impliedTreatment(amounts, vatNumber);
  if (isRefusedRow(vatTreatment)) return vatTreatment;
  const columns = {
    rate: titleOf(reader, "rateBps", "Taux TVA"),
    gross: titleOf(reader, "grossMinor", "TTC"),
  };
  const vatLine = settleVat({ line: row.line, treatment: vatTreatment, ...amounts, columns });
  return isRefusedRow(vatLine) ? vatLine : { vatLine, vatTreatment };
}

/**
 * Without a stated treatment, VAT or a rate means domestic; none means intra-community for a
 * party numbered elsewhere in the Union, else exempt.
 */
function impliedTreatment(
  stated: {
    rateBps: number | undefined;
    netMinor: number | undefined;
    vatMinor: number | undefined;
    grossMinor: number | undefined;
  },
  vatNumber: string | undefined,
): VatTreatment {
  const { rateBps, netMinor, vatMinor, grossMinor } = stated;
  const untaxed = netMinor !== undefined && netMinor === grossMinor;
  const charged = vatMinor === undefined ? !untaxed : vatMinor !== 0;
  if (rateBps === 0 || (rateBps === undefined && !charged)) {
    return vatNumber !== undefined && UNION.test(vatNumber) ? "intra-community" : "exempt";
  }
  return "domestic";
}

function titleOf(reader: RowReader, field: string, title: string): string {
  return reader.has(field) ? reader.column(field) : title;
}

function missing(row: CsvRecord, reader: RowReader, field: string): RefusedRow {
  return refuseRow("files.missing-cell", { line: row.line, column: reader.column(field) });
}
