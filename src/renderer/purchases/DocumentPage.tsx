import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { BillReadingView } from "#contract/purchases.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { documentWords } from "#renderer/words/documents.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Purchases.module.css";

/** The first page of a document, with a frame around each value that was read from it. */
export function DocumentPage(props: {
  documentId: number;
  name: string;
  reading: BillReadingView | undefined;
}) {
  const { documentId, name, reading } = props;
  const w = useWords(documentWords);
  const query = useQuery({
    queryKey: ["purchases", "page", documentId],
    queryFn: async ({ signal }) => {
      const { file } = await office.purchases.getDocumentPage({ documentId }, { signal });
      return file;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const address = useObjectAddress(query.data);
  if (query.isError) return <ProblemNotice error={query.error} />;
  return (
    <figure className={styles.page}>
      {address !== undefined && <img src={address} alt={w.page(name)} />}
      {boxesOf(reading).map((box) => (
        <span
          key={`${box.x} ${box.y}`}
          aria-hidden="true"
          className={styles.box}
          style={{
            left: `${box.x * 100}%`,
            top: `${box.y * 100}%`,
            width: `${box.width * 100}%`,
            height: `${box.height * 100}%`,
          }}
        />
      ))}
    </figure>
  );
}

function boxesOf(reading: BillReadingView | undefined) {
  if (reading === undefined) return [];
  const { supplierName, number, issuedOn, dueOn, netMinor, vatMinor, grossMinor } = reading;
  return [supplierName, number, issuedOn, dueOn, netMinor, vatMinor, grossMinor].flatMap((field) =>
    field?.box?.page === 1 ? [field.box] : [],
  );
}

/** An address for a file, given back when the file changes or the page closes. */
function useObjectAddress(file: File | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (file === undefined) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
