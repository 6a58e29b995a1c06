// Text as Windows' Japanese code page (CP932, "Shift_JIS"). Browsers only read it; what they read is turned round here.
// Pure, but for the browser's decoder.

/** What takes the place of what cannot be written, as Japanese printers do it. */
const geta = '〓';

/** Letters that some systems type where Windows has another one that looks the same. */
const alike = new Map([
  ['\u301c', '\uff5e'], // wave dash
  ['\u2212', '\uff0d'], // minus
  ['\u2016', '\u2225'], // double vertical line
  ['\u2014', '\u2015'], // em dash
  ['\u00a5', '\uffe5'], // yen
  ['\u00a2', '\uffe0'], // cent
  ['\u00a3', '\uffe1'], // pound
  ['\u00ac', '\uffe2'], // not
  ['\u2011', '\u2010'], // hyphen that breaks no line
  ...[...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f'].map((space) => [space, ' ']),
]);

/** What cannot be seen: selectors of a variant, joiners, marks of direction. Hangul fillers take the room of a letter. */
const isInvisible = (character) => /\p{Default_Ignorable_Code_Point}/u.test(character) && !/[\u115f\u1160\u3164\uffa0]/.test(character);

/** What a remark shows of a character: itself, or its code point where it cannot be seen. */
export const named = (character) =>
  isInvisible(character) || /[\s\p{Cc}]/u.test(character) ? `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}` : character;

/** From a character to its code. */
let codes;

const turnRound = () => {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map();
  for (let code = 0; code < 0x80; code += 1) {
    table.set(String.fromCharCode(code), code);
  }
  for (let code = 0xa1; code < 0xe0; code += 1) {
    table.set(decoder.decode(Uint8Array.of(code)), code);
  }
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    // Some characters are there twice or three times. Windows takes the first, but never these rows (NEC's selection of
    // IBM's letters), as IBM's own rows have them too.
    const isTwin = lead === 0xed || lead === 0xee;
    for (let trail = 0x40; trail <= 0xfc && !isTwin && !(lead >= 0xa0 && lead <= 0xdf); trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) {
        table.set(character, (lead << 8) | trail);
      }
    }
  }
  return table;
};

/** A letter and a mark that is put upon it, where one letter is both. */
const composed = (text) => text.replace(/[\u3040-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize('NFC'));

/**
 * `text` in CP932: `{ bytes, lost, replaced }`. `lost` are the characters that it cannot express, 〓 in their place;
 * `replaced` those that cannot be seen, and are dropped, and those in whose place stands one that looks the same.
 */
export const encode = (text) => {
  codes ??= turnRound();
  const bytes = [];
  const [lost, replaced] = [new Set(), new Set()];
  for (const character of composed(text)) {
    let code = codes.get(character);
    if (code === undefined && isInvisible(character)) {
      replaced.add(character);
      continue;
    }
    if (code === undefined) {
      code = codes.get(alike.get(character));
      (code === undefined ? lost : replaced).add(character);
      code ??= codes.get(geta);
    }
    if (code > 0xff) {
      bytes.push(code >> 8);
    }
    bytes.push(code & 0xff);
  }
  return { bytes: Uint8Array.from(bytes), lost: [...lost], replaced: [...replaced] };
};
