import { joinLabel } from "./join-label.ts";
import type { StatementLine } from "./parsed-statement.ts";

/** Structured keys of remittance, ended by the next one. */
const KEYS = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|PREF)\+/;

/** What an `:86:` field says of its movement. */
export function mtDetails(text: string, line: StatementLine): Partial<StatementLine> {
  const joined = text.replaceAll("\n", "");
  if (/^\d{3}\?/.test(joined)) return ofSubfields(joined);
  if (/^\/[A-Z]{4}\//.test(joined)) return ofSlashes(joined);
  const label = joinLabel([text.replaceAll("\n", " ")]);
  return label === "" ? {} : { label: joinLabel([line.label, label]) };
}

/** Subfields `?20` to `?29` and `?60` to `?63` are remittance, 31 an account, 32 and 33 a name. */
function ofSubfields(text: string): Partial<StatementLine> {
  const parts = text.slice(3).split("?").slice(1);
  const by = parts.map((part) => [part.slice(0, 2), part.slice(2)] as const);
  const some = (test: RegExp) =>
    by
      .filter(([code]) => test.test(code))
      .map(([, words]) => words)
      .join("");
  const remittance = some(/^(?:2\d|6[0-3])$/);
  const keyed = keyedOf(remittance);
  const name = joinLabel([some(/^3[23]$/)]);
  const iban = some(/^31$/).replaceAll(" ", "");
  const reference = keyed.get("EREF");
  return {
    label: joinLabel([some(/^00$/), keyed.get("SVWZ") ?? remittance, name]),
    ...(name === "" ? {} : { counterpartyName: name }),
    ...(/^[A-Z]{2}\d{2}/.test(iban) ? { counterpartyIban: iban } : {}),
    ...(reference === undefined || /^NOTPROVIDED$/i.test(reference) ? {} : { reference }),
  };
}

function keyedOf(remittance: string): Map<string, string> {
  const pieces = remittance.split(KEYS);
  const found = new Map<string, string>();
  for (let i = 1; i + 1 < pieces.length; i += 2) found.set(pieces[i]!, pieces[i + 1]!.trim());
  return found;
}

/** `/EREF/…//CNTP/account/bank/name///REMI/USTD//text/`, as Dutch banks write it. */
function ofSlashes(text: string): Partial<StatementLine> {
  const value = (key: string) => new RegExp(`/${key}/(.*?)(?=//[A-Z]{4}/|$)`).exec(text)?.[1];
  const counterparty = value("CNTP")?.split("/") ?? [];
  const [iban, , name] = counterparty;
  const reference = value("EREF") ?? value("PREF");
  const remittance = value("REMI")?.replace(/^(?:USTD|STRD)\/*/, "");
  return {
    label: joinLabel([name, remittance, reference]) || text,
    ...(name ? { counterpartyName: name.trim() } : {}),
    ...(iban !== undefined && /^[A-Z]{2}\d{2}/.test(iban) ? { counterpartyIban: iban } : {}),
    ...(reference === undefined ? {} : { reference }),
  };
}
