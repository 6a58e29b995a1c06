//! Performs the planner's next action, and stores its result before anything else.
//!
//! There is one sender per page, and of all pages of a site one sends at a time. The stored lease decides; the
//! browser's lock only avoids useless attempts.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::Poll;

use futures_channel::oneshot;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leads::{Action, Event, Jitter, LeadRecord, Step, TabId, Time, plan_records};
use wasm_bindgen_futures::spawn_local;
use web::{locks, random};
use web_sys::VisibilityState;

use crate::page;
use crate::send::{self, Sent};
use crate::store::{Changed, LeadStore, now};
use crate::watch::Watches;

/// Milliseconds to wait for the lock: a tab may be frozen while it holds it, and then the lease alone protects.
const LOCK_TIMEOUT_MS: u32 = 30_000;
/// Longest sleep, in seconds: a timer does not notice that the clock was set back.
const LONGEST_SLEEP: u32 = 60;
/// Minimum interval between automatic attempts while the browser reports that it is offline, in seconds: the report may
/// be wrong.
const OFFLINE_PROBE: u32 = 300;

/// The sender of this page.
pub(crate) struct Sender {
    pub(crate) store: LeadStore,
    pub(crate) watches: Watches,
    tab: TabId,
    is_running: Cell<bool>,
    is_called: Cell<bool>,
    is_wanted: Cell<bool>,
    offline_at: Cell<Time>,
    warned: RefCell<Vec<String>>,
    timer: RefCell<Option<Timeout>>,
    listeners: RefCell<Vec<EventListener>>,
}

/// The requests in progress to several destinations.
type Flights = Vec<oneshot::Receiver<bool>>;

impl Sender {
    /// A sender that also wakes up when the network comes back, or the page becomes visible.
    pub(crate) fn new() -> Rc<Self> {
        let sender = Rc::new(Self {
            store: LeadStore::new(),
            watches: Watches::default(),
            tab: TabId(random::page_id()),
            is_running: Cell::new(false),
            is_called: Cell::new(false),
            is_wanted: Cell::new(false),
            offline_at: Cell::new(Time::FIRST),
            warned: RefCell::default(),
            timer: RefCell::default(),
            listeners: RefCell::default(),
        });
        if let Some(window) = web_sys::window() {
            let weak = Rc::downgrade(&sender);
            let online = EventListener::new(&window, "online", move |_| wake_up(&weak));
            sender.listeners.borrow_mut().push(online);
            if let Some(document) = window.document() {
                let weak = Rc::downgrade(&sender);
                let seen = document.clone();
                let visible = EventListener::new(&document, "visibilitychange", move |_| {
                    if seen.visibility_state() == VisibilityState::Visible {
                        wake_up(&weak);
                    }
                });
                sender.listeners.borrow_mut().push(visible);
            }
        }
        sender
    }

    /// Checks for work. If the respondent pressed send (`is_wanted`), it makes an attempt even if the browser reports
    /// that it is offline.
    pub(crate) fn wake(self: &Rc<Self>, is_wanted: bool) {
        self.is_called.set(true);
        self.is_wanted.set(is_wanted || self.is_wanted.get());
        if !self.is_running.replace(true) {
            let sender = Rc::clone(self);
            spawn_local(async move { sender.run().await });
        }
    }

    /// Applies an event to a lead, stores the result in the same transaction, and notifies the listeners of the lead.
    pub(crate) async fn apply(
        &self,
        id: &str,
        change: impl Fn(LeadRecord) -> Option<LeadRecord> + 'static,
    ) -> Option<LeadRecord> {
        self.apply_to(id, change, None).await
    }

    /// The same; `latest` is the record as the caller knows it, for storage that cannot be read.
    async fn apply_to(
        &self,
        id: &str,
        change: impl Fn(LeadRecord) -> Option<LeadRecord> + 'static,
        latest: Option<LeadRecord>,
    ) -> Option<LeadRecord> {
        let Changed { before, after } = self.store.change(id, Rc::new(change), latest).await?;
        let after = after?;
        if after != before {
            self.watches.notify(&after);
            if after.is_announced && !before.is_announced {
                announce(&before);
            }
        }
        Some(after)
    }

    /// Notifies listeners of the current status of their leads: another tab may have sent a lead that was submitted
    /// here.
    async fn notify_watched(&self) {
        for id in self.watches.ids() {
            if let Ok(Some(record)) = self.store.get(&id).await {
                self.watches.notify(&record);
            }
        }
    }

    async fn run(self: Rc<Self>) {
        let mut sleep = None;
        while self.is_called.replace(false) {
            self.timer.take();
            let done = Rc::new(Cell::new(None));
            let (sender, seconds) = (Rc::clone(&self), Rc::clone(&done));
            locks::with_lock("shindan-outbox", LOCK_TIMEOUT_MS, async move { seconds.set(sender.round().await) }).await;
            sleep = done.get();
            self.store.note_due().await;
            self.notify_watched().await;
        }
        self.is_running.set(false);
        if let Some(seconds) = sleep {
            let weak = Rc::downgrade(&self);
            let timer = Timeout::new(seconds.min(LONGEST_SLEEP) * 1_000, move || wake_up(&weak));
            self.timer.replace(Some(timer));
        }
    }

    /// Does all work that is due. Returns the seconds until more may be due.
    async fn round(self: &Rc<Self>) -> Option<u32> {
        // Requests to one destination are sent one after the other, requests to several destinations in parallel.
        let mut flights = Flights::new();
        let mut expired: Vec<String> = Vec::new();
        // Records that are skipped in this round because they cannot be changed.
        let mut skipped: Vec<String> = Vec::new();
        let (at, offline_at) = (now(), self.offline_at.get());
        // A clock that was set back says nothing of how long ago that was.
        let is_long_ago = offline_at > at || at.since(offline_at).0 >= OFFLINE_PROBE;
        let mut may_send = self.is_wanted.replace(false) || page::is_online() || is_long_ago;
        self.store.flush().await;
        loop {
            let due = self.store.due().await;
            let is_incomplete = due.is_partial || !skipped.is_empty() || self.store.is_ahead_of_disk();
            self.warn_of(&due.unreadable);
            let records = due.records.into_iter().filter(|record| skipped.iter().all(|id| id != record.id()));
            let sleep = match plan_records(&records.collect::<Vec<_>>(), now()) {
                Action::Expire { id } if expired.iter().all(|other| other != id.as_str()) => {
                    expired.push(id.as_str().to_owned());
                    let change = |record: LeadRecord| record.apply(Event::TimePassed, now(), jitter());
                    self.apply(id.as_str(), change).await;
                    continue;
                }
                Action::Expire { id } => {
                    skipped.push(id.as_str().to_owned());
                    continue;
                }
                Action::Send { id, to } if may_send => {
                    match self.start(id.as_str(), to.as_str()).await {
                        Some(flight) => flights.push(flight),
                        None => skipped.push(id.as_str().to_owned()),
                    }
                    continue;
                }
                Action::Send { .. } => Some(LONGEST_SLEEP),
                Action::Wait { until } => Some(until.since(now()).0),
                Action::Nothing => is_incomplete.then_some(LONGEST_SLEEP),
            };
            if flights.is_empty() {
                return sleep;
            }
            if any_is_offline(&mut flights).await {
                self.offline_at.set(now());
                may_send = false;
            }
        }
    }

    /// Sends a lead to one destination, if this tab gets the lease.
    async fn start(self: &Rc<Self>, id: &str, to: &str) -> Option<oneshot::Receiver<bool>> {
        let (tab, name) = (self.tab, to.to_owned());
        let start = move |record: LeadRecord| {
            let event = Event::At { to: &name, step: Step::Start { by: tab } };
            record.apply(event, now(), jitter())
        };
        let record = self.apply(id, start).await?;
        let attempt = record.entry.is_sending(to, tab)?;
        let (over, flight) = oneshot::channel();
        let (sender, to) = (Rc::clone(self), to.to_owned());
        spawn_local(async move {
            let current =
                record.identity.as_ref().map(|identity| sender.watches.destinations(identity)).unwrap_or_default();
            let Sent { reply, is_offline } = send::send(&record, &to, &current, attempt).await;
            let step = Step::Reply { by: tab, attempt, outcome: reply.outcome };
            let id = record.id().to_owned();
            let change = move |record: LeadRecord| record.apply_reply(&to, step, reply.clone(), now(), jitter());
            // A reply that cannot be stored must not be forgotten: the lead would be sent again.
            sender.apply_to(&id, change, Some(record)).await;
            // Once the round is over, nothing receives this result.
            let _ = over.send(is_offline);
        });
        Some(flight)
    }

    fn warn_of(&self, unreadable: &[String]) {
        for id in unreadable {
            let mut warned = self.warned.borrow_mut();
            if !warned.contains(id) {
                let help =
                    "a lead on this device is of another version, and is left alone: upload all files of one version (";
                page::warn(&[help, id, ")"].concat());
                warned.push(id.clone());
            }
        }
    }
}

fn wake_up(sender: &Weak<Sender>) {
    if let Some(sender) = sender.upgrade() {
        sender.wake(false);
    }
}

/// A random number for the jitter of a wait.
pub(crate) fn jitter() -> Jitter {
    Jitter(random::jitter())
}

/// Waits until a request in progress has finished; returns whether the browser was offline then.
async fn any_is_offline(flights: &mut Flights) -> bool {
    poll_fn(|context| {
        let mut is_any_over = false;
        let mut is_offline = false;
        flights.retain_mut(|flight| match Pin::new(flight).poll(context) {
            Poll::Pending => true,
            Poll::Ready(ended) => {
                is_any_over = true;
                is_offline |= ended == Ok(true);
                false
            }
        });
        if is_any_over { Poll::Ready(is_offline) } else { Poll::Pending }
    })
    .await
}

/// Notifies tag managers of a lead, without personal data. After the change the record may no longer contain the lead.
fn announce(record: &LeadRecord) {
    if let Some(event) = send::data_layer_event(record) {
        page::push_to_data_layer(&event);
    }
}
