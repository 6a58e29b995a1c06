// What can be done with leads: have them sent again, delete them, take that back. Each works on many, slice by slice, and
// asks first.

import { applied } from '../lead/sender.js';
import { ask } from './ask.js';
import { core } from './core.js';
import { change, putBack, slice, tellOutbox } from './records.js';
import { isDelivered, isFailed } from './rows.js';
import { isRepeatable, ways } from './status.js';

/** Calls `work` with slices of `ids`, and says how far it is. */
const inSlices = async (ids, step, work) => {
  for (let at = 0; at < ids.length; at += slice) {
    await work(ids.slice(at, at + slice));
    await step(Math.min(at + slice, ids.length));
  }
};

/** A record once somebody wants it sent again: to `to`, else wherever it failed. */
const repeated = (leads, record, to) =>
  ways(record)
    .filter((way) => (to ? way.to === to && isRepeatable(way) : way.kind === 'failed'))
    .reduce((next, way) => applied(leads, next, `again ${way.to}`) || next, record);

/**
 * The actions: `again(ids, to)`, `againAll()`, `remove(ids)`, `removePicked()`, `removeDelivered()`, `undo()`, and `canUndo()`.
 * Each resolves once it is done and said.
 */
export const makeActions = (app) => {
  const { t, work } = app;
  /** Runs a job, then reads anew what it changed, also if it was cancelled half way. */
  const run = async (key, ids, job) => {
    try {
      await work.run(key, ids.length, job);
    } catch (error) {
      app.sayError(error);
    }
    await tellOutbox();
    await app.reload();
  };

  const again = async (ids, to) => {
    let count = 0;
    await run('sendingAgain', ids, async (step) => {
      const leads = await core();
      await inSlices(ids, step, async (some) => {
        const changed = await change(some, (record) => (record.payload ? repeated(leads, record, to) : record));
        count += changed.length;
      });
    });
    if (count > 0) {
      app.say(t('saidAgain', { n: count }));
    }
  };

  const remove = async (ids) => {
    if (ids.length === 0 || !(await ask(t, t('askRemove', { n: ids.length }), t('yesRemove', { n: ids.length })))) {
      return;
    }
    app.deleted = [];
    await run('removing', ids, (step) => inSlices(ids, step, async (some) => app.deleted.push(...(await change(some, () => undefined)))));
    app.sync();
    if (app.deleted.length > 0) {
      app.say(t('saidRemoved', { n: app.deleted.length }));
    }
    app.focus();
  };

  const idsOf = (rows) => rows.map(({ id }) => id);
  const none = (key) => app.say(t(key));

  return {
    again: async (ids, to) => {
      const isDoubtful = to && app.rows.some(({ id, ways }) => id === ids[0] && ways.some((way) => way.to === to && way.kind === 'unconfirmed'));
      if (!isDoubtful || (await ask(t, t('askDoubtful'), t('yesAgain')))) {
        await again(ids, to);
      }
    },
    againAll: async () => {
      const ids = idsOf(app.found.filter(isFailed));
      if (ids.length === 0) {
        none('noneFailed');
      } else if (await ask(t, t('askAgain', { n: ids.length }), t('yesAgain'))) {
        await again(ids);
      }
    },
    remove,
    removePicked: async () => (app.picked.size > 0 ? remove([...app.picked]) : none('nonePicked')),
    removeDelivered: async () => {
      const ids = idsOf(app.found.filter(isDelivered));
      return ids.length > 0 ? remove(ids) : none('noneDelivered');
    },
    canUndo: () => app.deleted.length > 0,
    undo: async () => {
      const records = app.deleted;
      await run('restoring', records, (step) => inSlices(records, step, putBack));
      app.deleted = [];
      app.say(t('saidRestored', { n: records.length }));
      app.sync();
    },
  };
};
