//! What `snip` takes out of the wasm: an explicit list, each group with the reason why nothing of it can be reached.
//!
//! It must hold what *cannot* be reached, never what merely is rare: the growth of a table or the splitting of a tree
//! only where a bound on the entries is named, and nothing of this project's own. Small generic functions do not belong
//! here either: the compiler merges those that come out alike, and the name may be that of another.

/// What is never reached, as names without the hashes of crates; `*` stands for anything.
pub(super) const UNREACHED: &[&str] = &[
    // Panics are told by their place, not in words (src/browser/panic.rs).
    "core::fmt::write",
    "<core::fmt::Formatter>::pad*",
    "<core::fmt::Formatter>::debug_struct",
    "<core::fmt::builders::DebugStruct>::*",
    "<u32 as core::fmt::Display>::fmt",
    "<&usize as core::fmt::Debug>::fmt",
    "<std::panic::PanicHookInfo as core::fmt::Display>::fmt",
    "<wasm_bindgen::JsValue as core::fmt::Debug>::fmt",
    "<std::panicking::panic_handler::FormatStringPayload as core::*>::fmt",
    "<std::panicking::panic_handler::*Payload as core::panic::PanicPayload>::take_box",
    "console_error_panic_hook::hook",
    // Listeners: gestures are heard by www/gestures.js alone.
    "<yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "<yew::dom_bundle::btag::listeners::Registry>::*",
    "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener*",
    "<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>::clone",
    "*BuildHasher>::hash_one::<&yew::dom_bundle::subtree_root::EventDescriptor>",
    "<hashbrown::map::HashMap<u32, std::*<yew::dom_bundle::subtree_root::EventDescriptor, *>::get_mut::<u32>",
    "<hashbrown::map::HashMap<yew::dom_bundle::subtree_root::EventDescriptor, *>>::rustc_entry",
    "<hashbrown::raw::RawTable<(u32, std::*<yew::dom_bundle::subtree_root::EventDescriptor, *>::remove_entry::*",
    "wasm_bindgen::convert::closures::*::invoke::<web_sys::features::gen_Event::Event, *",
    "<hashbrown::raw::RawTableInner>::drop_elements::<(yew::dom_bundle::subtree_root::EventDescriptor, *",
    "<hashbrown::raw::RawTableInner>::drop_elements::<(u32, std::*<yew::dom_bundle::subtree_root::EventDescriptor, *",
    // Nodes that no view holds: raw HTML, portals, suspense, components within the one component.
    "<yew::virtual_dom::vraw::VRaw as *",
    "<yew::dom_bundle::braw::BRaw*",
    "<yew::virtual_dom::vportal::VPortal as *",
    "<yew::dom_bundle::bportal::BPortal as *",
    "<yew::virtual_dom::vsuspense::VSuspense as *",
    "<yew::dom_bundle::bsuspense::BSuspense as *",
    "<yew::virtual_dom::vcomp::VComp as *",
    "<yew::dom_bundle::bcomp::BComp as *",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense>*",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal>*",
    "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp>*",
    "<yew::virtual_dom::vnode::VNode as yew::dom_bundle::traits::Reconcilable>::replace",
    "<yew::virtual_dom::vtag::TextareaFields as *",
    "<yew::virtual_dom::vtag::Value<*HtmlTextAreaElement> as *",
    // Nothing suspends, and the one component's properties are given once.
    "<yew::suspense::suspension::Suspension>::*",
    "*AnyScope>::find_parent_scope::<yew::suspense::component::feat_csr_ssr::BaseSuspense>",
    "*Scope<yew::suspense::component::feat_csr_ssr::BaseSuspense>>::send_message::*",
    "*ComponentState>::suspend::*",
    "*<shindan::ui::widget::Widget> as yew::html::component::lifecycle::Stateful>::props_changed",
    // A view is rendered and gone: nobody keeps a node, so that none is copied.
    "<yew::virtual_dom::vlist::VList as core::clone::Clone>::clone",
    "<alloc::vec::Vec<yew::virtual_dom::vnode::VNode> as core::clone::Clone>::clone",
    "<alloc::boxed::Box<[core::option::Option<yew::virtual_dom::AttributeOrProperty>]> as core::clone::Clone>::clone",
    // The keyed nodes, a question's legend and inputs, stand among others without keys: no list is sorted by them, and no
    // node moves.
    "*yew::dom_bundle::blist::KeyedEntry*>>::replace",
    "*yew::dom_bundle::blist::KeyedEntry*>>::remove_entry::*",
    "*yew::dom_bundle::blist::KeyedEntry*>>::reserve_rehash::*",
    "*drop_elements::<(yew::dom_bundle::blist::KeyedEntry, *",
    "<* as yew::dom_bundle::traits::ReconcileTarget>::shift",
    "<yew::dom_bundle::blist::NodeWriter>::shift",
    "<alloc::vec::splice::Splice<*yew::dom_bundle::bnode::BNode>> as core::ops::drop::Drop>::drop",
    // Attributes stand in the markup: none in a map, none a property of the element.
    "<indexmap::map::IndexMap<*AttributeOrProperty>>::get*",
    "*<indexmap::map::iter::Iter<*AttributeOrProperty>, *",
    "js_sys::Reflect::set",
    // Elements of one name with different markup never take each other's place (src/ui).
    "<yew::virtual_dom::Attributes>::apply_diff_as_maps::*",
    "<hashbrown::map::HashMap<&str, &yew::virtual_dom::AttributeOrProperty, *>>::insert",
    "<hashbrown::raw::RawTable<(&str, &yew::virtual_dom::AttributeOrProperty)>>::*",
    "<hashbrown::map::Iter<&str, &yew::virtual_dom::AttributeOrProperty> as *",
    // Yew's queues are trees by the number of the component. They hold one entry at most: each widget is one component,
    // the scheduler runs to the end within each call of `mount`, `run` and `destroy` (Yew's feature `not_browser_env`),
    // and none of these is called within another (src/embed). So there is never more than one node, which is a leaf.
    "<alloc::collections::btree::node::BalancingContext<usize, yew::scheduler::QueueEntry>>::*",
    "<alloc::collections::btree::node::Handle<*NodeRef<*Mut, usize, yew::scheduler::QueueEntry, *marker::Internal>*",
    "<alloc::collections::btree::node::NodeRef<*Mut, usize, yew::scheduler::QueueEntry, *marker::Internal>>::*",
    "<alloc::collections::btree::node::NodeRef<*Owned, usize, yew::scheduler::QueueEntry, *marker::Internal>>::*",
    "<alloc::collections::btree::node::Handle<*Mut, usize, yew::scheduler::QueueEntry, *Leaf>, *KV>>::split*",
    "<alloc::collections::btree::node::NodeRef<*usize, yew::scheduler::QueueEntry, *>>::fix_node_and_affected_ancestors*",
    "<alloc::collections::btree::node::NodeRef<*usize, yew::scheduler::QueueEntry, *>>::pop_internal_level*",
    // The table of elements that Yew clones from begins with room for 32 names, which is more than src/ui has
    // (src/ui/tree.rs counts them). The other tables get one entry at most, and none of any loses one while it is in use.
    "<hashbrown::raw::RawTable<(alloc::string::String, web_sys::features::gen_Element::Element)>>::reserve_rehash::*",
    "<hashbrown::raw::RawTableInner>::rehash_in_place",
];

/// What may as well do nothing and answer zero, with the reason why.
pub(super) const IDLE: &[&str] = &[
    // A hash that is always the same is a hash too, and the tables hold so little that a search from end to end is as fast.
    "<std::hash::random::RandomState as core::hash::BuildHasher>::hash_one::*",
    // The keys of such a hash: nothing reads them.
    "<std::thread::local::LocalKey<core::cell::Cell<(u64, u64)>>>::with::<<std::hash::random::RandomState>::new::*",
];

/// What another function of the same type stands in for. The payload of a panic is made before the hook is called, but
/// our hook never looks at it: so its text need not be put together.
pub(super) const STAND_INS: &[(&str, &str)] = &[(
    "<std::panicking::panic_handler::FormatStringPayload as core::panic::PanicPayload>::get",
    "<std::panicking::panic_handler::StaticStrPayload as core::panic::PanicPayload>::get",
)];

/// Texts of panics, which nothing reads: they become zeros, which compress to nothing.
pub(super) const UNREAD: &[&str] = &[
    "slice index starts at ",
    "index out of bounds: the len is ",
    "range start index ",
    " out of range for slice of length ",
    "range end index ",
    "cannot access a Thread Local Storage value during or after destruction: ",
    "insertion index (is ",
    ") should be <= len (is ",
    "attempt to join into collection with len > usize::MAX",
    "a Display implementation returned an error unexpectedly",
    "assertion failed: match track_edge_idx {",
    "    LeftOrRight::Left(idx) => idx <= old_left_len,",
    "    LeftOrRight::Right(idx) => idx <= right_len,",
    "assertion failed: new_left_len <= CAPACITY",
    "assertion failed: edge.height == self.node.height - 1",
    "assertion failed: edge.height == self.height - 1",
    "assertion failed: self.height > 0",
    "assertion failed: src.len() == dst.len()",
    "assertion failed: count > 0",
    "assertion failed: old_right_len + count <= CAPACITY",
    "assertion failed: old_left_len + count <= CAPACITY",
    "assertion failed: old_left_len >= count",
    "assertion failed: old_right_len >= count",
    "assertion failed: idx < CAPACITY",
    "Attempted to initialize thread-local while it is being dropped",
    "couldn't clone cached element",
    "can't create element for vtag",
    "couldn't clone node to be cached",
    "failed to append child",
    "failed to insert node before next sibling",
    "unkeyed child in fully keyed list",
    "called `Result::unwrap()` on an `Err` value",
    "called `Option::unwrap()` on a `None` value",
    "can't create namespaced element for vtag",
    "internal error: entered unreachable code",
    "invalid attribute key",
    "could not set property",
    "could not remove attribute",
    "could not remove property",
    "Tried to shrink to a larger capacity",
    "To suspend rendering, a <Suspense /> component is required.",
    "can't remove a child",
    "failed to create detached element",
    "Can't find the global Window",
    "Can't find document",
    "cannot modify the panic hook from a panicking thread",
    "LazyCell instance has previously been poisoned",
    "attempt to divide by zero",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
];
