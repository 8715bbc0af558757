import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type PackView, packAnswerSchema } from "#contract/pack.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { formatCount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { packWords } from "#renderer/words/pack.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Pack.module.css";

interface OpenedPackProps {
  view: PackView;
  /** The answer file to fill in. */
  answer: File;
  files: File[];
  passphrase: string;
}

/** What a pack holds, and the answer to it. */
export function OpenedPack({ view, answer, files, passphrase }: OpenedPackProps) {
  const w = useWords(packWords);
  const language = useLanguage();
  return (
    <>
      <div className={styles.row}>
        <b>{view.company}</b>
        <span>{w.span(formatDate(view.startsOn), formatDate(view.endsOn))}</span>
        <span>{w.entries(formatCount(view.chain.entries, language))}</span>
        <StateChip
          word={view.chain.sound ? w.sound : w.broken}
          tone={view.chain.sound ? "done" : "alert"}
        />
      </div>
      <p className={styles.dim}>
        {w.signature} <code>{view.fingerprint}</code>
      </p>
      <h2>{w.files}</h2>
      <ul className={styles.list}>
        {files.map((file, i) => (
          <li key={view.files[i]?.path ?? file.name}>
            <span>{view.files[i]?.path ?? file.name}</span>
            <Button variant="subtle" size="compact-sm" onClick={() => saveFile(file)}>
              {w.saveFiles}
            </Button>
          </li>
        ))}
      </ul>
      <AnswerForm view={view} answer={answer} passphrase={passphrase} />
    </>
  );
}

function AnswerForm({ view, answer, passphrase }: Omit<OpenedPackProps, "files">) {
  const w = useWords(packWords);
  const [author, setAuthor] = useState("");
  const [said, setSaid] = useState<Readonly<Record<number, string>>>({});
  const [filled, setFilled] = useState(answer);
  const seal = useMutation({
    mutationFn: async () => {
      const file = await answerOf(filled, { author, said });
      return office.pack.sealAnswer({ file, passphrase });
    },
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <section className={styles.answer} aria-label={w.yourAnswer}>
      <h2>{w.yourAnswer}</h2>
      <TextInput
        label={w.yourName}
        value={author}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      {view.questions.map((question) => (
        <TextInput
          key={question.id}
          label={question.text}
          value={said[question.id] ?? ""}
          onChange={(event) => setSaid({ ...said, [question.id]: event.currentTarget.value })}
        />
      ))}
      <p className={styles.dim}>{w.proposeWhy}</p>
      <div className={styles.row}>
        <Button variant="default" onClick={() => saveFile(answer)}>
          {w.saveAnswer}
        </Button>
        <span>{filled === answer ? "" : filled.name}</span>
      </div>
      <DropZone
        hint={w.dropAnswer}
        accept=".json"
        onFiles={([first]) => first && setFilled(first)}
      />
      {seal.isError && <ProblemNotice error={seal.error} />}
      {seal.data !== undefined && (
        <p role="status">{w.sealed(seal.data.entries, seal.data.comments)}</p>
      )}
      <div>
        <Button loading={seal.isPending} disabled={author === ""} onClick={() => seal.mutate()}>
          {w.seal}
        </Button>
      </div>
    </section>
  );
}

/** The answer file with the name and the answers typed here; what was filled in stays. */
async function answerOf(
  file: File,
  typed: { author: string; said: Readonly<Record<number, string>> },
): Promise<File> {
  const text = await file.text();
  const parsed = packAnswerSchema.safeParse(JSON.parse(text));
  // A file that is no answer goes on as it is: the office says what is wrong with it.
  if (!parsed.success) return file;
  const comments = parsed.data.comments.map((comment) => ({
    ...comment,
    text: typed.said[comment.questionId ?? 0] || comment.text,
  }));
  const whole = { ...parsed.data, author: typed.author, comments };
  return new File([JSON.stringify(whole, undefined, 2)], file.name);
}
