import { useQuery } from "@tanstack/react-query";
import { office } from "#renderer/office.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./App.module.css";
import { Frame } from "./Frame.tsx";
import { matchRoute } from "./route-match.ts";
import { go, useHash } from "./router.ts";
import { routes } from "./routes.ts";
import { sections } from "./sections.ts";

/** The window: the frame around the screen that the address names. */
export function App() {
  const w = useWords(frameWords);
  const hash = useHash();
  const status = useQuery({ queryKey: ["book", "status"], queryFn: () => office.book.status({}) });
  const company = status.data?.company;
  if (company === undefined) {
    return (
      <main className={styles.closed}>
        {status.isError && <ProblemNotice error={status.error} onRetry={status.refetch} />}
        {status.isSuccess && <EmptyState sentence={w.noBook} />}
      </main>
    );
  }
  const matched = matchRoute(routes, hash);
  const section = matched?.route.section;
  const crumbs = section === undefined ? [] : [crumbOf(section, w[section])];
  const year = status.data?.years.at(-1);
  return (
    <Frame
      company={{ name: company.name, isSample: company.sample }}
      section={section}
      place={hash}
      crumbs={crumbs}
      badges={{}}
      status={year === undefined ? [] : [w.fiscalYear(year.startsOn.slice(0, 4))]}
    >
      {matched === undefined ? (
        <EmptyState sentence={w.unknownPlace} action={{ label: w.backHome, run: () => go("/") }} />
      ) : (
        <matched.route.Screen key={hash} params={matched.params} query={matched.query} />
      )}
    </Frame>
  );
}

function crumbOf(section: string, label: string) {
  const path = sections.find((one) => one.id === section)?.path ?? "/";
  return { label, address: `#${path}` };
}
