import { addDays, daysBetween } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { ReceivableRow } from "./receivables.ts";

/** Two years of 40 clients with habits of their own and a shift that all share from time to time. */
export function plantedReceivables(seed: number): ReceivableRow[] {
  const source = random(seed);
  const pick = (n: number) => Math.floor(source.next() * n);
  const clients = Array.from({ length: 40 }, (_, i) => ({
    id: `client-${i}`,
    late: Math.round(source.normal() * 8 + 8),
    size: 20_000 + pick(400_000),
  }));
  const shifts = Array.from({ length: 30 }, () => Math.round(source.normal() * 4));
  return Array.from({ length: 1_700 }, (_, i) => {
    const client = clients[Math.min(pick(40), pick(40))] ?? { id: "client-0", late: 0, size: 1 };
    const issuedOn = addDays("2024-07-01", pick(800));
    const dueOn = addDays(issuedOn, 30);
    const shift = shifts[Math.floor(daysBetween("2024-07-01", dueOn) / 28)] ?? 0;
    const late = client.late + shift + Math.round(source.normal() * 6);
    const paidOn = addDays(dueOn, Math.max(-28, late));
    const amountMinor = Math.round(client.size * (0.5 + source.next()));
    return { id: `f${i}`, partyId: client.id, issuedOn, dueOn, paidOn, amountMinor };
  });
}
