/** A bank line as the classifier sees it, and where a person's word booked it. */
export interface Example {
  features: readonly string[];
  /** Account and party in one, as `627000` or `467000 12`. */
  target: string;
}

/** Where a line probably goes, how sure that is, and what says so. */
export interface Precedent {
  target: string;
  /** Posterior probability, 0 to 1. */
  confidence: number;
  /** Lines booked there before. */
  seen: number;
  /** What spoke most for it, against the next likely one. */
  features: readonly string[];
}

/** Share of right answers, on the company's own history, that a precedent must have shown. */
const WANTED_PRECISION = 0.97;
/** Answers on which a threshold may rest. */
const FEWEST_ANSWERS = 10;
const SMOOTHING = 0.1;

/**
 * Learns from what was booked where: multinomial naive Bayes (McCallum & Nigam 1998) over words, side,
 * size and account of the other party. It measures itself as it learns, each example guessed from
 * those before it, and sets its threshold where 97 % of its answers were right; below it abstains.
 */
export class Classifier {
  readonly #targets = new Map<
    string,
    { lines: number; total: number; counts: Map<string, number> }
  >();
  readonly #vocabulary = new Set<string>();
  readonly #answers: { confidence: number; isRight: boolean }[] = [];
  #lines = 0;
  #threshold: number | undefined;

  /** Learns one more example; examples come in order of date. */
  learn({ features, target }: Example): void {
    const guess = this.#guess(features);
    if (guess !== undefined) {
      this.#answers.push({ confidence: guess.confidence, isRight: guess.target === target });
    }
    const known = this.#targets.get(target) ?? { lines: 0, total: 0, counts: new Map() };
    this.#targets.set(target, known);
    known.lines++;
    this.#lines++;
    for (const feature of features) {
      known.counts.set(feature, (known.counts.get(feature) ?? 0) + 1);
      known.total++;
      this.#vocabulary.add(feature);
    }
    this.#threshold = undefined;
  }

  /** Where a line goes; undefined when it is not sure enough. */
  classify(features: readonly string[]): Precedent | undefined {
    const guess = this.#guess(features);
    return guess !== undefined && guess.confidence >= this.threshold() ? guess : undefined;
  }

  /** The confidence from which it answers; above 1 when it has not earned an answer yet. */
  threshold(): number {
    this.#threshold ??= calibrate(this.#answers);
    return this.#threshold;
  }

  #guess(features: readonly string[]): Precedent | undefined {
    const known = features.filter((f) => this.#vocabulary.has(f));
    const scored = [...this.#targets].map(([target, of]) => ({
      target,
      of,
      log: known.reduce(
        (sum, f) => sum + Math.log(this.#share(of, f)),
        Math.log(of.lines / this.#lines),
      ),
    }));
    scored.sort((a, b) => b.log - a.log || (a.target < b.target ? -1 : 1));
    const [best, next] = scored;
    // A line whose words were never seen there is no precedent, whatever its side and size say.
    const isWord = (f: string) => !/^(?:side|size):/.test(f);
    if (best === undefined || !known.some((f) => isWord(f) && best.of.counts.has(f))) {
      return undefined;
    }
    const whole = scored.reduce((sum, s) => sum + Math.exp(s.log - best.log), 0);
    const gain = (f: string) =>
      Math.log(this.#share(best.of, f)) - (next ? Math.log(this.#share(next.of, f)) : 0);
    const telling = known.filter((f) => isWord(f) && best.of.counts.has(f));
    return {
      target: best.target,
      confidence: 1 / whole,
      seen: best.of.lines,
      features: telling.toSorted((a, b) => gain(b) - gain(a)).slice(0, 3),
    };
  }

  #share(of: { total: number; counts: Map<string, number> }, feature: string): number {
    const count = of.counts.get(feature) ?? 0;
    return (count + SMOOTHING) / (of.total + SMOOTHING * this.#vocabulary.size);
  }
}

/** The lowest confidence above which the answers were right often enough. */
function calibrate(answers: readonly { confidence: number; isRight: boolean }[]): number {
  const sorted = answers.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = Number.POSITIVE_INFINITY;
  sorted.forEach(({ confidence, isRight }, n) => {
    if (isRight) right++;
    const isEnd = sorted[n + 1]?.confidence !== confidence;
    if (isEnd && n + 1 >= FEWEST_ANSWERS && right / (n + 1) >= WANTED_PRECISION) {
      threshold = confidence;
    }
  });
  return threshold;
}
