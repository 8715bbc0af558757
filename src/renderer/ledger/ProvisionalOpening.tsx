import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";

interface ProvisionalOpeningProps {
  account: string;
  yearId: number;
  onSee: () => void;
}

/** What an account carries from a year not closed yet, and the way to the lines that make it. */
export function ProvisionalOpening({ account, yearId, onSee }: ProvisionalOpeningProps) {
  const w = useWords(ledgerWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["ledger", "trialBalance", yearId],
    queryFn: ({ signal }) => office.ledger.trialBalance({ fiscalYearId: yearId }, { signal }),
  });
  const openingMinor = data?.rows.find((row) => row.account === account)?.openingMinor ?? 0;
  if (!data?.isOpeningProvisional || openingMinor === 0) return null;
  return (
    <Text size="sm">
      {w.provisionalOpening(formatMoney(openingMinor, language))}{" "}
      <Anchor component="button" type="button" size="sm" onClick={onSee}>
        {w.seeYearBefore}
      </Anchor>
    </Text>
  );
}
