import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { office } from "#renderer/office.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { writerWords } from "#renderer/words/writer.ts";

const KEY = ["treasury", "writer"];

/** The language model that is connected, if any, and the credit left for it. */
export function useWriter() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => office.treasury.writer({}, { signal }),
  });
}

type Connected = Parameters<typeof office.treasury.connectWriter>[0];

/** What a person does with the model's settings; each asks for them again. */
export function useWriterDeeds() {
  const w = useWords(writerWords);
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: KEY });
  const connect = useMutation({
    mutationFn: (settings: Connected) => office.treasury.connectWriter(settings),
    onSuccess,
  });
  const disconnect = useMutation({
    mutationFn: () => office.treasury.disconnectWriter({}),
    onSuccess: async ({ keyErased }) => {
      notify(keyErased ? w.disconnected : w.keyLeft);
      await onSuccess();
    },
  });
  const topUp = useMutation({
    mutationFn: (minor: number) => office.treasury.topUpCredit({ minor }),
    onSuccess,
  });
  return { connect, disconnect, topUp };
}

/** The bytes are shown first, then sent as they were seen. */
export function useRewriting() {
  const language = useLanguage();
  const client = useQueryClient();
  const stop = useRef<AbortController>(undefined);
  const show = useMutation({ mutationFn: () => office.treasury.narrativePayload({ language }) });
  const send = useMutation({
    mutationFn: (sha256: string) => {
      stop.current = new AbortController();
      const { signal } = stop.current;
      return office.treasury.rewriteNarrative({ language, sha256 }, { signal });
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return { show, send, stop: () => stop.current?.abort() };
}
