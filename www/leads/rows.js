// What the list knows of each lead without reading it again: few words, so that 10,000 of them find room and are searched
// at once. Pure.

import { ways } from './status.js';

/** The same for what looks the same: full-width and half-width, large and small letters. */
const plain = (text) => text.normalize('NFKC').toLowerCase();

/** The reference number that the respondent reads. */
export const referenceOf = (id) => {
  const digits = id.slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};

/** The name of the person in a lead. */
export const personOf = ({ last_name = '', first_name = '' }) => [last_name, first_name].filter(Boolean).join(' ');

/** What the list shows of a record, and finds it by. */
export const rowOf = (record) => {
  const { id, created, payload } = record;
  const { contact = {}, inquiry = {}, diagnosis = {}, antispam = {} } = payload ?? {};
  const [level = ''] = (diagnosis.summary ?? '').split('\n');
  const words = [...Object.values(contact), inquiry.message ?? '', level, diagnosis.level ?? '', referenceOf(id), id];
  return {
    id,
    created: Number(created) || 0,
    hasData: Boolean(payload),
    company: contact.company ?? '',
    person: personOf(contact),
    email: contact.email ?? '',
    score: diagnosis.score,
    level,
    isTest: payload?.test === true,
    isSuspect: antispam.suspect === true,
    ways: ways(record),
    words: plain(words.join(' ')),
  };
};

/** A filter that lets everything through. */
export const everything = { text: '', kind: '', to: '', from: '', until: '' };

/** The first moment of a day `2026-11-22` here, in seconds; with `more` days behind it. */
const dayStart = (day, more) => {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + more).getTime() / 1000;
};

const isOfKind = ({ ways }, kind, to) => {
  const own = to ? ways.filter((way) => way.to === to) : ways;
  return kind === 'kept' ? ways.length === 0 : own.some((way) => !kind || way.kind === kind);
};

/** The rows that a filter lets through, in their order. All words have to be there. */
export const find = (rows, { text, kind, to, from, until }) => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const [first, end] = [from ? dayStart(from, 0) : -Infinity, until ? dayStart(until, 1) : Infinity];
  return rows.filter(
    (row) =>
      row.created >= first &&
      row.created < end &&
      (!(kind || to) || isOfKind(row, kind, to)) &&
      words.every((word) => row.words.includes(word)),
  );
};

/** The destinations that there are, by name. */
export const destinationsOf = (rows) => [...new Set(rows.flatMap(({ ways }) => ways.map(({ to }) => to)))].filter(Boolean).sort();

/** Whether a lead has arrived wherever it was to go. */
export const isDelivered = ({ ways }) => ways.length > 0 && ways.every(({ kind }) => kind === 'delivered');

/** Whether a lead did not arrive somewhere, and can still be sent there. */
export const isFailed = ({ ways, hasData }) => hasData && ways.some(({ kind }) => kind === 'failed');
