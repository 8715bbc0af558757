/** What the entries list is narrowed to; empty text and undefined dates narrow nothing. */
export interface EntryFilter {
  journal: string;
  fromOn: string | undefined;
  toOn: string | undefined;
  search: string;
}

export const noFilter: EntryFilter = {
  journal: "",
  fromOn: undefined,
  toOn: undefined,
  search: "",
};

/** The filter as the office takes it: only what narrows. */
export function entryQuery({ journal, fromOn, toOn, search }: EntryFilter) {
  return {
    ...(journal === "" ? {} : { journal }),
    ...(fromOn === undefined ? {} : { fromOn }),
    ...(toOn === undefined ? {} : { toOn }),
    ...(search.trim() === "" ? {} : { search: search.trim() }),
  };
}
