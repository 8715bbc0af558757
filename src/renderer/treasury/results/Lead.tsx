import styles from "./Results.module.css";

/** What matters, in a sentence, and below it what to keep in mind. */
export function Lead({ said, notes }: { said: string; notes: readonly string[] }) {
  return (
    <div className={styles.lead}>
      <p>{said}</p>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
