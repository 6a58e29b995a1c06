// The form as a table: what can be set, where it stands in the state, and with what kind of field. The words of a field
// are found by its key (www/builder/words.js); `help` says that there is a line of help too.

import { initial } from './state.js';

/** The colours of the theme, with what stands without them: light, then dark, as in src/ui/styles.css. */
export const colours = {
  accent: ['#0017c1', '#a9bdff'],
  on_accent: ['#ffffff', '#101428'],
  surface: ['#ffffff', '#1b1c20'],
  text: ['#1a1a1c', '#f1f1f4'],
};

/** The inputs that the contact form can have; those in front are what the contract names. */
const inputs = ['company', 'last_name', 'first_name', 'email', 'phone', 'message', 'title', 'size'];

/** Kinds of destinations, with a sample of an address where they have one. */
export const destinations = {
  hubspot: 'https://api.hsforms.com/submissions/v3/integration/submit/PORTAL-ID/FORM-ID',
  salesforce: 'https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8',
  zoho: 'https://crm.zoho.jp/crm/WebToLeadForm',
  espocrm: 'https://YOUR-CRM/api/v1/LeadCapture/API-KEY',
  'webhook-json': 'https://YOUR-SITE/leads',
  'webhook-simple': 'https://YOUR-SITE/leads',
  form: 'https://YOUR-SITE/form',
  mail: 'mailto:soudan@example.com',
  copy: '',
  'data-layer': '',
};

const config = (...path) => ['config', ...path];

/** `{ group, fields: [{ path, kind, key, help, options }] }`; groups without fields are drawn by modules of their own. */
export const groups = [
  { group: 'pack', fields: [] },
  { group: 'words', fields: [] },
  {
    group: 'look',
    fields: [
      ...Object.keys(colours).map((key) => ({ path: config('theme', key), kind: 'colour', key })),
      { path: config('theme', 'radius'), kind: 'text', key: 'radius', help: true, options: ['0', '0.25em', '0.75em', '1.5em'] },
      { path: config('theme', 'font'), kind: 'text', key: 'font', help: true, options: ['"Noto Serif JP", serif', '"BIZ UDPGothic", sans-serif', 'inherit'] },
    ],
  },
  {
    group: 'links',
    fields: [
      { path: config('cta', 'href'), kind: 'text', key: 'href', help: true },
      ...['ready', 'nearly', 'prepare', 'rethink'].map((level) => ({ path: config('cta', 'label', level), kind: 'text', key: `label_${level}` })),
      { path: config('cta', 'context'), kind: 'check', key: 'context', help: true },
    ],
  },
  {
    group: 'mode',
    fields: [
      { path: ['mode'], kind: 'radios', key: 'mode', options: ['inline', 'popup', 'slider', 'side-tab'], fallback: initial.mode },
      { path: config('open', 'button'), kind: 'text', key: 'open_button', help: true },
      { path: config('open', 'exit'), kind: 'check', key: 'open_exit', help: true },
      { path: ['dataLayer'], kind: 'check', key: 'dataLayer', help: true },
    ],
  },
  {
    group: 'lead',
    fields: [
      { path: config('lead', 'placement'), kind: 'select', key: 'placement', options: ['', 'after', 'before', 'off'] },
      { path: config('lead', 'fields'), kind: 'checks', key: 'fields', options: inputs },
      { path: config('lead', 'required'), kind: 'checks', key: 'required', options: inputs.filter((name) => name !== 'email') },
      { path: config('lead', 'purpose'), kind: 'long', key: 'purpose', help: true },
      { path: config('lead', 'privacy_href'), kind: 'text', key: 'privacy_href', help: true },
      { path: config('lead', 'marketing', 'sender'), kind: 'text', key: 'sender', help: true },
      { path: config('lead', 'marketing', 'text'), kind: 'long', key: 'marketing_text' },
      { path: config('lead', 'contact', 'tel'), kind: 'text', key: 'contact_tel', help: true },
      { path: config('lead', 'contact', 'mail'), kind: 'text', key: 'contact_mail' },
      { path: config('lead', 'skip'), kind: 'check', key: 'skip', help: true },
    ],
  },
  { group: 'destinations', fields: [] },
  { group: 'site', fields: [{ path: ['site'], kind: 'text', key: 'site', help: true }] },
];
