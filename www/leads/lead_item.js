// One lead of the list: a line, and all of it when it is unfolded. What is not in its row is read when it is asked for.

import { flat } from '../lead/flat.js';
import { el } from '../staff/dom.js';
import { read } from './records.js';
import { referenceOf } from './rows.js';
import { isRepeatable, nameOf, reasonText, timeText, wayText, ways } from './status.js';

const chip = (kind, text) => el('span', { class: `chip ${kind}` }, text);

const chips = (t, row) => [
  row.isTest && chip('mark', t('test')),
  row.isSuspect && chip('mark', t('suspect')),
  ...(row.ways.length > 0 ? row.ways.map((way) => chip(way.kind, wayText(t, { ...way, at: undefined }))) : [chip('kept', t('state_kept'))]),
];

const titleOf = (t, row) => [row.company, row.person].filter(Boolean).join('　') || row.email || t(row.hasData ? 'unnamed' : 'noData');

const verdict = (t, { score, level }) => (score === undefined ? '' : t('verdict', { score, level }));

/** The ways of a lead in words, each with a button where it can be repeated. */
const sending = (app, record) => {
  const { t } = app;
  const all = ways(record);
  if (all.length === 0) {
    return el('p', {}, t('kept_help'));
  }
  const entry = (way) => {
    const again = record.payload && isRepeatable(way);
    const onclick = () => app.actions.again([record.id], way.to);
    const button = again && el('button', { type: 'button', class: 'again', onclick }, t('again', { to: nameOf(way.to) }));
    return el('li', {}, el('p', {}, wayText(t, way), ' ', reasonText(t, way)), el('p', { class: 'help' }, t(`kindHelp_${way.kind}`)), button);
  };
  return el('ul', { class: 'ways' }, all.map(entry));
};

const fields = (t, payload) => {
  const word = (name) => (t(`field_${name}`) === `field_${name}` ? name : t(`field_${name}`));
  return el('dl', {}, flat(payload).map(([name, value]) => el('div', {}, el('dt', {}, word(name)), el('dd', {}, value))));
};

const whole = (app, record) => {
  const { t } = app;
  const remove = el('button', { type: 'button', class: 'remove', onclick: () => app.actions.remove([record.id]) }, t('remove'));
  return [
    el('p', {}, t('stored', { at: timeText(record.created), reference: referenceOf(record.id), page: record.page ?? '' })),
    el('h3', {}, t('sending')),
    sending(app, record),
    el('h3', {}, t('data')),
    record.payload ? fields(t, record.payload) : el('p', {}, t('noData_help')),
    el('div', { class: 'buttons' }, remove),
  ];
};

/** The item of a row. */
export const leadItem = (app, row) => {
  const { t } = app;
  const inside = el('div', { class: 'whole' });
  const show = async () => {
    const [record] = await read([row.id]).catch(() => []);
    inside.replaceChildren(...(record ? whole(app, record) : [el('p', {}, t('missing'))]));
  };
  const title = titleOf(t, row);
  const fold = el(
    'details',
    {
      open: app.open.has(row.id),
      ontoggle: () => {
        app.open[fold.open ? 'add' : 'delete'](row.id);
        if (fold.open) {
          show();
        } else {
          inside.replaceChildren();
        }
      },
    },
    el(
      'summary',
      {},
      el('span', { class: 'title' }, title),
      el('span', { class: 'when' }, timeText(row.created)),
      el('span', { class: 'verdict' }, verdict(t, row)),
      el('span', { class: 'chips' }, chips(t, row)),
    ),
    inside,
  );
  const pick = el('input', {
    type: 'checkbox',
    'aria-label': t('pick', { title }),
    onchange: ({ target }) => app.pick([row.id], target.checked),
  });
  pick.checked = app.picked.has(row.id);
  return el('li', { 'data-id': row.id }, el('label', { class: 'pick' }, pick), fold);
};
