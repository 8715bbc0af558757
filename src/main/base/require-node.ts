/** Imported first by every entry: older Node versions crash in the database without a word. */
const MINIMUM = 24;

const major = Number(process.versions.node.split(".")[0]);
if (major < MINIMUM) {
  process.stderr.write(
    `Écritoire demande Node ${MINIMUM} (ici ${process.versions.node}) ; lancez-le par npm run.\n` +
      `Écritoire needs Node ${MINIMUM} (here ${process.versions.node}); start it with npm run.\n`,
  );
  process.exit(3);
}
