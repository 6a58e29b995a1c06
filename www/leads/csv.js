// Lines of CSV (RFC 4180): every cell in quotes, CR LF at the end of each line. Pure.

/**
 * What makes a spreadsheet take a cell for a formula, full-width forms included (OWASP, ASVS 1.2.10); a few of them turn
 * into one only in CP932.
 */
const isFormula = /^[=+\-@\t\r\n\0＝＋－＠\u2212]/;

/** A text that a spreadsheet shows and does not work out. */
export const guarded = (text) => (isFormula.test(text) ? `'${text}` : text);

/** A line of these cells. */
export const line = (cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The cells of the first line of `text`, in quotes or not; separated by commas or tabs. */
export const firstLine = (text) => {
  const cells = [];
  const separator = text.split(/\r?\n/, 1)[0].includes('\t') ? '\t' : ',';
  let rest = text.replace(/^\ufeff/, '');
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const [whole] = quoted ?? (separator === ',' ? /^[^,\r\n]*/ : /^[^\t\r\n]*/).exec(rest);
    cells.push(quoted ? quoted[1].replaceAll('""', '"') : whole.trim());
    rest = rest.slice(whole.length);
    if (rest[0] !== separator) {
      return cells.length === 1 && cells[0] === '' ? [] : cells;
    }
    rest = rest.slice(1);
  }
};
