/** How far a reading is; `share` goes from 0 to 1 over the whole document. */
export interface ReadingProgress {
  readonly step: "text" | "picture" | "recognition" | "extraction";
  readonly page: number;
  readonly pages: number;
  readonly share: number;
}
