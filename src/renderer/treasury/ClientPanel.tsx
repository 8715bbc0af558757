import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { daysBetween } from "#contract/date.ts";
import type { PartyPatternRow } from "#contract/treasury.ts";
import type { ClientRiskRow } from "#contract/treasury-risk.ts";
import { formatCount, formatDate, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { clientWords } from "#renderer/words/clients.ts";
import { indicatorWords } from "#renderer/words/indicators.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Clients.module.css";
import { habitWords, trendWord } from "./pattern-words.ts";
import { patternsQuery } from "./read-patterns.ts";
import { goToInvoicesOf } from "./read-risk.ts";
import { FEWEST_KNOWN, signedPoints, wholePercent } from "./risk-words.ts";

/** Open invoices shown in the panel; the list of sales has them all. */
const SHOWN = 12;
/** Rows asked for at once: more than one client ever leaves open. */
const MOST_OPEN = 200;

interface PanelProps {
  client: ClientRiskRow;
  /** The day of the scores: lateness is told on it. */
  asOn: string;
  onClose: () => void;
}

/** One client: its score against all clients, what makes the difference, how it pays, what it owes. */
export function ClientPanel({ client, asOn, onClose }: PanelProps) {
  const w = useWords(clientWords);
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const { observations, periodDays, grade } = client.reliability;
  return (
    <DetailPanel
      title={client.partyName}
      subtitle={w.scoreOf(count(client.score), count(client.portfolioScore))}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={() => goToInvoicesOf(client.partyName)}>
          {w.seeInvoices}
        </Button>
      }
    >
      <p>{w.chanceSaid(wholePercent(client.lateChance, language))}</p>
      <Reasons client={client} />
      <p className={styles.dim}>{w.measured(grade, count(observations), count(periodDays))}</p>
      {client.payments < FEWEST_KNOWN && <StateChip word={w.fromPortfolio} tone="neutral" />}
      <Pattern partyId={client.partyId} />
      <OpenInvoices client={client} asOn={asOn} />
    </DetailPanel>
  );
}

/** From the score of all clients to this one's: the points add up. */
function Reasons({ client }: { client: ClientRiskRow }) {
  const w = useWords(clientWords);
  const language = useLanguage();
  return (
    <>
      <h3 className={styles.part}>{w.why}</h3>
      <table className={styles.sums} aria-label={w.why}>
        <tbody>
          <tr>
            <th scope="row">{w.portfolio}</th>
            <td>{formatCount(client.portfolioScore, language)}</td>
          </tr>
          {client.reasons.map(({ input, points }) => (
            <tr key={input}>
              <th scope="row">{w[input]}</th>
              <td>{signedPoints(points, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.itsScore}</th>
            <td>{formatCount(client.score, language)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Pattern({ partyId }: { partyId: number }) {
  const w = useWords(clientWords);
  const { data, error } = useQuery(patternsQuery("customer"));
  const pattern = data?.parties.find((one) => one.partyId === partyId);
  return (
    <>
      <h3 className={styles.part}>{w.pattern}</h3>
      {error !== null && <ProblemNotice error={error} />}
      {data !== undefined && pattern === undefined && <p className={styles.dim}>{w.noPattern}</p>}
      {pattern !== undefined && <PatternRows pattern={pattern} />}
    </>
  );
}

function PatternRows({ pattern }: { pattern: PartyPatternRow }) {
  const w = useWords(indicatorWords);
  const own = useWords(clientWords);
  const language = useLanguage();
  const days = (value: number) => formatCount(value, language);
  const rows = [
    [w.usual, w.days(days(pattern.p50Days))],
    [w.range, w.between(days(pattern.p10Days), days(pattern.p90Days))],
    [w.late, wholePercent(pattern.shareLate, language)],
    [w.trend, trendWord(pattern, w, language)?.word],
    [w.habit, habitWords(pattern, w, language)],
    [w.payments, days(pattern.observations)],
  ].filter(([, said]) => said !== undefined && said !== null);
  return (
    <>
      <table className={styles.sums} aria-label={own.pattern}>
        <tbody>
          {rows.map(([label, said]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pattern.fromPortfolio && <p className={styles.dim}>{own.fromPortfolio}</p>}
    </>
  );
}

/** The invoices that the score counts as open, the oldest due first. */
function OpenInvoices({ client, asOn }: { client: ClientRiskRow; asOn: string }) {
  const w = useWords(clientWords);
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ["invoicing", "open-of", client.partyName, asOn],
    queryFn: ({ signal }) =>
      office.invoicing.listInvoices(
        { state: "open", search: client.partyName, limit: MOST_OPEN, todayOn: asOn },
        { signal },
      ),
  });
  const counted = new Set(client.refs.filter((r) => r.kind === "invoice").map((r) => r.id));
  const rows = (data?.rows ?? [])
    .filter((row) => counted.has(String(row.id)))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id);
  return (
    <>
      <h3 className={styles.part}>{w.openInvoices}</h3>
      {error !== null && <ProblemNotice error={error} />}
      {counted.size === 0 && <p className={styles.dim}>{w.noOpen}</p>}
      <ul className={styles.rows}>
        {rows.slice(0, SHOWN).map((row) => {
          const late = daysBetween(row.dueOn, asOn);
          return (
            <li key={row.id}>
              <a href={`#/sales?invoice=${row.id}`}>{row.number}</a>
              <span>{formatMoney(row.openMinor, language)}</span>
              <span className={styles.dim}>{w.dueOn(formatDate(row.dueOn))}</span>
              <span className={styles.dim}>
                {late > 0 && w.lateBy(formatCount(late, language))}
              </span>
            </li>
          );
        })}
      </ul>
      {rows.length > SHOWN && (
        <p className={styles.dim}>{w.more(formatCount(rows.length - SHOWN, language))}</p>
      )}
    </>
  );
}
