// Puts leads into the device as the outbox stores them. `arguments[0]`: a list of leads, each
// `{ id, created, deliveries, payload, why, to }`; `arguments[1]`: 'database' or 'texts'. With `arguments[2]` the list is repeated
// until there are so many, each with an id, an e-mail and a company of its own.
const [leads, where, many] = arguments;
const hex = (number) => number.toString(16).padStart(8, '0');
const records = Array.from({ length: many ?? leads.length }, (_, i) => {
  const { id, created, deliveries = [], payload, why, to = {} } = leads[i % leads.length];
  const own = many ? `${hex(i)}${id.slice(8)}` : id;
  const contact = many ? { ...payload?.contact, email: `taro${i}@example.co.jp`, company: `架空商事${i}` } : payload?.contact;
  const state = [`${own} ${created}${payload ? '' : ` gone ${created}`}`, ...deliveries].join('\n');
  const record = { id: own, created: created + (many ? i : 0), state, page: '出展ブース', to };
  if (deliveries.some((delivery) => /(queued|sending|retry_wait)/.test(delivery))) {
    record.due = 0;
  }
  return Object.assign(record, why && { why }, payload && { payload: { ...payload, lead_id: own, contact } });
});
if (where === 'texts') {
  records.forEach((record) => localStorage.setItem(`shindan:lead:${record.id}`, JSON.stringify(record)));
  return records.length;
}
return new Promise((then, fail) => {
  const opening = indexedDB.open('shindan', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('leads', { keyPath: 'id' }).createIndex('due', 'due');
  opening.onerror = fail;
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('leads', 'readwrite');
    records.forEach((record) => transaction.objectStore('leads').put(record));
    transaction.oncomplete = () => {
      opening.result.close();
      then(records.length);
    };
  };
});
