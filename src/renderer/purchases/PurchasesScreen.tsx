import type { ScreenProps } from "#renderer/app/route.ts";
import { BillsView } from "./BillsView.tsx";
import { DocumentsView } from "./DocumentsView.tsx";

/** Purchases: supplier bills, or the documents that wait for review. */
export function PurchasesScreen({ query }: ScreenProps) {
  const documentId = Number(query.get("document"));
  if (query.get("view") === "documents" || documentId > 0) {
    return <DocumentsView askedId={documentId > 0 ? documentId : undefined} />;
  }
  return <BillsView query={query} />;
}
