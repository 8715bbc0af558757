import { Button, NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BankAccount } from "#contract/banking.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatCount, formatInstant } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BankViews } from "./BankViews.tsx";
import { ConnectFeed } from "./ConnectFeed.tsx";
import styles from "./Connections.module.css";
import { StatementImports } from "./StatementImports.tsx";

/** Each bank account and how its lines come in: by files, or from its bank once turned on. */
export function ConnectionsScreen(_: ScreenProps) {
  const w = useWords(bankWords);
  const accounts = useQuery({
    queryKey: ["banking", "accounts"],
    queryFn: ({ signal }) => office.banking.listAccounts({}, { signal }),
  });
  return (
    <>
      <PageHead title={w.connections}>
        <BankViews current="connections" />
      </PageHead>
      <div className={styles.page}>
        <p className={styles.dim}>{w.connectionsLine}</p>
        {accounts.isError && (
          <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
        )}
        {accounts.data?.map((account) => (
          <Connection key={account.id} account={account} />
        ))}
        <StatementImports />
      </div>
    </>
  );
}

function Connection({ account }: { account: BankAccount }) {
  const w = useWords(bankWords);
  const [isConnecting, setIsConnecting] = useState(false);
  const { feed, name } = account;
  return (
    <section className={styles.account} aria-label={name}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.dim}>{account.iban}</span>
      </div>
      <MatchingChoice account={account} />
      {feed === null ? (
        <div className={styles.actions}>
          <span>{w.notConnected}</span>
          {!isConnecting && (
            <Button variant="default" onClick={() => setIsConnecting(true)}>
              {w.connect}
            </Button>
          )}
        </div>
      ) : (
        <Connected account={account} feed={feed} />
      )}
      {feed === null && isConnecting && (
        <ConnectFeed account={account} onEnd={() => setIsConnecting(false)} />
      )}
    </section>
  );
}

/** How far matching goes by itself on the account. */
function MatchingChoice({ account }: { account: BankAccount }) {
  const w = useWords(bankWords);
  const client = useQueryClient();
  const choose = async (matching: BankAccount["matching"]) => {
    await office.banking.setMatching({ bankAccountId: account.id, matching });
    await client.invalidateQueries();
  };
  return (
    <NativeSelect
      label={w.matchingChoice}
      value={account.matching}
      data={[
        { value: "automatic", label: w.matchingAutomatic },
        { value: "suggest", label: w.matchingSuggest },
        { value: "off", label: w.matchingOff },
      ]}
      onChange={(event) => void choose(event.currentTarget.value as BankAccount["matching"])}
    />
  );
}

function Connected(props: { account: BankAccount; feed: NonNullable<BankAccount["feed"]> }) {
  const { account, feed } = props;
  const w = useWords(bankWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const bankAccountId = account.id;
  const sync = async () => {
    setProblem(undefined);
    setIsBusy(true);
    try {
      const report = await runStream(w.syncing(account.name), (signal) =>
        office.banking.syncFeed({ bankAccountId }, { signal }),
      );
      notify(w.synced(formatCount(report.added, language)));
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
      await client.invalidateQueries();
    }
  };
  const disconnect = async () => {
    await office.banking.disconnectFeed({ bankAccountId });
    await client.invalidateQueries();
  };
  const { lastSyncAtMs } = feed;
  return (
    <>
      <div className={styles.actions}>
        <span>
          {w.connectedTo(PROVIDERS[feed.provider] ?? feed.provider)},{" "}
          {lastSyncAtMs === null
            ? w.neverSynced
            : w.lastSync(formatInstant(lastSyncAtMs, language))}
        </span>
        <Button loading={isBusy} onClick={() => void sync()}>
          {w.syncNow}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => setIsAsking(true)}>
          {w.disconnect}
        </Button>
      </div>
      {problem !== undefined && <ProblemNotice error={problem} />}
      <ConfirmDialog
        isOpen={isAsking}
        title={w.disconnectQuestion(account.name)}
        verb={w.disconnect}
        onConfirm={disconnect}
        onClose={() => setIsAsking(false)}
      >
        {w.disconnectWhat}
      </ConfirmDialog>
    </>
  );
}

const PROVIDERS: Record<string, string> = { qonto: "Qonto" };
