/**
 * Name of a fiscal year's file: `SirenFECAAAAMMJJ.txt`, the date being the closing date
 * (LPF art. A47 A-1, X).
 * @param siren nine digits
 * @param endsOn closing date, `YYYY-MM-DD`
 */
export function fecFileName(siren: string, endsOn: string): string {
  return `${siren}FEC${endsOn.replaceAll("-", "")}.txt`;
}
