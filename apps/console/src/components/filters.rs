//! The filter fields: words, state, destination, days.

use staff::{Field, InputKind, Options, Select, TextInput};
use yew::prelude::*;

use crate::lead::delivery::{Kind, destination_name};
use crate::lead::filter::{Filter, destinations};
use crate::list_state::Rows;
use crate::messages::Messages;

/// Properties of [`Filters`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FiltersProps {
    pub(crate) messages: &'static Messages,
    pub(crate) rows: Rows,
    pub(crate) filter: Filter,
    /// Receives the changed filter.
    pub(crate) on_filter: Callback<Filter>,
}

/// The fields.
#[component]
pub(crate) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { messages, rows, filter, on_filter } = props.clone();
    let kinds = use_memo(messages, |messages| kinds(messages));
    let to = use_memo((rows, messages), |(rows, messages)| {
        let named = destinations(rows).into_iter().map(|to| (to.clone().into(), destination_name(&to).into()));
        every(messages).into_iter().chain(named).collect::<Options>()
    });
    // Copies the value of one field into the filter.
    let takes = |take: fn(&mut Filter, String)| {
        let (filter, on_filter) = (filter.clone(), on_filter.clone());
        Callback::from(move |text| {
            let mut filter = filter.clone();
            take(&mut filter, text);
            on_filter.emit(filter);
        })
    };
    let day = |id: &'static str, label: &'static str, value: &str, on_input| {
        let value = value.to_owned();
        html! { <Field {id} {label}><TextInput {id} kind={InputKind::Date} {value} {on_input} /></Field> }
    };
    html! {
        <search aria-label={messages.filter}>
            <Field id="find" label={messages.search}>
                <TextInput
                    id="find"
                    kind={InputKind::Search}
                    value={filter.text.clone()}
                    on_input={takes(|filter, text| filter.text = text)}
                />
            </Field>
            <div class="filters">
                <Field id="kind" label={messages.kind}>
                    <Select
                        id="kind"
                        value={filter.kind.map_or("", Kind::id)}
                        options={(*kinds).clone()}
                        on_change={takes(|filter, text| filter.kind = Kind::from_id(&text))}
                    />
                </Field>
                <Field id="to" label={messages.to}>
                    <Select
                        id="to"
                        value={filter.to.clone()}
                        options={(*to).clone()}
                        on_change={takes(|filter, text| filter.to = text)}
                    />
                </Field>
                { day("from", messages.from, &filter.from, takes(|filter, text| filter.from = text)) }
                { day("until", messages.until, &filter.until, takes(|filter, text| filter.until = text)) }
            </div>
        </search>
    }
}

fn every(messages: &Messages) -> [(AttrValue, AttrValue); 1] {
    [("".into(), messages.every.into())]
}

fn kinds(messages: &Messages) -> Options {
    let named = Kind::NAMED.map(|kind| (kind.id().into(), messages.kinds.get(kind.id()).unwrap_or_default().into()));
    every(messages).into_iter().chain(named).collect()
}
