// Makes the files of an export, slice by slice: what goes into which of them, in which letters, and what is to be said
// before they are saved. Knows no page.

import { encode, named } from './cp932.js';
import { cellsOf, columnsFor, lacking, programs, spoken } from './columns.js';
import { guarded, line } from './csv.js';
import { read, slice } from './records.js';
import { referenceOf } from './rows.js';
import { ways } from './status.js';

/** The parts that a spreadsheet is to read as numbers and times. */
const values = new Set(['created', 'diagnosis.score']);

const two = (number) => String(number).padStart(2, '0');

const stamp = (now) =>
  [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate()), '-', two(now.getHours()), two(now.getMinutes())].join('');

const inUtf8 = (text) => ({ bytes: new TextEncoder().encode(text), lost: [], replaced: [] });

/** Files that are full are put aside, and another begins with the same `head`. */
const filing = (head, mark, most) => {
  const files = [];
  let open;
  const begin = () => {
    open = { parts: [mark, head], size: mark.length + head.length, count: 0 };
    files.push(open);
  };
  begin();
  return {
    files,
    add: (bytes) => {
      if (open.count > 0 && (open.count >= most.rows || open.size + bytes.length > (most.bytes ?? Infinity))) {
        begin();
      }
      open.parts.push(bytes);
      open.size += bytes.length;
      open.count += 1;
    },
  };
};

/** Reads the records of these ids one after the other, in slices. */
async function* each(ids, step) {
  for (let at = 0; at < ids.length; at += slice) {
    for (const record of await read(ids.slice(at, at + slice))) {
      yield record;
    }
    await step(Math.min(at + slice, ids.length));
  }
}

/**
 * The files of CSV for `program`: `{ files: [{ name, blob, count }], remarks, replaced, leftOut, count, unknown }`.
 * `remarks` say of leads what would be `lost` in that encoding, or that something is `lacking`. `wanted` is `{ program,
 * encoding, head, withTests }`; leads without data and, unless wanted, those of tests are left out and counted.
 */
export const makeCsv = async (ids, wanted, { t, step, now = new Date() }) => {
  const { program, encoding, head, withTests } = wanted;
  const target = programs[program];
  const encoded = encoding === 'cp932' ? encode : inUtf8;
  const columns = columnsFor(program, t, head);
  const { bytes: titles } = encoded(line(columns.map(([title]) => title)));
  const filed = filing(titles, encoding === 'utf-8-bom' ? Uint8Array.of(0xef, 0xbb, 0xbf) : new Uint8Array(), target);
  const [remarks, replaced, leftOut] = [[], new Set(), { gone: 0, test: 0 }];

  const add = (record) => {
    const cells = cellsOf(record, columns, t).map((cell, at) => (target.isSheet && !values.has(columns[at][1]) ? guarded(spoken(cell, t)) : cell));
    const whole = encoded(line(cells));
    if (whole.lost.length > 0) {
      cells.forEach((cell, at) => {
        const { lost } = encode(cell);
        if (lost.length > 0) {
          remarks.push({ reference: referenceOf(record.id), about: 'lost', title: columns[at][0], what: lost.map(named).join(' ') });
        }
      });
    }
    const missing = lacking(record, target).map((part) => columns.find((column) => column[1] === part)?.[0] ?? part);
    remarks.push(...missing.map((title) => ({ reference: referenceOf(record.id), about: 'lacking', title, what: '' })));
    whole.replaced.forEach((character) => replaced.add(character));
    filed.add(whole.bytes);
  };

  let count = 0;
  for await (const record of each(ids, step)) {
    if (!record.payload) {
      leftOut.gone += 1;
    } else if (record.payload.test === true && !withTests) {
      leftOut.test += 1;
    } else {
      add(record);
      count += 1;
    }
  }
  const type = `text/csv;charset=${encoding === 'cp932' ? 'shift_jis' : 'utf-8'}`;
  const { length } = filed.files;
  const files = filed.files.map(({ parts, count }, at) => ({
    name: `leads-${program}-${stamp(now)}${length > 1 ? `-${at + 1}of${length}` : ''}.csv`,
    blob: new Blob(parts, { type }),
    count,
  }));
  const unknown = columns.filter(([, part]) => part === '').map(([title]) => title);
  return { files: count > 0 ? files : [], remarks, replaced: [...replaced], leftOut, count, unknown };
};

/** One file of JSON: each lead as it would be sent, with what became of it. Those whose data is gone come along without. */
export const makeJson = async (ids, { withTests }, { step, now = new Date() }) => {
  const parts = [];
  const leftOut = { gone: 0, test: 0 };
  for await (const record of each(ids, step)) {
    const { id, created, page, payload } = record;
    if (payload?.test === true && !withTests) {
      leftOut.test += 1;
      continue;
    }
    const deliveries = ways(record).map(({ to, state, at }) => ({ to, state, at: at && new Date(at * 1000).toISOString() }));
    const entry = { lead_id: id, stored_at: new Date(created * 1000).toISOString(), page, deliveries, lead: payload };
    parts.push(`${parts.length > 0 ? ',\n' : ''}${JSON.stringify(entry, null, 1)}`);
  }
  const { length: count } = parts;
  const blob = new Blob(['[\n', ...parts, '\n]\n'], { type: 'application/json' });
  const files = count > 0 ? [{ name: `leads-${stamp(now)}.json`, blob, count }] : [];
  return { files, remarks: [], replaced: [], leftOut, count, unknown: [] };
};
