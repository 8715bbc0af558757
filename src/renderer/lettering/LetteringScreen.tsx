import { useMemo, useState } from "react";
import type { Letterable } from "#contract/lettering.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { LedgerViews } from "#renderer/ledger/LedgerViews.tsx";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { letteringWords } from "#renderer/words/lettering.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { Automatic } from "./Automatic.tsx";
import { Limit } from "./Limit.tsx";
import { PartyLines } from "./PartyLines.tsx";

/** Accounts with lines to letter on the left, a party's lines and what to do with them right. */
export function LetteringScreen({ query }: ScreenProps) {
  const w = useWords(letteringWords);
  const columns = useMemo(() => columnsOf(w), [w]);
  const asked = { account: query.get("account"), partyId: Number(query.get("party")) };
  const [opened, setOpened] = useState<{ account: string; partyId: number } | undefined>(
    asked.account === null ? undefined : { account: asked.account, partyId: asked.partyId },
  );
  return (
    <>
      <PageHead title={w.title}>
        <LedgerViews current="lettering" />
        <Automatic />
        <Limit />
      </PageHead>
      <ListDetail
        list={
          <DataTable
            label={w.parties}
            tableId="lettering"
            columns={columns}
            source={{
              queryKey: ["lettering", "parties"],
              fetchPage: async (_: undefined, __, signal) => ({
                rows: await office.lettering.listLetterable({}, { signal }),
              }),
            }}
            rowKey={keyOf}
            empty={{ sentence: w.nothingOpen }}
            onActive={(row) => opened !== undefined && setOpened(row)}
            onOpen={setOpened}
            onBack={() => setOpened(undefined)}
          />
        }
        detail={
          opened && (
            <PartyLines key={keyOf(opened)} of={opened} onClose={() => setOpened(undefined)} />
          )
        }
      />
    </>
  );
}

function keyOf(row: { account: string; partyId: number }): string {
  return `${row.account} ${row.partyId}`;
}

function columnsOf(w: Words<typeof letteringWords>): Column<Letterable>[] {
  return [
    { key: "party", label: w.party, type: "text", share: 2, value: (row) => row.partyName },
    {
      key: "account",
      label: w.account,
      type: "text",
      minRem: 5,
      share: 0,
      value: (r) => r.account,
    },
    { key: "lines", label: w.lines, type: "number", value: (row) => row.openLines },
    { key: "open", label: w.open, type: "money", value: (row) => row.openMinor },
  ];
}
