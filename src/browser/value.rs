//! Foreign data: an object that the browser has parsed becomes a [`Value`].

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::Value;

/// Deeper nesting than any pack or configuration has; what lies below reads as `null`.
const DEPTH_MAX: u32 = 16;

/// Copies `value`, own enumerable properties only; what JSON cannot say becomes [`Value::Null`].
pub(crate) fn to_value(value: &JsValue) -> Value {
    copy(value, DEPTH_MAX)
}

fn copy(value: &JsValue, depth: u32) -> Value {
    if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if depth == 0 {
        Value::Null
    } else if Array::is_array(value) {
        Value::List(value.unchecked_ref::<Array>().iter().map(|item| copy(&item, depth - 1)).collect())
    } else if value.is_object() {
        let entry = |entry: JsValue| {
            let entry = entry.unchecked_into::<Array>();
            Some((entry.get(0).as_string()?, copy(&entry.get(1), depth - 1)))
        };
        Value::Map(Object::entries(value.unchecked_ref::<Object>()).iter().filter_map(entry).collect())
    } else {
        Value::Null
    }
}
