/** `README.md` of the sample's folder. */
export const readmeText = `# Ateliers Brindelaire SAS, the sample company

An invented printer, publisher and sign maker in Angers, founded on 2 January 2025. Everyone it
deals with, and its banks, are invented too; numbers pass their checksums and belong to nobody.
\`npm run sample\` writes every file here anew, byte for byte; nothing is edited by hand.

| file | what it is |
|---|---|
| company.json | the company, its fiscal years and bank accounts |
| invoices-2025.csv, invoices-2026.csv | invoices and credit notes issued (UTF-8 with BOM) |
| bills-2025.csv | bills received (Windows-1252) |
| bills-2026.csv | bills received (UTF-8 with BOM) |
| bank-main-2025.camt.xml, …-2026 | current account, CAMT.053.001.08, a statement a month |
| bank-cards.ofx | account of the card receipts, OFX 1.02 with decimal commas |
| bank-savings.csv | savings account, Windows-1252, lines above the header, newest first |
| schedule.csv | certain flows of 2027 |
| budget-2026.csv | the budget of 2026 by account and category, a column a month |
| rules.yaml | what to do with bank lines that pay no invoice and no bill; budget categories |
| documents/ | bills as they came: six PDF, two scans; five PDF and a scan are in no bills file |
| truth.json | what each bank line really is, and the planted facts |

In the invoice and bill files a document has one row per VAT rate. On bills in reverse charge
(Autoliquidation, Intracommunautaire) \`Taux TVA\` is the rate to self-assess, \`TVA\` is zero and
\`TTC\` equals \`HT\`. On invoices without VAT the rate is zero. Credit notes (Avoir) are negative.

Planted: a bill typed and paid twice; a payment one cent short; partial and grouped payments; a
credit note netted in a payment, others refunded or cancelling their invoice; a direct debit sent
back and paid again; three equal tolls on one day; equal transfers from the savings on one day;
customers who pay late, each in its own way, three of them worse and worse; one who pays round
sums on account; strangers who pay for a customer; a customer who pays twice and is refunded; card
receipts settled a day at a time less fees; a first quarter of 2027 that runs out of cash.

In truth.json, \`ambiguous\` marks receipts whose bank line does not say enough: a matcher that
leaves them to a person is right.
`;
