// The texts of a pack as a list of fields. Ids, points and rules are none of its business: whoever changes those writes
// JSON.

import { get, set } from './state.js';

/** Keys that may be missing: emptied, they are taken out. */
const optional = ['help', 'note', 'ended_reason'];

const each = (list, key, fields) => (Array.isArray(list) ? list : []).flatMap((item, at) => fields(item, [key, at], at));

const texts = (object, path, names) =>
  names
    .filter((name) => typeof object?.[name] === 'string' || name === 'help' || name === 'note')
    .map((name) => ({ path: [...path, name], name }));

const ofQuestion = (question, path, at) => [
  ...texts(question, path, ['text', 'topic', 'help']).map((field) => ({ ...field, of: ['question', at + 1] })),
  ...each(question?.choices, 'choices', (choice, [key, nth]) =>
    texts(choice, [...path, key, nth], ['label', 'note']).map((field) => ({ ...field, of: ['choice', at + 1, nth + 1] })),
  ),
];

const ofFinding = (finding, path, at) =>
  [
    ...texts(finding, path, ['title', 'pattern', 'why']),
    ...each(finding?.steps, 'steps', (_, [key, nth]) => [{ path: [...path, key, nth], name: 'step', nth: nth + 1 }]),
  ].map((field) => ({ ...field, of: ['finding', at + 1] }));

const plain = (kind, names) => (item, path, at) =>
  texts(item, path, names).map((field) => ({ ...field, of: [kind, at + 1] }));

/**
 * The texts of a pack in groups: `{ group, title, fields: [{ path, name, of, nth }] }`, where `name` is the key's and
 * `of` says whose text it is.
 */
export const wordGroups = (pack) => [
  { group: 'whole', title: '', fields: texts(pack, [], ['title', 'lead', 'version']).map((f) => ({ ...f, of: ['whole'] })) },
  ...each(pack?.sections, 'sections', (section, path) => [
    {
      group: 'section',
      title: String(section?.title ?? ''),
      fields: [
        ...texts(section, path, ['title']).map((field) => ({ ...field, of: ['section'] })),
        ...each(section?.questions, 'questions', (question, [key, at]) => ofQuestion(question, [...path, key, at], at)),
      ],
    },
  ]),
  { group: 'levels', title: '', fields: each(pack?.levels, 'levels', plain('level', ['title', 'meaning', 'cta', 'cta_note'])) },
  { group: 'caps', title: '', fields: each(pack?.caps, 'caps', plain('cap', ['reason', 'ended_reason'])) },
  { group: 'findings', title: '', fields: each(pack?.findings, 'findings', ofFinding) },
  { group: 'roadmap', title: '', fields: each(pack?.roadmap, 'roadmap', plain('stage', ['title', 'text'])) },
  { group: 'next', title: '', fields: each(pack?.next, 'next', plain('offer', ['text', 'label'])) },
];

/**
 * `pack` with another text at the path. What was a built-in pack so far gets a version of its own, as receipts and
 * links need one.
 */
export const withWord = (pack, isBuiltIn, path, text) => {
  const line = text.replace(/\s*\n\s*/g, ' ');
  const value = line === '' && optional.includes(path.at(-1)) ? undefined : line;
  const next = set(pack, path, value);
  const keepsVersion = !isBuiltIn || path[0] === 'version';
  return keepsVersion ? next : { ...next, version: `${get(pack, ['version'])}.1` };
};
