import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { everySchema } from "#contract/entry.ts";
import { office } from "#renderer/office.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";

/** Repeats a template from a day on. */
export function Repeat(props: { templates: readonly { templateId: number; name: string }[] }) {
  const { templates } = props;
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const [chosen, setChosen] = useState("");
  const [every, setEvery] = useState<"month" | "quarter" | "year">("month");
  const [firstOn, setFirstOn] = useState(todayHere());
  const [lastOn, setLastOn] = useState<string>();
  const [reverses, setReverses] = useState(false);
  const templateId = Number(chosen || templates[0]?.templateId || 0);
  const save = useMutation({
    mutationFn: () =>
      office.entry.saveRecurring({
        ...{ templateId, every, firstOn, reverses },
        ...(lastOn === undefined ? {} : { lastOn }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["entry"] }),
  });
  const words = { month: w.month1, quarter: w.quarter, year: w.year };
  return (
    <div className={styles.form}>
      <NativeSelect
        label={w.template}
        value={String(templateId)}
        data={templates.map((one) => ({ value: String(one.templateId), label: one.name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <NativeSelect
        label={w.every}
        value={every}
        data={everySchema.options.map((value) => ({ value, label: words[value] }))}
        onChange={(event) => setEvery(everySchema.parse(event.currentTarget.value))}
      />
      <DateInput label={w.firstOn} date={firstOn} onChange={(date) => date && setFirstOn(date)} />
      <DateInput label={w.lastOn} date={lastOn} onChange={setLastOn} />
      <Checkbox
        label={w.reverses}
        checked={reverses}
        onChange={(event) => setReverses(event.currentTarget.checked)}
      />
      <Button onClick={() => save.mutate()}>{w.repeat}</Button>
      {save.isError && <ProblemNotice error={save.error} />}
    </div>
  );
}
