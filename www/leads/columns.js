// Which columns the file for each program has (see docs/console.md), and what its limits are. Pure.

import { flat, note } from '../lead/flat.js';
import { personOf, referenceOf } from './rows.js';
import { timeText, wayText, ways } from './status.js';

/** Cells that are no part of a lead as it stands, by name: of the record, and the words. */
const made = {
  reference: ({ id }) => referenceOf(id),
  created: ({ created }) => timeText(created, true),
  day: ({ created }) => timeText(created).slice(0, 10),
  person: ({ payload }) => personOf(payload.contact ?? {}),
  note: ({ payload }) => note(payload),
  states: (record, t) => ways(record).map((way) => wayText(t, way)).join('\n') || t('state_kept'),
};

/** Titles and the parts of a lead below them, for programs that know columns by their titles. */
const hubspot = [
  ['email', 'contact.email'],
  ['lastname', 'contact.last_name'],
  ['firstname', 'contact.first_name'],
  ['company', 'contact.company'],
  ['phone', 'contact.phone'],
  ['jobtitle', 'contact.title'],
  ['message', 'note'],
  ['lead_id', 'lead_id'],
];

const salesforce = [
  ['Last Name', 'contact.last_name'],
  ['First Name', 'contact.first_name'],
  ['Company', 'contact.company'],
  ['Title', 'contact.title'],
  ['Email', 'contact.email'],
  ['Phone', 'contact.phone'],
  ['Description', 'note'],
  ['Lead ID', 'lead_id'],
];

const zoho = salesforce.map(([title, part]) => [title === 'Title' ? 'Designation' : title, part]);

const kintone = [
  ['リードID', 'lead_id'],
  ['受付番号', 'reference'],
  ['受付日時', 'created'],
  ['会社名', 'contact.company'],
  ['姓', 'contact.last_name'],
  ['名', 'contact.first_name'],
  ['メールアドレス', 'contact.email'],
  ['電話番号', 'contact.phone'],
  ['役職', 'contact.title'],
  ['会社の規模', 'contact.size'],
  ['ご相談の内容', 'inquiry.message'],
  ['点数', 'diagnosis.score'],
  ['レベル', 'diagnosis.level'],
  ['診断結果', 'diagnosis.summary'],
  ['個人情報の同意', 'consent.privacy.agreed'],
  ['案内メールの同意', 'consent.marketing_email.agreed'],
];

const sansan = [
  ['会社名', 'contact.company'],
  ['役職', 'contact.title'],
  ['姓', 'contact.last_name'],
  ['名', 'contact.first_name'],
  ['e-mail', 'contact.email'],
  ['TEL', 'contact.phone'],
  ['メモ', 'note'],
];

/** The parts that a spreadsheet gets, under their names for people. */
const excel = [
  'reference',
  'created',
  ...['company', 'last_name', 'first_name', 'email', 'phone', 'title', 'size'].map((name) => `contact.${name}`),
  'inquiry.message',
  ...['score', 'level', 'summary', 'answers'].map((name) => `diagnosis.${name}`),
  'consent.privacy.agreed',
  'consent.privacy.version',
  'consent.marketing_email.agreed',
  'attribution.landing_url',
  'attribution.referrer',
  ...['source', 'medium', 'campaign'].map((name) => `attribution.utm.${name}`),
  'antispam.suspect',
  'test',
  'states',
  'lead_id',
];

/**
 * By program: its columns, whether it works out formulas, the encodings it takes (the usual one first), the most rows and
 * bytes of a file, and what each row has to have.
 */
export const programs = {
  excel: { isSheet: true, encodings: ['utf-8-bom', 'cp932', 'utf-8'], rows: 1_048_575, needs: [] },
  hubspot: { columns: hubspot, encodings: ['utf-8', 'utf-8-bom'], rows: 1_000_000, bytes: 20_000_000, needs: ['contact.email'] },
  salesforce: { columns: salesforce, encodings: ['utf-8', 'utf-8-bom', 'cp932'], rows: 50_000, needs: ['contact.last_name', 'contact.company'] },
  kintone: { columns: kintone, encodings: ['utf-8', 'utf-8-bom', 'cp932'], rows: 100_000, needs: ['lead_id'] },
  zoho: { columns: zoho, encodings: ['utf-8', 'utf-8-bom'], rows: 25_000, needs: ['contact.last_name'] },
  sansan: { columns: sansan, encodings: ['cp932', 'utf-8', 'utf-8-bom'], rows: 10_000, needs: [] },
};

/** What a title may be called, for header rows that are brought along; compared without spaces, signs and case. */
const titles = {
  'contact.company': ['会社名', '会社', '企業名', 'company', 'companyname'],
  'contact.last_name': ['姓', '氏名姓', '名字', 'lastname', 'familyname'],
  'contact.first_name': ['名', '氏名名', 'firstname', 'givenname'],
  person: ['氏名', '名前', 'お名前', 'name', 'fullname'],
  'contact.email': ['eメール', 'メール', 'メールアドレス', 'email', 'mail', 'emailaddress'],
  'contact.phone': ['tel', '電話', '電話番号', '会社電話番号', 'phone', 'phonenumber', '会社tel'],
  'contact.title': ['役職', '役職名', '肩書', 'title', 'jobtitle', 'designation'],
  note: ['メモ', '備考', 'ノート', 'memo', 'note', 'notes', 'description'],
  day: ['名刺交換日', '交換日', '登録日', '日付', 'date'],
  reference: ['受付番号', '管理番号'],
  lead_id: ['リードid', 'leadid', 'id'],
};

const bare = (title) => title.normalize('NFKC').toLowerCase().replace(/[\s()・_.\-‐−*※【】[\]]/g, '');

/** Columns with these titles, in this order; what is not understood stays empty. */
export const columnsOf = (wanted) =>
  wanted.map((title) => [title, Object.keys(titles).find((part) => titles[part].includes(bare(title))) ?? '']);

/** The columns of a program: pairs of a title and a part. `head` are titles that were brought along, or none. */
export const columnsFor = (program, t, head = []) =>
  head.length > 0 ? columnsOf(head) : (programs[program].columns ?? excel.map((part) => [t(`field_${part}`), part]));

/** The cells of a record. It has a payload. */
export const cellsOf = (record, columns, t) => {
  const parts = new Map(flat(record.payload));
  return columns.map(([, part]) => (made[part] ? made[part](record, t) : (parts.get(part) ?? '')));
};

/** A cell for people: spreadsheets make `TRUE` of `true`. */
export const spoken = (cell, t) => (cell === 'true' || cell === 'false' ? t(`is_${cell}`) : cell);

/** The parts that this program needs and a record has not. */
export const lacking = (record, { needs }) => {
  const parts = new Map(flat(record.payload));
  return needs.filter((part) => !parts.has(part));
};
