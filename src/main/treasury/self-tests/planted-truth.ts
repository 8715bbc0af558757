/** A truth planted in made-up rows, which the engine is to find there. */
export interface PlantedTruth {
  /** What was planted, as a sentence without a full stop. */
  name: string;
  /** Runs the engine on those rows; true when it found what was planted and nothing else. */
  isFound: () => boolean;
}
