// What became of leads, in kinds and words. Knows the states of the outbox (docs/leads.md) by name, and no storage.

/** By kind: the states that belong to it. A lead without any way is `kept`. */
const kinds = {
  waiting: ['queued', 'sending', 'retry_wait'],
  delivered: ['delivered', 'accepted'],
  unconfirmed: ['sent_unconfirmed'],
  failed: ['rejected', 'action_required', 'expired'],
};

/** The names of all kinds. */
export const kindNames = ['kept', ...Object.keys(kinds)];

const kindOf = (state) => Object.keys(kinds).find((kind) => kinds[kind].includes(state)) ?? 'unknown';

/** The ways of a record: `{ to, state, kind, at, said }`, `at` in seconds where something has come to an end. */
export const ways = ({ deliveries }) =>
  deliveries.map(({ to, state, at, code, fields }) => ({ to, state, kind: kindOf(state), at, said: code ? [code] : fields }));

/** Whether somebody may have it sent once more. */
export const isRepeatable = ({ kind, state }) => kind === 'failed' || kind === 'unconfirmed' || state === 'retry_wait';

const names = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  zoho: 'Zoho CRM',
  espocrm: 'EspoCRM',
  'webhook-json': 'Webhook (JSON)',
  'webhook-simple': 'Webhook',
  form: 'Form',
};

/** A destination for people: its product, and its number where there are several. */
export const nameOf = (to) => {
  const [, type, number] = /^(.*?)(?:-(\d+))?$/.exec(to) ?? [];
  return names[type] ? `${names[type]}${number ? ` ${number}` : ''}` : to;
};

const two = (number) => String(number).padStart(2, '0');

/** A time in seconds, where one is: `2026/11/22 13:05`, or with seconds. */
export const timeText = (seconds, withSeconds) => {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) {
    return '';
  }
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('/');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}${withSeconds ? `:${two(at.getSeconds())}` : ''}`;
};

/** A way in words: `HubSpot：届きました（2026/11/22 13:05）`. */
export const wayText = (t, { to, state, kind, at }) =>
  t(at ? 'way_at' : 'way', { to: nameOf(to), state: t(kind === 'unknown' ? 'state_unknown' : `state_${state}`), at: timeText(at) });

/** What the receiver, or the outbox, said about a way that failed; nothing where it said nothing. */
export const reasonText = (t, { state, said }) => {
  if (said.length === 0) {
    return '';
  }
  const fields = said.map((path) => t(`field_${path}`)).map((word, at) => (word === `field_${said[at]}` ? said[at] : word));
  return state === 'rejected' ? t('why_rejected', { fields: fields.join(t('comma')) }) : t('why_code', { code: said.join(' ') });
};
