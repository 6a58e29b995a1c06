//! The filter fields: words, state, destination, days.

use staff::{Field, InputKind, Options, Select, TextInput};
use yew::prelude::*;

use crate::lead::delivery::{Kind, destination_name};
use crate::lead::filter::{Filter, destinations};
use crate::list_state::Rows;
use crate::words::Words;

/// Properties of [`Filters`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FiltersProps {
    pub(crate) words: &'static Words,
    pub(crate) rows: Rows,
    pub(crate) filter: Filter,
    /// Receives the changed filter.
    pub(crate) on_filter: Callback<Filter>,
}

/// The fields.
#[component]
pub(crate) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { words, rows, filter, on_filter } = props.clone();
    let kinds = use_memo(words, |words| kinds(words));
    let to = use_memo((rows, words), |(rows, words)| {
        let named = destinations(rows).into_iter().map(|to| (to.clone().into(), destination_name(&to).into()));
        every(words).into_iter().chain(named).collect::<Options>()
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
        <search aria-label={words.filter}>
            <Field id="find" label={words.search}>
                <TextInput
                    id="find"
                    kind={InputKind::Search}
                    value={filter.text.clone()}
                    on_input={takes(|filter, text| filter.text = text)}
                />
            </Field>
            <div class="filters">
                <Field id="kind" label={words.kind}>
                    <Select
                        id="kind"
                        value={filter.kind.map_or("", Kind::id)}
                        options={(*kinds).clone()}
                        on_change={takes(|filter, text| filter.kind = Kind::from_id(&text))}
                    />
                </Field>
                <Field id="to" label={words.to}>
                    <Select
                        id="to"
                        value={filter.to.clone()}
                        options={(*to).clone()}
                        on_change={takes(|filter, text| filter.to = text)}
                    />
                </Field>
                { day("from", words.from, &filter.from, takes(|filter, text| filter.from = text)) }
                { day("until", words.until, &filter.until, takes(|filter, text| filter.until = text)) }
            </div>
        </search>
    }
}

fn every(words: &Words) -> [(AttrValue, AttrValue); 1] {
    [("".into(), words.every.into())]
}

fn kinds(words: &Words) -> Options {
    let named = Kind::NAMED.map(|kind| (kind.id().into(), words.kinds.get(kind.id()).unwrap_or_default().into()));
    every(words).into_iter().chain(named).collect()
}
