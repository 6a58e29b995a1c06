// Lines of CSV (RFC 4180): every cell in quotes, CR LF at the end of each line. Pure.

/**
 * What makes a spreadsheet take a cell for a formula, full-width forms included (OWASP, ASVS 1.2.10); a few of them turn
 * into one only in CP932.
 */
const isFormula = /^[=+\-@\t\r\n\0＝＋－＠\u2212]/;

/** What stands in numbers, dates, times and amounts of money, in half width. */
const isConverted =
  /^(?=.*\d)(?:[\d \u00a0\u3000+\-/.,:()%$¥€£年月日時分秒元明治大正昭和平成令午前後]|(?<![a-z])(?:[emtshr]|[ap]m?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z]))+$|^ *(?:true|false) *$/i;

const halfWidth = (text) => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u2212', '-').replaceAll('￥', '¥');

/**
 * The cell in which a spreadsheet shows `text` unchanged: `="…"` for what it would read as a number, a date, a time or a truth
 * value (Excel reads no longer text within a formula), a `'` before what it would work out; else the text itself.
 */
export const guarded = (text) => (isConverted.test(halfWidth(text)) && text.length <= 255 ? `="${text}"` : isFormula.test(text) ? `'${text}` : text);

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
