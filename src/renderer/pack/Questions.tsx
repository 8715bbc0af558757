import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Pack.module.css";

/** The questions that go with the pack, and their answers. */
export function Questions() {
  const w = useWords(packWords);
  const titleId = useId();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const query = useQuery({
    queryKey: ["pack", "questions"],
    queryFn: ({ signal }) => office.pack.listQuestions({}, { signal }),
  });
  const ask = useMutation({
    mutationFn: () => office.pack.addQuestion({ text }),
    onSuccess: () => {
      setText("");
      return client.invalidateQueries({ queryKey: ["pack"] });
    },
  });
  const rows = query.data ?? [];
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.questions}</h2>
      {query.isSuccess && rows.length === 0 && <p className={styles.dim}>{w.noQuestions}</p>}
      <ol className={styles.list}>
        {rows.map((one) => (
          <li key={one.id}>
            <span>{one.text}</span>
            <span className={styles.dim}>
              {one.answer === null ? w.waitingAnswer : w.answered(one.answeredBy ?? "", one.answer)}
            </span>
          </li>
        ))}
      </ol>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") ask.mutate();
        }}
      >
        <TextInput
          className={styles.grow ?? ""}
          label={w.ask}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ""}>
          {w.askVerb}
        </Button>
      </form>
      {ask.isError && <ProblemNotice error={ask.error} />}
    </section>
  );
}
