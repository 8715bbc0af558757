import { Button, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ImportReport } from "#contract/procedure.ts";
import { formatCount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { currencyWords } from "#renderer/words/currency.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Currency.module.css";
import { formatRateOf } from "./foreign.ts";

const SHOWN = 60;

/** The reference rates in the book, from a file or, once allowed, from the ECB. */
export function Rates() {
  const w = useWords(currencyWords);
  const language = useLanguage();
  const client = useQueryClient();
  const rates = useQuery({
    queryKey: ["currency", "rates"],
    queryFn: ({ signal }) => office.currency.listRates({ limit: SHOWN }, { signal }),
  });
  const take = useMutation({
    mutationFn: (asked: () => Promise<ImportReport>) => asked(),
    onSuccess: async ({ added }) => {
      notify(w.imported(formatCount(added, language)));
      await client.invalidateQueries();
    },
  });
  const importFile = (file: File) =>
    take.mutate(() =>
      runStream(w.importing, (signal) => office.currency.importRates({ file }, { signal })),
    );
  return (
    <section aria-label={w.rates}>
      <h2>{w.rates}</h2>
      {take.isError && <ProblemNotice error={take.error} />}
      <DropZone hint={w.ratesHint} accept=".csv,.xml" onFiles={(files) => files.map(importFile)} />
      <Network
        onFetch={() =>
          take.mutate(() =>
            runStream(w.fetching, (signal) => office.currency.fetchRates({}, { signal })),
          )
        }
      />
      {rates.data?.rows.length === 0 && <p className={styles.dim}>{w.noRate}</p>}
      {rates.data !== undefined && rates.data.rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{w.date}</th>
              <th scope="col">{w.currency}</th>
              <th scope="col" className={styles.figure}>
                {w.rate}
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.data.rows.map((rate) => (
              <tr key={`${rate.datedOn} ${rate.currency}`}>
                <td>{formatDate(rate.datedOn)}</td>
                <td>{rate.currency}</td>
                <td className={styles.figure}>{formatRateOf(rate.unitsPerEuroMicro, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The network stays closed until the person opens it here. */
function Network({ onFetch }: { onFetch: () => void }) {
  const w = useWords(currencyWords);
  const client = useQueryClient();
  const source = useQuery({
    queryKey: ["currency", "source"],
    queryFn: ({ signal }) => office.currency.rateSource({}, { signal }),
  });
  const turn = useMutation({
    mutationFn: (isOn: boolean) => office.currency.setRateSource({ isOn }),
    onSettled: () => client.invalidateQueries({ queryKey: ["currency", "source"] }),
  });
  const isOn = source.data?.isOn === true;
  return (
    <div className={styles.network}>
      <Switch
        label={w.network}
        description={w.networkHint}
        checked={isOn}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
      <Button variant="default" disabled={!isOn} onClick={onFetch}>
        {w.fetch}
      </Button>
    </div>
  );
}
