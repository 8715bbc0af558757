import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { saveFile } from "#renderer/app/save-file.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";

const FORMATS = ["pdf", "csv", "json"] as const;

/** The return as a document, and as data. */
export function VatFiles({ endsOn }: { endsOn: string }) {
  const language = useLanguage();
  const write = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      office.statements.vatReturn({ endsOn, language, format }),
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <>
      {FORMATS.map((format) => (
        <Button key={format} variant="default" onClick={() => write.mutate(format)}>
          {format.toUpperCase()}
        </Button>
      ))}
      {write.isError && <ProblemNotice error={write.error} />}
    </>
  );
}
