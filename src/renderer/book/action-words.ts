import { procedures } from "#contract/procedures.ts";
import type { Language } from "#renderer/words/language.ts";

const metas = new Map(procedures.map(({ path, meta }) => [path.join("."), meta]));

/** A command as a person reads it in the journal: the first words of the contract's sentence. */
export function actionWords(command: string, language: Language): string {
  const sentence = metas.get(command)?.[language];
  if (sentence === undefined) return command;
  return (sentence.split(/ ?[:;(]|\.$/)[0] ?? command).trim();
}
