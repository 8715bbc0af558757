import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { office } from "#renderer/office.ts";
import { problemOf } from "#renderer/problem.ts";
import { importWords } from "#renderer/words/importing.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Import.module.css";
import type { ImportAnswers } from "./import-calls.ts";

interface AnswersProps {
  problem: unknown;
  onAnswer: (answers: ImportAnswers) => void;
}

/** What the office must know before it can read a file: its bank account, or its columns. */
export function Answers({ problem, onAnswer }: AnswersProps) {
  const refused = problemOf(problem);
  if (refused.kind !== "refused") return null;
  if (refused.code === "banking.choose-account") return <ChooseAccount onAnswer={onAnswer} />;
  if (refused.code !== "files.missing-columns") return null;
  const { missing = [], headers = [] } = refused.facts as {
    missing?: string[];
    headers?: string[];
  };
  return <ChooseColumns missing={missing} headers={headers} onAnswer={onAnswer} />;
}

function ChooseAccount({ onAnswer }: Pick<AnswersProps, "onAnswer">) {
  const w = useWords(importWords);
  const accounts = useQuery({
    queryKey: ["banking", "accounts"],
    queryFn: ({ signal }) => office.banking.listAccounts({}, { signal }),
  });
  const choices = (accounts.data ?? []).map((a) => ({ value: String(a.id), label: a.name }));
  return (
    <NativeSelect
      label={w.account}
      data={[{ value: "", label: "—" }, ...choices]}
      onChange={(event) => {
        const bankAccountId = Number(event.currentTarget.value);
        if (bankAccountId > 0) onAnswer({ bankAccountId });
      }}
    />
  );
}

function ChooseColumns(props: {
  missing: readonly string[];
  headers: readonly string[];
  onAnswer: (answers: ImportAnswers) => void;
}) {
  const w = useWords(importWords);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  return (
    <>
      <div className={styles.mapping}>
        {props.missing.map((field) => (
          <NativeSelect
            key={field}
            label={w.chooseColumn(field)}
            data={["", ...props.headers]}
            onChange={(event) => setMapping({ ...mapping, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => props.onAnswer({ mapping })}>
          {w.retry}
        </Button>
      </div>
    </>
  );
}
