//! A field for a whole number of the pack.

use diagnosis::Value;
use pack_editor::{Path, get};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::Context;
use crate::fields::diagnostics_of;

/// A field for a whole number of the pack. Invalid input stays as typed, and causes a diagnostic.
pub(crate) fn number_field(ctx: &Context, path: &Path, label: &str) -> Html {
    let id = ctx.field(path);
    let value = match get(ctx.pack(), path) {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let set = {
        let (ctx, path, id) = (ctx.clone(), path.clone(), id.clone());
        move |value: Value| {
            let path = path.clone();
            ctx.edit_pack(&id, move |draft| draft.set("", &path, Some(value.clone())));
        }
    };
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            // An input method loses its place in a field whose text changes while it composes.
            set(if event.is_composing() { Value::Text(typed) } else { value_of(typed) });
        })
    };
    let onchange = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            set(value_of(event.target_unchecked_into::<HtmlInputElement>().value()));
            ctx.end_step();
        })
    };
    html! {
        <div class="field number">
            <label for={id.clone()}>{ label }</label>
            <input type="text" inputmode="numeric" id={id.clone()} {value} autocomplete="off" {oninput} {onchange} />
            { diagnostics_of(ctx, path) }
        </div>
    }
}

/// The value of what was typed: a number, also in full-width digits as Japanese input methods write them, else the text.
fn value_of(typed: String) -> Value {
    let digits: String = typed.trim().chars().map(half_width).collect();
    digits.parse::<u32>().map_or(Value::Text(typed), |number| Value::Number(f64::from(number)))
}

/// The ASCII digit for a full-width one; any other character as it is.
fn half_width(c: char) -> char {
    ('０'..='９').position(|digit| digit == c).and_then(|at| char::from_digit(at as u32, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_digits_are_a_number() {
        for (typed, number) in [("12", 12.0), ("１２", 12.0), (" ０９８ ", 98.0), ("　７　", 7.0), ("3４5６", 3456.0)]
        {
            assert_eq!(value_of(typed.to_owned()), Value::Number(number), "{typed}");
        }
    }

    #[test]
    fn what_is_no_whole_number_stays_as_it_was_typed() {
        for typed in ["", "-1", "－１", "１．５", "十", "１２点", "99999999999"] {
            assert_eq!(value_of(typed.to_owned()), Value::Text(typed.to_owned()));
        }
    }
}
