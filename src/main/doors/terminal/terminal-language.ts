export type TerminalLanguage = "fr" | "en";

/** The language of messages: French unless the system's own variables ask for English. */
export function terminalLanguage(env: NodeJS.ProcessEnv): TerminalLanguage {
  const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return asked.toLowerCase().startsWith("en") ? "en" : "fr";
}
