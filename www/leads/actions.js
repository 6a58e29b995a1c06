// What can be done with leads: have them sent again, delete them, take that back. Each works on many, slice by slice, and
// asks first.

import { ask } from './ask.js';
import { putBack, remove as removeAll, resend, slice, tellOutbox } from './records.js';
import { isDelivered, isFailed } from './rows.js';

/** Calls `work` with slices of `ids`, and says how far it is. */
const inSlices = async (ids, step, work) => {
  for (let at = 0; at < ids.length; at += slice) {
    await work(ids.slice(at, at + slice));
    await step(Math.min(at + slice, ids.length));
  }
};

const total = (deleted) => deleted.reduce((sum, { length }) => sum + length, 0);

/**
 * The actions: `again(ids, to)`, `againAll()`, `remove(ids)`, `removePicked()`, `removeDelivered()`, `undo()`, and `canUndo()`.
 * Each resolves once it is done and said.
 */
export const makeActions = (app) => {
  const { t, work } = app;
  /** Runs a job, then reads anew what it changed, also if it was cancelled half way. */
  const run = async (key, count, job) => {
    try {
      await work.run(key, count, job);
      await tellOutbox();
    } catch (error) {
      app.sayError(error);
    }
    await app.reload();
  };

  const again = async (ids, to) => {
    let count = 0;
    await run('sendingAgain', ids.length, (step) => inSlices(ids, step, async (some) => (count += await resend(some, to))));
    if (count > 0) {
      app.say(t('saidAgain', { n: count }));
    }
  };

  const remove = async (ids) => {
    if (ids.length === 0 || !(await ask(t, t('askRemove', { n: ids.length }), t('yesRemove', { n: ids.length })))) {
      return;
    }
    app.deleted = [];
    await run('removing', ids.length, (step) => inSlices(ids, step, async (some) => app.deleted.push(await removeAll(some))));
    app.sync();
    if (total(app.deleted) > 0) {
      app.say(t('saidRemoved', { n: total(app.deleted) }));
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
    canUndo: () => total(app.deleted) > 0,
    undo: async () => {
      const { deleted } = app;
      const count = total(deleted);
      await run('restoring', count, async (step) => {
        let done = 0;
        for (const some of deleted) {
          await putBack(some);
          await step((done += some.length));
        }
      });
      app.deleted = [];
      app.say(t('saidRestored', { n: count }));
      app.sync();
    },
  };
};
