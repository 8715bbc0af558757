import { addDays, addMonths, endOfMonth } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import { LAST_DAY } from "./company.ts";
import { employees } from "./employees.ts";
import type { BankLine } from "./model.ts";
import { dayOfMonth, isWorkingDay, monthStarts, workingDayFrom } from "./working-day.ts";

const MONTHS = ["JANVIER", "FEVRIER", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOUT"].concat([
  "SEPTEMBRE",
  "OCTOBRE",
  "NOVEMBRE",
  "DECEMBRE",
]);

/** The equipment loan: 60 constant instalments at 3.85 % a year, from April 2025. */
export const loan = {
  principalMinor: 14_000_000,
  rateBps: 385,
  instalments: 60,
  instalmentMinor: 256_897,
  grantedOn: "2025-02-10",
  firstOn: "2025-03-10",
  reference: "PRET 00718204",
} as const;

/** Payroll, social bodies, loan and bank fees of both years. */
export function recurringLines(): BankLine[] {
  const monthly = monthStarts(2025, 2026).flatMap((start) => [
    ...salaryLines(start),
    ...socialLines(start),
    ...feeLines(start),
  ]);
  return [...capitalLines(), ...monthly, ...loanLines(), ...taxLines()].filter(
    (line) => line.bookedOn <= LAST_DAY,
  );
}

function line(head: Omit<BankLine, "account"> & { account?: BankLine["account"] }): BankLine {
  return { account: "main", ...head };
}

function capitalLines(): BankLine[] {
  return [
    line({
      bookedOn: "2025-01-02",
      amountMinor: 6e6,
      kind: "capital",
      category: "1013",
      label: "VIR SEPA RECU /DE ETUDE NOTARIALE /MOTIF LIBERATION CAPITAL SOCIAL",
      remittance: "LIBERATION CAPITAL SOCIAL",
    }),
    line({
      bookedOn: "2025-01-03",
      amountMinor: 7e6,
      kind: "shareholder-loan",
      category: "455",
      label: "VIR SEPA RECU /DE MME BRINDELAIRE SOLENE /MOTIF APPORT COMPTE COURANT ASSOCIE",
      remittance: "APPORT COMPTE COURANT ASSOCIE",
    }),
    line({
      bookedOn: "2026-07-09",
      amountMinor: -4e6,
      kind: "dividend",
      category: "457",
      label: "VIR SEPA EMIS /BEN MME BRINDELAIRE SOLENE /MOTIF DIVIDENDES 2025",
      remittance: "DIVIDENDES 2025",
    }),
    line({
      bookedOn: "2026-10-15",
      amountMinor: -7e6,
      kind: "shareholder-loan",
      category: "455",
      label:
        "VIR SEPA EMIS /BEN MME BRINDELAIRE SOLENE /MOTIF REMBOURSEMENT COMPTE COURANT ASSOCIE",
      remittance: "REMBOURSEMENT COMPTE COURANT ASSOCIE",
    }),
  ];
}

/** Net pay of a month, a bonus of half a month in December. */
export function netPayOf(start: string): { name: string; amountMinor: number }[] {
  const month = start.slice(0, 7);
  const raise = month >= "2026-01" ? 10_220 : 10_000;
  return employees
    .filter((e) => e.from <= month && month <= e.to)
    .map((e, i) => {
      const hours = month.endsWith("-12")
        ? 15_000
        : 10_000 + ((i * 37 + Number(month.slice(5)) * 53) % 240);
      const base = applyRateBps(e.netMinor, raise);
      return { name: e.name, amountMinor: applyRateBps(base, hours) };
    });
}

function salaryLines(start: string): BankLine[] {
  let bookedOn = dayOfMonth(start, 28);
  while (!isWorkingDay(bookedOn)) bookedOn = addDays(bookedOn, -1);
  const month = MONTHS[Number(start.slice(5, 7)) - 1] ?? "";
  return netPayOf(start).map(({ name, amountMinor }) =>
    line({
      bookedOn,
      amountMinor: -amountMinor,
      kind: "salary",
      category: "421",
      batch: `${bookedOn}-salaires`,
      label: `VIR SEPA EMIS /BEN ${name} /MOTIF SALAIRE ${month} ${start.slice(0, 4)}`,
      party: { name },
      remittance: `SALAIRE ${month} ${start.slice(0, 4)}`,
      endToEndId: `SAL-${start.slice(0, 7)}`,
    }),
  );
}

/** Contributions on last month's pay, as shares of the net in basis points. */
export function socialShares(start: string): {
  urssaf: number;
  pension: number;
  health: number;
  tax: number;
} {
  const net = netPayOf(start).reduce((sum, pay) => sum + pay.amountMinor, 0);
  return {
    urssaf: applyRateBps(net, 5_480),
    pension: applyRateBps(net, 1_120),
    health: netPayOf(start).length * 5_840,
    tax: applyRateBps(net, 480),
  };
}

function socialLines(start: string): BankLine[] {
  if (start === "2025-01-01") return [];
  const shares = socialShares(addMonths(start, -1));
  const period = addMonths(start, -1).slice(0, 7).replace("-", "");
  const debit = (
    day: number,
    amount: number,
    rest: Pick<BankLine, "label" | "kind" | "category">,
  ) => line({ bookedOn: workingDayFrom(dayOfMonth(start, day)), amountMinor: -amount, ...rest });
  return [
    debit(15, shares.urssaf, {
      kind: "social-charges",
      category: "431",
      label: `PRLV SEPA URSSAF PAYS DE LA LOIRE /REF DSN${period}`,
    }),
    debit(15, shares.tax, {
      kind: "withholding-tax",
      category: "4421",
      label: `PRLV SEPA DGFIP PAS DSN /REF PASDSN${period}`,
    }),
    debit(25, shares.pension, {
      kind: "pension",
      category: "437",
      label: `PRLV SEPA CAISSE RETRAITE COMPLEMENTAIRE /REF ${period}`,
    }),
    debit(5, shares.health, {
      kind: "health-cover",
      category: "437",
      label: `PRLV SEPA MUTUELLE SANTE COLLECTIVE /REF CT88142 ${period}`,
    }),
  ];
}

/** Instalments with their interest: rounded on what is left, as on the bank's table. */
export function loanTable(): { dueOn: string; principalMinor: number; interestMinor: number }[] {
  let left: number = loan.principalMinor;
  return Array.from({ length: loan.instalments }, (_, i) => {
    const interestMinor = Math.round((left * loan.rateBps) / 120_000);
    const isLast = i === loan.instalments - 1;
    const principalMinor = isLast ? left : loan.instalmentMinor - interestMinor;
    left -= principalMinor;
    return { dueOn: addMonths(loan.firstOn, i), principalMinor, interestMinor };
  });
}

function loanLines(): BankLine[] {
  const granted = line({
    bookedOn: loan.grantedOn,
    amountMinor: loan.principalMinor,
    kind: "loan-receipt",
    category: "164",
    label: `DEBLOCAGE ${loan.reference}`,
  });
  const instalments = loanTable().map(({ dueOn, principalMinor, interestMinor }, i) =>
    line({
      bookedOn: workingDayFrom(dueOn),
      amountMinor: -(principalMinor + interestMinor),
      kind: "loan-instalment",
      category: "164",
      split: [
        {
          account: "164",
          amountMinor: principalMinor,
        },
        {
          account: "6611",
          amountMinor: interestMinor,
        },
      ],
      label: `ECHEANCE ${loan.reference} NO ${String(i + 1).padStart(3, "0")}`,
    }),
  );
  return [granted, ...instalments];
}

function feeLines(start: string): BankLine[] {
  const month = `${MONTHS[Number(start.slice(5, 7)) - 1] ?? ""} ${start.slice(0, 4)}`;
  const last = workingDayFrom(addDays(endOfMonth(start), -3));
  const fee = (amount: number, label: string, bookedOn = last) =>
    line({ bookedOn, amountMinor: -amount, kind: "bank-fee", category: "627", label });
  const quarter = Number(start.slice(5, 7)) % 3 === 0;
  return [
    fee(1_850, `FRAIS TENUE DE COMPTE ${month}`),
    fee(690, `COTISATION CARTE BUSINESS ${month}`, workingDayFrom(dayOfMonth(start, 4))),
    fee(1_200, `ABONNEMENT BANQUE EN LIGNE ${month}`, workingDayFrom(dayOfMonth(start, 6))),
    ...(quarter ? [fee(7_435, `COMMISSION DE MOUVEMENT T${Number(start.slice(5, 7)) / 3}`)] : []),
    {
      ...fee(
        2_280,
        `LOCATION TPE OSTREVANT PAIEMENTS ${month}`,
        workingDayFrom(dayOfMonth(start, 12)),
      ),
      account: "cards",
      kind: "card-fee",
    },
  ];
}

/** Corporate tax and the local business tax, paid to the public treasury. */
function taxLines(): BankLine[] {
  const tax = (bookedOn: string, amount: number, label: string) =>
    line({
      bookedOn: workingDayFrom(bookedOn),
      amountMinor: -amount,
      kind: "corporate-tax",
      category: "444",
      label: `PRLV SEPA DGFIP IMPOT PRO /REF ${label}`,
    });
  return [
    tax("2026-05-15", 3_174_200, "IS 2025 SOLDE"),
    tax("2026-06-15", 793_600, "IS 2026 ACOMPTE 2"),
    tax("2026-09-15", 793_600, "IS 2026 ACOMPTE 3"),
    tax("2026-12-15", 793_600, "IS 2026 ACOMPTE 4"),
    line({
      bookedOn: "2026-12-15",
      amountMinor: -384700,
      kind: "local-tax",
      category: "63511",
      label: "PRLV SEPA DGFIP IMPOT PRO /REF CFE 2026",
    }),
  ];
}
