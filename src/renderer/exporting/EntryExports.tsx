import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { ExportProfile } from "#contract/entry-export.ts";
import { saveFile } from "#renderer/app/save-file.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { office } from "#renderer/office.ts";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { exportWords } from "#renderer/words/exporting.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Exports.module.css";
import { emptyProfile, ProfileEditor } from "./ProfileEditor.tsx";

const FORMATS = [
  ["xml", "XML"],
  ["csv", "CSV"],
  ["sage", "Sage (PNM)"],
  ["cegid", "Cegid (TRA)"],
] as const;

/** A year's entries for another package, in its own file or by a layout that is edited here. */
export function EntryExports() {
  const w = useWords(exportWords);
  const titleId = useId();
  const client = useQueryClient();
  const years = useBookStatus().data?.years ?? [];
  const [year, setYear] = useState("");
  const [chosen, setChosen] = useState("");
  const [edited, setEdited] = useState<ExportProfile>();
  const profiles = useQuery({
    queryKey: ["exports", "profiles"],
    queryFn: ({ signal }) => office.exports.listProfiles({}, { signal }),
  });
  const profile = profiles.data?.find((one) => String(one.id) === chosen);
  const fiscalYearId = Number(year || years.at(-1)?.id || 0);
  const remove = useMutation({
    mutationFn: (profileId: number) => office.exports.deleteProfile({ profileId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["exports"] }),
  });
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{w.entries}</h2>
      <p className={styles.dim}>{w.entriesWhy}</p>
      <div className={styles.form}>
        <NativeSelect
          label={w.chosenYear}
          value={String(fiscalYearId)}
          data={years.map((one) => ({ value: String(one.id), label: one.endsOn.slice(0, 4) }))}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
        <NativeSelect
          label={w.profile}
          value={chosen}
          data={[
            { value: "", label: w.allFields },
            ...(profiles.data ?? []).map((one) => ({ value: String(one.id), label: one.name })),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button variant="subtle" onClick={() => setEdited(profile ?? emptyProfile)}>
          {profile === undefined ? w.newProfile : w.editProfile}
        </Button>
        {profile !== undefined && (
          <Button variant="subtle" onClick={() => remove.mutate(profile.id)}>
            {w.deleteProfile}
          </Button>
        )}
      </div>
      {edited !== undefined && <ProfileEditor first={edited} onDone={() => setEdited(undefined)} />}
      <WriteEntries fiscalYearId={fiscalYearId} profileId={profile?.id} />
      {remove.isError && <ProblemNotice error={remove.error} />}
    </section>
  );
}

function WriteEntries(props: { fiscalYearId: number; profileId: number | undefined }) {
  const { fiscalYearId, profileId } = props;
  const write = useMutation({
    mutationFn: (format: (typeof FORMATS)[number][0]) =>
      office.exports.entries({
        fiscalYearId,
        format,
        ...(format === "csv" && profileId !== undefined && { profileId }),
      }),
    onSuccess: ({ file }) => saveFile(file),
  });
  return (
    <>
      <div className={styles.row}>
        {FORMATS.map(([format, name]) => (
          <Button key={format} variant="default" onClick={() => write.mutate(format)}>
            {name}
          </Button>
        ))}
      </div>
      {write.isError && <ProblemNotice error={write.error} />}
    </>
  );
}
