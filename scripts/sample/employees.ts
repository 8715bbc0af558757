/** Employees: bank spelling of the name, monthly net in cents, first and last month. */
export type Employee = { name: string; netMinor: number; from: string; to: string };

type Stay = Partial<Pick<Employee, "from" | "to">>;

const row = (name: string, netEuros: number, stay: Stay = {}): Employee => ({
  name,
  from: "2025-01",
  to: "2099-12",
  ...stay,
  netMinor: netEuros * 100,
});

/** Invented people. The first is the chair of the company. */
export const employees: readonly Employee[] = [
  row("MME BRINDELAIRE SOLENE", 3640),
  row("M AUBRIOT-CASTEL THEO", 2915),
  row("MME DELORMEAU INES", 2380),
  row("M FOUCHEROLLE YANN", 2210),
  row("MME GUILVINEC MARGAUX", 2065),
  row("M HAUTECOEUR SAMI", 1985),
  row("M JALLABERT-ROUX NOE", 1890),
  row("MME KERBIRIOU LILA", 1840),
  row("M LANDOUZY BASTIEN", 2240, { from: "2025-03" }),
  row("MME MOREL-AVRILLON JADE", 1795, { from: "2025-05", to: "2026-04" }),
  row("M NIVARD-PLESSE HUGO", 1960, { from: "2025-09" }),
  row("MME OULMIERE SARAH", 2130, { from: "2026-01" }),
  row("M PERRONEAU ILYES", 1870, { from: "2026-03" }),
  row("MME QUERUEL-DABIN EVA", 1925, { from: "2026-06" }),
];
