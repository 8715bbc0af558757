import type { PackQuestion } from "#contract/pack.ts";
import { dateWords } from "#contract/sentence.ts";
import { xmlText } from "../xml-text.ts";

/** The page that a pack opens on, without a script: what it holds, and the questions. */
export function packIndex(pack: {
  company: string;
  year: { startsOn: string; endsOn: string };
  questions: readonly PackQuestion[];
  paths: readonly string[];
}): string {
  const title = `${pack.company}, exercice du ${dateWords(pack.year.startsOn)} au ${dateWords(pack.year.endsOn)}`;
  const questions = pack.questions.map((q) => `    <li>${questionText(q)}</li>\n`).join("");
  const files = pack.paths.map(
    (path) => `    <li><a href="${xmlText(encodeURI(path))}">${xmlText(path)}</a></li>\n`,
  );
  return (
    '<!doctype html>\n<html lang="fr">\n<head>\n  <meta charset="utf-8">\n' +
    `  <title>${xmlText(title)}</title>\n</head>\n<body>\n  <h1>${xmlText(title)}</h1>\n` +
    `  <h2>Questions</h2>\n  <ol>\n${questions}  </ol>\n` +
    `  <h2>Fichiers</h2>\n  <ul>\n${files.join("")}  </ul>\n</body>\n</html>\n`
  );
}

function questionText(question: PackQuestion): string {
  const about = question.entryNumber === null ? "" : ` (écriture ${question.entryNumber})`;
  const answer = question.answer === null ? "" : ` : ${question.answer}`;
  return xmlText(`${question.text}${about}${answer}`);
}
