import { decodeText } from "#main/base/decode-text.ts";

/** What a FEC says, by the plainest reading: what a round trip must keep. */
export interface FileFacts {
  /** Net by account, in cents; accounts that net to zero are left out. */
  balances: Map<string, number>;
  /** Each lettering group as its account and its amounts in order. */
  groups: string[];
}

/** Reads a flat FEC naively, with no code of ours but the decoding of its character set. */
export function fileFacts(bytes: Uint8Array, accounts: ReadonlyMap<string, string>): FileFacts {
  const lines = decodeText(bytes).text.split(/\r*\n|\r/);
  const separator = (lines[0] ?? "").includes("\t") ? "\t" : "|";
  const names = (lines[0] ?? "").split(separator).map((n) => n.trim().toLowerCase());
  const places = ["comptenum", "compauxnum", "ecriturelet", "debit", "credit", "montant", "sens"];
  const [account, party, letter, debit, credit, amount, sens] = places.map((n) => names.indexOf(n));
  const balances = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const line of lines.slice(1)) {
    const f = line.split(separator).map((field) => field.trim());
    const at = (place: number | undefined) => f[place ?? -1] ?? "";
    const sign = /^(C|-1)$/.test(at(sens)) ? -1 : 1;
    const minor = cents(at(debit)) - cents(at(credit)) + sign * cents(at(amount));
    if (minor === 0) continue;
    const number = accounts.get(at(account)) ?? at(account);
    balances.set(number, (balances.get(number) ?? 0) + minor);
    if (at(letter) === "") continue;
    const key = `${number}\t${at(party) || number}\t${at(letter)}`;
    groups.set(key, [...(groups.get(key) ?? []), minor]);
  }
  for (const [number, minor] of balances) if (minor === 0) balances.delete(number);
  const told = [...groups].map(([key, minors]) => {
    const number = key.slice(0, key.indexOf("\t"));
    return `${number} ${minors.sort((a, b) => a - b).join(" ")}`;
  });
  return { balances, groups: told.sort() };
}

function cents(text: string): number {
  return Math.round(Number(text.replace(",", ".") || "0") * 100);
}
