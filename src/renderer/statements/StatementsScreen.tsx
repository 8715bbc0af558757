import { useState } from "react";
import type { StatementRow } from "#contract/statements.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { EntryPanel } from "#renderer/ledger/EntryPanel.tsx";
import { office } from "#renderer/office.ts";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { Exports } from "./Exports.tsx";
import { Parts } from "./Parts.tsx";
import { StatementForm } from "./StatementForm.tsx";
import { StatementTable } from "./StatementTable.tsx";
import { StatementViews } from "./StatementViews.tsx";
import { askedOf, type StatementChoices } from "./statement-choices.ts";

const FIRST: StatementChoices = {
  name: "balance-sheet",
  fromOn: undefined,
  toOn: undefined,
  journal: "",
  account: "",
  partyKind: "customer",
  compareWith: "previous",
};

/** Any statement of any period; every figure opens on the accounts or the entry behind it. */
export function StatementsScreen(_: ScreenProps) {
  const w = useWords(statementWords);
  const language = useLanguage();
  const years = useBookStatus().data?.years ?? [];
  const [choices, setChoices] = useKept<StatementChoices>("statement", FIRST);
  const [opened, setOpened] = useState<StatementRow>();
  const asked = askedOf(choices, years.at(-1), language);
  const close = () => setOpened(undefined);
  const year = years.find((one) => asked && one.startsOn <= asked.toOn && asked.toOn <= one.endsOn);
  return (
    <>
      <PageHead title={w[choices.name]}>
        <StatementViews current="statements" />
        <StatementForm
          choices={choices}
          asked={asked}
          years={years}
          onChange={(to) => {
            close();
            setChoices({ ...choices, ...to });
          }}
        />
        {asked !== undefined && (
          <Exports write={(format) => office.statements.export({ ...asked, format })} />
        )}
      </PageHead>
      {asked !== undefined && (
        <ListDetail
          list={
            <StatementTable
              label={w[asked.name]}
              asked={asked}
              ask={(page, signal) => office.statements.get({ ...asked, ...page }, { signal })}
              onOpen={setOpened}
              onBack={close}
            />
          }
          detail={
            opened?.entryId !== undefined ? (
              <EntryPanel entryId={opened.entryId} onClose={close} />
            ) : opened !== undefined ? (
              <Parts row={opened} yearId={year?.id} onClose={close} />
            ) : undefined
          }
        />
      )}
    </>
  );
}
