import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { SecretInput } from "#renderer/book/SecretInput.tsx";
import { formatMoney } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { MoneyInput } from "#renderer/ui/MoneyInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { writerWords } from "#renderer/words/writer.ts";
import { Rewriting } from "./Rewriting.tsx";
import styles from "./Scenarios.module.css";
import { useWriter, useWriterDeeds } from "./use-writer.ts";

const USUAL_ESTIMATE_MINOR = 10;
const USUAL_TOP_UP_MINOR = 500;

type Provider = "anthropic" | "openai-compatible";

/** The language model that may rewrite the narrative: off until a person connects one. */
export function WriterPanel({ onClose }: { onClose: () => void }) {
  const w = useWords(writerWords);
  const writer = useWriter();
  return (
    <DetailPanel title={w.title} onClose={onClose} takesFocus={true}>
      {writer.isError && (
        <ProblemNotice error={writer.error} onRetry={() => void writer.refetch()} />
      )}
      {writer.data !== undefined &&
        (writer.data.settings === null ? (
          <Connecting />
        ) : (
          <Connected
            provider={writer.data.settings.provider}
            model={writer.data.settings.model}
            balanceMinor={writer.data.balanceMinor}
          />
        ))}
    </DetailPanel>
  );
}

function Connecting() {
  const w = useWords(writerWords);
  const { connect } = useWriterDeeds();
  const [provider, setProvider] = useState<Provider>("anthropic");
  const [model, setModel] = useState("");
  const [baseUrl, setBaseUrl] = useState("");
  const [secret, setSecret] = useState("");
  const [estimateMinor, setEstimate] = useState<number | undefined>(USUAL_ESTIMATE_MINOR);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (model.trim() === "" || estimateMinor === undefined) return;
    connect.mutate({
      ...{ provider, model, estimateMinor },
      ...(baseUrl.trim() === "" ? {} : { baseUrl: baseUrl.trim() }),
      ...(secret === "" ? {} : { secret }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={w.title}>
      <p>{w.off}</p>
      <p className={styles.dim}>{w.what}</p>
      {connect.isError && <ProblemNotice error={connect.error} />}
      <NativeSelect
        label={w.provider}
        value={provider}
        data={[
          { value: "anthropic", label: w.anthropic },
          { value: "openai-compatible", label: w.compatible },
        ]}
        onChange={(event) => setProvider(event.currentTarget.value as Provider)}
      />
      <TextInput
        label={w.model}
        value={model}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <TextInput
        label={w.baseUrl}
        description={w.baseUrlWhy}
        value={baseUrl}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setBaseUrl(event.currentTarget.value)}
      />
      <SecretInput
        label={w.secret}
        description={w.secretWhy}
        secret={secret}
        isNew
        onChange={setSecret}
      />
      <MoneyInput label={w.estimate} amountMinor={estimateMinor} onChange={setEstimate} />
      <Button type="submit" disabled={model.trim() === "" || connect.isPending}>
        {w.connect}
      </Button>
    </form>
  );
}

function Connected(props: { provider: Provider; model: string; balanceMinor: number }) {
  const w = useWords(writerWords);
  const language = useLanguage();
  const { disconnect, topUp } = useWriterDeeds();
  const [addedMinor, setAdded] = useState<number | undefined>(USUAL_TOP_UP_MINOR);
  const error = disconnect.error ?? topUp.error;
  const name = props.provider === "anthropic" ? w.anthropic : w.compatible;
  return (
    <div className={styles.form}>
      {error !== null && <ProblemNotice error={error} />}
      <p>{w.connected(name, props.model)}</p>
      <p className={styles.dim}>{w.what}</p>
      <p>{w.credit(formatMoney(props.balanceMinor, language))}</p>
      <MoneyInput label={w.topUp} amountMinor={addedMinor} onChange={setAdded} />
      <div className={styles.actions}>
        <Button
          variant="default"
          disabled={addedMinor === undefined || addedMinor <= 0 || topUp.isPending}
          onClick={() => addedMinor !== undefined && topUp.mutate(addedMinor)}
        >
          {w.add}
        </Button>
        <Button variant="default" onClick={() => disconnect.mutate()}>
          {w.disconnect}
        </Button>
      </div>
      <Rewriting balanceMinor={props.balanceMinor} />
    </div>
  );
}
