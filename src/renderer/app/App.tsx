import { useState } from "react";
import type { BookStatus, Company } from "#contract/book.ts";
import { StartScreen } from "#renderer/book/StartScreen.tsx";
import { ThrowSample } from "#renderer/book/ThrowSample.tsx";
import { useBookMenu } from "#renderer/book/use-book-menu.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { usePosition } from "#renderer/treasury/use-forecast.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./App.module.css";
import { Frame } from "./Frame.tsx";
import { matchRoute } from "./route-match.ts";
import { go, useHash } from "./router.ts";
import { routes } from "./routes.ts";
import type { Badges } from "./SideNav.tsx";
import { sections } from "./sections.ts";

/** The window: before a book is open, the ways to begin; then the frame around every screen. */
export function App() {
  const status = useBookStatus();
  if (status.data === undefined) {
    return (
      <main className={styles.closed}>
        <h1 className="unseen">Écritoire</h1>
        {status.isError && (
          <ProblemNotice error={status.error} onRetry={() => void status.refetch()} />
        )}
      </main>
    );
  }
  const { company } = status.data;
  if (company === undefined) return <StartScreen />;
  return <OpenBook company={company} status={status.data} />;
}

/** The frame around the screen that the address names. */
function OpenBook({ company, status }: { company: Company; status: BookStatus }) {
  const w = useWords(frameWords);
  const hash = useHash();
  const menuEntries = useBookMenu(status.keyKept);
  const badges = useBadges();
  const matched = matchRoute(routes, hash);
  const section = matched?.route.section;
  const crumbs = section === undefined ? [] : [crumbOf(section, w[section])];
  const year = status.years.at(-1);
  const [isThrowing, setIsThrowing] = useState(false);
  return (
    <Frame
      onThrowSampleAway={() => setIsThrowing(true)}
      company={{ name: company.name, isSample: company.sample }}
      menuEntries={menuEntries}
      section={section}
      place={hash}
      crumbs={crumbs}
      badges={badges}
      status={year === undefined ? [] : [w.fiscalYear(year.startsOn.slice(0, 4))]}
    >
      <ThrowSample isOpen={isThrowing} onClose={() => setIsThrowing(false)} />
      {matched === undefined ? (
        <>
          <PageHead title={w.notFound} />
          <EmptyState
            sentence={w.unknownPlace}
            action={{ label: w.backHome, run: () => go("/") }}
          />
        </>
      ) : (
        <matched.route.Screen key={hash} params={matched.params} query={matched.query} />
      )}
    </Frame>
  );
}

/** What waits for a person, by section; nothing is shown while it is not known. */
function useBadges(): Badges {
  const position = usePosition().data;
  if (position === undefined) return {};
  return {
    bank: position.suggested + position.toMatch,
    purchases: position.toReview,
    sales: position.lateInvoices,
  };
}

function crumbOf(section: string, label: string) {
  const path = sections.find((one) => one.id === section)?.path ?? "/";
  return { label, address: `#${path}` };
}
