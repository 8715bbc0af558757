/** A part of a CAMT statement being read: the texts wanted of it, by the keys of `camtSteps`. */
export interface CamtPart {
  name: "Acct" | "Bal" | "Ntry" | "TxDtls";
  /** Line of the file where the part starts. */
  line: number;
  /** Trimmed texts by key; an amount's currency is under its key followed by `Ccy`. */
  texts: Record<string, string>;
  /** The details (`TxDtls`) of an entry. */
  details: CamtPart[];
}

/** Where the scan stands in a statement: the key of the text here, and the elements below. */
export interface CamtStep {
  key: string | undefined;
  /** The part that starts here. */
  opens: CamtPart["name"] | undefined;
  below: ReadonlyMap<string, CamtStep>;
}

/** A layout: element → key of its text, or its own layout. `""` is the element's own text. */
interface Layout {
  readonly [element: string]: string | Layout;
}

const DAY = (key: string): Layout => ({ Dt: key, DtTm: key });
const PARTY = (key: string): Layout => ({ Nm: key, Pty: { Nm: key } });

/**
 * All that is read of a statement (`Stmt`), in every version: 8 and later wrap a status in `Cd`
 * and a name in `Pty`. Keys ending with `+` gather every occurrence; of others the first counts.
 */
const STATEMENT: Layout = {
  Acct: {
    Id: { IBAN: "iban", Othr: { Id: "number" }, PrtryAcct: { Id: "number" } },
    Ccy: "currency",
  },
  Bal: {
    Tp: { CdOrPrtry: { Cd: "type", Prtry: "type" } },
    Amt: "amount",
    CdtDbtInd: "indicator",
    Dt: DAY("day"),
  },
  Ntry: {
    NtryRef: "entryRef",
    Amt: "amount",
    CdtDbtInd: "indicator",
    RvslInd: "reversal",
    Sts: { "": "status", Cd: "status" },
    BookgDt: DAY("bookedOn"),
    ValDt: DAY("valueOn"),
    AcctSvcrRef: "bankRef",
    AddtlNtryInf: "info",
    NtryDtls: {
      TxDtls: {
        Refs: {
          AcctSvcrRef: "bankRef",
          UETR: "uetr",
          TxId: "txId",
          InstrId: "instrId",
          EndToEndId: "endToEndId",
        },
        Amt: "amount",
        AmtDtls: { TxAmt: { Amt: "txAmount" }, InstdAmt: { Amt: "instdAmount" } },
        CdtDbtInd: "indicator",
        RltdPties: {
          Dbtr: PARTY("debtor"),
          UltmtDbtr: PARTY("ultimateDebtor"),
          DbtrAcct: { Id: { IBAN: "debtorIban" } },
          Cdtr: PARTY("creditor"),
          UltmtCdtr: PARTY("ultimateCreditor"),
          CdtrAcct: { Id: { IBAN: "creditorIban" } },
        },
        RmtInf: { Ustrd: "remittance+", Strd: { CdtrRefInf: { Ref: "structured" } } },
        AddtlTxInf: "info",
      },
    },
  },
};

const PART_NAMES = new Set(["Acct", "Bal", "Ntry", "TxDtls"]);

/** The steps below `Stmt`. */
export const camtSteps: CamtStep = stepsOf("Stmt", STATEMENT);

function stepsOf(element: string, layout: string | Layout): CamtStep {
  const opens = PART_NAMES.has(element) ? (element as CamtPart["name"]) : undefined;
  if (typeof layout === "string") return { key: layout, opens, below: new Map() };
  const own = layout[""];
  const below = Object.entries(layout).filter(([name]) => name !== "");
  return {
    key: typeof own === "string" ? own : undefined,
    opens,
    below: new Map(below.map(([name, inner]) => [name, stepsOf(name, inner)])),
  };
}
