import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProofExample } from "#contract/proof.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { proofWords } from "#renderer/words/proof.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** What puts a kind of difference right at one key; of the others a person decides on their page. */
const REMEDIES: Record<string, "reverse" | "undo"> = {
  "invoice-twice": "reverse",
  "bill-twice": "reverse",
  "bank-line-twice": "reverse",
  "bank-line-amount": "undo",
  "bank-line-date": "undo",
  "bank-line-account": "undo",
  "invoice-payment-party": "undo",
  "bill-payment-party": "undo",
};

export function hasRemedy(check: string): boolean {
  return REMEDIES[check] !== undefined;
}

/** The remedy of one difference, done once the person has agreed. */
export function RemedyButton({ check, example }: { check: string; example: ProofExample }) {
  const w = useWords(proofWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const isReverse = REMEDIES[check] === "reverse";
  const verb = isReverse ? w.reverse : w.undo;
  if ((isReverse ? example.entryId : example.bankLineId) === undefined) return null;
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setIsAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={(isReverse ? w.reverseQuestion : w.undoQuestion)(example.label)}
        verb={verb}
        onConfirm={async () => {
          await (isReverse ? reverse(example) : undo(example));
          await client.invalidateQueries();
          notify(w.remedied);
        }}
        onClose={() => setIsAsking(false)}
      >
        {w.remedyWhat}
      </ConfirmDialog>
    </>
  );
}

async function reverse({ entryId }: ProofExample): Promise<void> {
  if (entryId === undefined) return;
  const { datedOn } = await office.ledger.getEntry({ entryId });
  await office.ledger.reverseEntry({ entryId, datedOn });
}

async function undo({ bankLineId }: ProofExample): Promise<void> {
  if (bankLineId === undefined) return;
  const { matchId } = await office.reconciliation.getLine({ bankLineId });
  if (matchId !== null) await office.reconciliation.undoMatch({ matchId });
}
