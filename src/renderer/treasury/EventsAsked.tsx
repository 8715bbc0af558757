import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Causes } from "#contract/treasury-causes.ts";
import { formatDate } from "#renderer/format.ts";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { causeWords } from "#renderer/words/causes.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { GradeChip } from "./GradeChip.tsx";
import { eventSentence } from "./read-causes.ts";
import styles from "./Sections.module.css";

/** What happened in the company on a day, in a person's words. */
export interface ToldEvent {
  on: string;
  label: string;
}

interface EventsProps {
  found: Causes;
  events: readonly ToldEvent[];
  /** The answer in view is not yet that of these events. */
  isWaiting: boolean;
  onChange: (events: ToldEvent[]) => void;
}

const MOST_EVENTS = 20;

/** Events typed by a person, each set against the receipts around it. */
export function EventsAsked({ found, events, isWaiting, onChange }: EventsProps) {
  const w = useWords(causeWords);
  const language = useLanguage();
  const [on, setOn] = useState<string>();
  const [label, setLabel] = useState("");
  const isReady = on !== undefined && label.trim() !== "" && events.length < MOST_EVENTS;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onChange([...events, { on, label: label.trim() }]);
    setLabel("");
  };
  const bounds = { startsOn: found.fromOn, endsOn: found.toOn };
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{w.events}</h2>
      <form className={styles.form} onSubmit={ask}>
        <DateInput label={w.eventOn} date={on} onChange={setOn} bounds={bounds} />
        <TextInput
          label={w.eventLabel}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isReady}>
          {w.ask}
        </Button>
      </form>
      {events.length === 0 && <p className={styles.dim}>{w.eventsWhy}</p>}
      <ul className={styles.list}>
        {events.map((told, at) => {
          const answer = found.events.find((one) => one.on === told.on && one.label === told.label);
          const subject = w.told(told.label, formatDate(told.on));
          const missing = isWaiting ? w.waiting(subject) : w.outside(subject);
          const said = answer ? eventSentence(answer, w, language) : missing;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place in the order.
            <li key={at}>
              <span>{said}</span>
              {answer?.effect && <GradeChip {...answer.effect.figure.reliability} />}
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChange(events.toSpliced(at, 1))}
              >
                {w.take}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
