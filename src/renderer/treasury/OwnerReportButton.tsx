import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { saveFile } from "#renderer/app/save-file.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { ownerReportWords } from "#renderer/words/owner-report.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** Writes the owner's report and gives it to the person. */
export function OwnerReportButton() {
  const w = useWords(ownerReportWords);
  const language = useLanguage();
  const write = useMutation({
    mutationFn: () => office.treasury.ownerReport({ language }),
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <>
      <Button variant="default" loading={write.isPending} onClick={() => write.mutate()}>
        {w.report}
      </Button>
      {write.isError && <ProblemNotice error={write.error} />}
    </>
  );
}
