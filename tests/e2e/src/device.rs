//! Data that the device stores for the page's site.

use serde_json::Value;

use crate::browser::Browser;

const STORED: &str = "
    const leads = await new Promise((then) => {
        const opening = indexedDB.open('shindan', 1);
        opening.onerror = () => then([]);
        // One that was not there is not made.
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onsuccess = () => {
            const all = opening.result.transaction('leads').objectStore('leads').getAll();
            all.onsuccess = () => { opening.result.close(); then(all.result); };
        };
    });
    // What is kept as text is shown as what it says.
    const read = ({ record, ...rest }) => (record ? { ...JSON.parse(record), due: rest.due } : rest);
    return { leads: leads.map(read), local: { ...localStorage }, session: { ...sessionStorage } }";

impl Browser {
    /// The records of the database as `leads`, and all entries of both storages as `local` and `session`.
    pub async fn stored(&self) -> Value {
        self.script_async(STORED, vec![]).await
    }
}
