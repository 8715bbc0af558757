import { AssetsScreen } from "#renderer/assets/AssetsScreen.tsx";
import { LoansScreen } from "#renderer/assets/LoansScreen.tsx";
import { BankingScreen } from "#renderer/banking/BankingScreen.tsx";
import { BankStatementScreen } from "#renderer/banking/BankStatementScreen.tsx";
import { ConnectionsScreen } from "#renderer/banking/ConnectionsScreen.tsx";
import { ProofScreen } from "#renderer/banking/ProofScreen.tsx";
import { RulesScreen } from "#renderer/banking/RulesScreen.tsx";
import { JournalScreen } from "#renderer/book/JournalScreen.tsx";
import { ClosingScreen } from "#renderer/closing/ClosingScreen.tsx";
import { CurrencyScreen } from "#renderer/currency/CurrencyScreen.tsx";
import { DraftsScreen } from "#renderer/entering/DraftsScreen.tsx";
import { EnterScreen } from "#renderer/entering/EnterScreen.tsx";
import { RecurringScreen } from "#renderer/entering/RecurringScreen.tsx";
import { ExportsScreen } from "#renderer/exporting/ExportsScreen.tsx";
import { ImportScreen } from "#renderer/importing/ImportScreen.tsx";
import { QuotesScreen } from "#renderer/invoicing/QuotesScreen.tsx";
import { SalesScreen } from "#renderer/invoicing/SalesScreen.tsx";
import { AccountScreen } from "#renderer/ledger/AccountScreen.tsx";
import { EntriesScreen } from "#renderer/ledger/EntriesScreen.tsx";
import { TrialBalanceScreen } from "#renderer/ledger/TrialBalanceScreen.tsx";
import { AgedScreen } from "#renderer/lettering/AgedScreen.tsx";
import { LetteringScreen } from "#renderer/lettering/LetteringScreen.tsx";
import { PackScreen } from "#renderer/pack/PackScreen.tsx";
import { PurchasesScreen } from "#renderer/purchases/PurchasesScreen.tsx";
import { BudgetScreen } from "#renderer/statements/BudgetScreen.tsx";
import { StatementsScreen } from "#renderer/statements/StatementsScreen.tsx";
import { TakeOverScreen } from "#renderer/taking-over/TakeOverScreen.tsx";
import { ActionsScreen } from "#renderer/treasury/ActionsScreen.tsx";
import { AnalysesScreen } from "#renderer/treasury/AnalysesScreen.tsx";
import { CashScreen } from "#renderer/treasury/CashScreen.tsx";
import { CausesScreen } from "#renderer/treasury/CausesScreen.tsx";
import { ClientsScreen } from "#renderer/treasury/ClientsScreen.tsx";
import { DecisionsScreen } from "#renderer/treasury/DecisionsScreen.tsx";
import { ForecastScreen } from "#renderer/treasury/ForecastScreen.tsx";
import { HomeScreen } from "#renderer/treasury/HomeScreen.tsx";
import { IndicatorsScreen } from "#renderer/treasury/IndicatorsScreen.tsx";
import { PatternsScreen } from "#renderer/treasury/PatternsScreen.tsx";
import { ProposalsScreen } from "#renderer/treasury/ProposalsScreen.tsx";
import { ReliabilityScreen } from "#renderer/treasury/ReliabilityScreen.tsx";
import { CostsScreen } from "#renderer/treasury/results/CostsScreen.tsx";
import { MarginsScreen } from "#renderer/treasury/results/MarginsScreen.tsx";
import { SeasonsScreen } from "#renderer/treasury/results/SeasonsScreen.tsx";
import { VarianceScreen } from "#renderer/treasury/results/VarianceScreen.tsx";
import { ScenariosScreen } from "#renderer/treasury/ScenariosScreen.tsx";
import { StressScreen } from "#renderer/treasury/StressScreen.tsx";
import { WarningsScreen } from "#renderer/treasury/WarningsScreen.tsx";
import { VatControlScreen } from "#renderer/vat/VatControlScreen.tsx";
import { VatScreen } from "#renderer/vat/VatScreen.tsx";
import type { Route } from "./route.ts";

/** Every screen by its address. One line a screen; details follow their list. */
export const routes: readonly Route[] = [
  { pattern: "/", section: "home", Screen: HomeScreen },
  { pattern: "/sales", section: "sales", Screen: SalesScreen },
  { pattern: "/sales/quotes", section: "sales", Screen: QuotesScreen },
  { pattern: "/purchases", section: "purchases", Screen: PurchasesScreen },
  { pattern: "/entries", section: "entries", Screen: EntriesScreen },
  { pattern: "/entries/enter", section: "entries", Screen: EnterScreen },
  { pattern: "/entries/drafts", section: "entries", Screen: DraftsScreen },
  { pattern: "/entries/recurring", section: "entries", Screen: RecurringScreen },
  { pattern: "/entries/balance", section: "entries", Screen: TrialBalanceScreen },
  { pattern: "/entries/account/:account", section: "entries", Screen: AccountScreen },
  { pattern: "/entries/lettering", section: "entries", Screen: LetteringScreen },
  { pattern: "/entries/aged", section: "entries", Screen: AgedScreen },
  { pattern: "/entries/assets", section: "entries", Screen: AssetsScreen },
  { pattern: "/entries/loans", section: "entries", Screen: LoansScreen },
  { pattern: "/entries/currencies", section: "entries", Screen: CurrencyScreen },
  { pattern: "/treasury", section: "treasury", Screen: ForecastScreen },
  { pattern: "/treasury/scenarios", section: "treasury", Screen: ScenariosScreen },
  { pattern: "/treasury/clients", section: "treasury", Screen: ClientsScreen },
  { pattern: "/treasury/warnings", section: "treasury", Screen: WarningsScreen },
  { pattern: "/treasury/actions", section: "treasury", Screen: ActionsScreen },
  { pattern: "/treasury/stress", section: "treasury", Screen: StressScreen },
  { pattern: "/treasury/causes", section: "treasury", Screen: CausesScreen },
  { pattern: "/treasury/patterns", section: "treasury", Screen: PatternsScreen },
  { pattern: "/treasury/reliability", section: "treasury", Screen: ReliabilityScreen },
  { pattern: "/treasury/indicators", section: "treasury", Screen: IndicatorsScreen },
  { pattern: "/treasury/margins", section: "treasury", Screen: MarginsScreen },
  { pattern: "/treasury/costs", section: "treasury", Screen: CostsScreen },
  { pattern: "/treasury/seasons", section: "treasury", Screen: SeasonsScreen },
  { pattern: "/treasury/variance", section: "treasury", Screen: VarianceScreen },
  { pattern: "/treasury/analyses", section: "treasury", Screen: AnalysesScreen },
  { pattern: "/treasury/decisions", section: "treasury", Screen: DecisionsScreen },
  { pattern: "/treasury/proposals", section: "treasury", Screen: ProposalsScreen },
  { pattern: "/bank", section: "bank", Screen: BankingScreen },
  { pattern: "/bank/statement", section: "bank", Screen: BankStatementScreen },
  { pattern: "/bank/cash", section: "bank", Screen: CashScreen },
  { pattern: "/bank/rules", section: "bank", Screen: RulesScreen },
  { pattern: "/bank/proof", section: "bank", Screen: ProofScreen },
  { pattern: "/bank/connections", section: "bank", Screen: ConnectionsScreen },
  { pattern: "/import", section: "import", Screen: ImportScreen },
  { pattern: "/vat", section: "vat", Screen: VatScreen },
  { pattern: "/vat/control", section: "vat", Screen: VatControlScreen },
  { pattern: "/statements", section: "statements", Screen: StatementsScreen },
  { pattern: "/statements/budget", section: "statements", Screen: BudgetScreen },
  { pattern: "/closing", section: "closing", Screen: ClosingScreen },
  { pattern: "/import/fec", section: "import", Screen: TakeOverScreen },
  { pattern: "/exports/pack", section: "exports", Screen: PackScreen },
  { pattern: "/exports", section: "exports", Screen: ExportsScreen },
  { pattern: "/journal", section: "journal", Screen: JournalScreen },
];
