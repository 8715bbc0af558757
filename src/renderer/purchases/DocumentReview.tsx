import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { documentWords } from "#renderer/words/documents.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { DocumentPage } from "./DocumentPage.tsx";
import { ReviewFields } from "./ReviewFields.tsx";
import { billOf, formOf, type ReviewForm } from "./review-form.ts";

/** A document beside its page: what was read, to be corrected, then posted or set aside. */
export function DocumentReview({
  documentId,
  onClose,
}: {
  documentId: number;
  onClose: () => void;
}) {
  const w = useWords(documentWords);
  const query = useQuery({
    queryKey: ["purchases", "document", documentId],
    queryFn: ({ signal }) => office.purchases.getDocument({ documentId }, { signal }),
  });
  const [changed, setChanged] = useState<ReviewForm>();
  const document = query.data;
  const form = changed ?? formOf(document?.reading);
  const isOver = document?.state === "booked" || document?.state === "set-aside";
  return (
    <DetailPanel
      title={document?.supplierName ?? document?.fileName ?? "…"}
      subtitle={document?.fileName}
      onClose={onClose}
      actions={
        document !== undefined &&
        !isOver && (
          <ReviewActions
            documentId={documentId}
            bill={billOf(form, document.reading?.iban?.value)}
            onDone={onClose}
          />
        )
      }
    >
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {document !== undefined && (
        <>
          <DocumentPage
            documentId={documentId}
            name={document.fileName}
            reading={document.reading}
          />
          <ReviewFields
            form={form}
            reading={document.reading}
            isOver={isOver}
            onChange={setChanged}
          />
          {!isOver && billOf(form, undefined) === undefined && <p>{w.needed}</p>}
        </>
      )}
    </DetailPanel>
  );
}

type Bill = NonNullable<ReturnType<typeof billOf>>;

function ReviewActions(props: { documentId: number; bill: Bill | undefined; onDone: () => void }) {
  const { documentId, bill, onDone } = props;
  const w = useWords(documentWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const done = async (message: string) => {
    await client.invalidateQueries();
    notify(message);
    onDone();
  };
  const book = async () => {
    if (bill === undefined) return;
    const { number } = await office.purchases.bookDocument({ documentId, bill });
    await done(w.bookedAs(formatCount(number, language)));
  };
  const setAside = () => {
    setProblem(undefined);
    office.purchases
      .setDocumentAside({ documentId })
      .then(() => done(w.asideDone))
      .catch(setProblem);
  };
  return (
    <>
      {problem !== undefined && <ProblemNotice error={problem} />}
      <Button disabled={bill === undefined} onClick={() => setIsAsking(true)}>
        {w.book}
      </Button>
      <Button variant="default" onClick={setAside}>
        {w.putAside}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isFinal
        title={w.bookQuestion(bill?.supplierName ?? "")}
        verb={w.book}
        onConfirm={book}
        onClose={() => setIsAsking(false)}
      >
        {w.bookFinal}
      </ConfirmDialog>
    </>
  );
}
