import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Asset } from "#contract/assets.ts";
import { formatAmount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { assetWords } from "#renderer/words/assets.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Assets.module.css";

interface AssetPanelProps {
  asset: Asset;
  onClose: () => void;
}

/** An asset's schedule, what is booked of it, and its disposal. */
export function AssetPanel({ asset, onClose }: AssetPanelProps) {
  const w = useWords(assetWords);
  const language = useLanguage();
  const client = useQueryClient();
  const { assetId } = asset;
  const [isDisposing, setIsDisposing] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const remove = () => {
    office.assets.remove({ assetId }).then(() => client.invalidateQueries(), setProblem);
  };
  return (
    <DetailPanel
      title={asset.label}
      subtitle={`${asset.account} · ${formatMoney(asset.costMinor, language)}`}
      takesFocus
      onClose={onClose}
      actions={
        asset.disposedOn === null && (
          <>
            <Button onClick={() => setIsDisposing(true)}>{w.dispose}</Button>
            <Button variant="default" onClick={remove}>
              {w.remove}
            </Button>
          </>
        )
      }
    >
      {problem !== undefined && <ProblemNotice error={problem} />}
      {asset.disposalEntryId !== null && (
        <a href={`#/entries?entry=${asset.disposalEntryId}`}>{w.seeEntry}</a>
      )}
      <h3>{w.schedule}</h3>
      <Schedule assetId={assetId} />
      {isDisposing && <Dispose asset={asset} onClose={() => setIsDisposing(false)} />}
    </DetailPanel>
  );
}

function Schedule({ assetId }: { assetId: number }) {
  const w = useWords(assetWords);
  const language = useLanguage();
  const { data = [] } = useQuery({
    queryKey: ["assets", "schedule", assetId],
    queryFn: ({ signal }) => office.assets.schedule({ assetId }, { signal }),
  });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[w.year, w.amount, w.net, w.posted].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.map((row) => (
          <tr key={row.startsOn}>
            <th scope="row">{row.endsOn.slice(0, 4)}</th>
            <td>{formatAmount(row.amountMinor, language)}</td>
            <td>{formatAmount(row.netMinor, language)}</td>
            <td>{formatAmount(row.postedMinor, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Dispose({ asset, onClose }: AssetPanelProps) {
  const w = useWords(assetWords);
  const client = useQueryClient();
  const [disposedOn, setDisposedOn] = useState(todayHere());
  const [priceMinor, setPriceMinor] = useState<number>();
  const [rate, setRate] = useState("20");
  const dispose = async () => {
    const vatRateBps = Math.round(Number(rate.replace(",", ".")) * 100) || 0;
    const asked = { assetId: asset.assetId, disposedOn, vatRateBps };
    await office.assets.dispose({ ...asked, priceMinor: priceMinor ?? 0 });
    await client.invalidateQueries();
  };
  return (
    <ConfirmDialog
      isOpen
      isFinal
      title={w.disposeTitle(asset.label)}
      verb={w.disposeVerb}
      onConfirm={dispose}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <DateInput
          label={w.disposedOn}
          date={disposedOn}
          onChange={(date) => date && setDisposedOn(date)}
        />
        <MoneyInput label={w.price} amountMinor={priceMinor} onChange={setPriceMinor} />
        <TextInput
          label={w.vatRate}
          value={rate}
          onChange={(event) => setRate(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
