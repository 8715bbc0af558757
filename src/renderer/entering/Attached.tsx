import { Button, FileButton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";

/** The documents of an entry or a draft, and the way to attach one. */
export function Attached({ of }: { of: { entryId: number } | { draftId: number } }) {
  const w = useWords(enteringWords);
  const titleId = useId();
  const client = useQueryClient();
  const { data = [] } = useQuery({
    queryKey: ["entry", "attached", of],
    queryFn: ({ signal }) => office.entry.listAttached(of, { signal }),
  });
  const attach = useMutation({
    mutationFn: (file: File) => office.entry.attach({ ...of, file }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["entry", "attached"] }),
  });
  return (
    <section className={styles.attached} aria-labelledby={titleId}>
      <h3 id={titleId}>{w.attached}</h3>
      <ul>
        {data.map((one) => (
          <li key={one.documentId}>
            <a href={`#/purchases?document=${one.documentId}`}>{one.fileName}</a>
          </li>
        ))}
      </ul>
      <FileButton onChange={(file) => file !== null && attach.mutate(file)}>
        {(props) => (
          <Button {...props} variant="subtle" size="compact-sm" loading={attach.isPending}>
            {w.attach}
          </Button>
        )}
      </FileButton>
      {attach.isError && <ProblemNotice error={attach.error} />}
    </section>
  );
}
