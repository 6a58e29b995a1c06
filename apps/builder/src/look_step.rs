//! The third step: colours, corners and fonts, and the link of the button.

use diagnosis::Level;
use pack_editor::Path;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{diagnostics_at, setting, setting_flag};

/// The colours of a theme with their defaults, light and dark, as in src/ui/styles.css.
const COLOURS: [(&str, [&str; 2]); 4] = [
    ("accent", ["#0017c1", "#a9bdff"]),
    ("on_accent", ["#ffffff", "#101428"]),
    ("surface", ["#ffffff", "#1b1c20"]),
    ("text", ["#1a1a1c", "#f1f1f4"]),
];

/// Suggestions that the browser offers.
const RADII: [&str; 4] = ["0", "0.25em", "0.75em", "1.5em"];
const FONTS: [&str; 3] = ["\"Noto Serif JP\", serif", "\"BIZ UDPGothic\", sans-serif", "inherit"];

/// The step.
pub(crate) fn look_step(ctx: &Context) -> Html {
    let messages = ctx.messages;
    html! {
        <>
            <section aria-labelledby="group-look">
                <h2 id="group-look">{ messages.group_look }</h2>
                <p class="note">{ messages.dark_help }</p>
                { for COLOURS.iter().map(|(key, plain)| colour(ctx, key, *plain)) }
                { offered(ctx, "theme.radius", messages.radius, messages.radius_help, &RADII) }
                { offered(ctx, "theme.font", messages.font, messages.font_help, &FONTS) }
            </section>
            <section aria-labelledby="group-links">
                <h2 id="group-links">{ messages.group_links }</h2>
                { setting(ctx, "cta.href", messages.href, Some(messages.href_help), false) }
                { for Level::ALL.into_iter().map(|level| {
                    let label = messages.labels.get(level.id()).unwrap_or(level.id());
                    setting(ctx, &format!("cta.label.{}", level.id()), label, None, false)
                }) }
                { setting_flag(ctx, "cta.context", messages.context, Some(messages.context_help)) }
                { setting_flag(ctx, "cta.campaign", messages.campaign, Some(messages.campaign_help)) }
                <details>
                    <summary>{ messages.booking }</summary>
                    { setting(ctx, "cta.booking.href", messages.booking_href, Some(messages.booking_help), false) }
                    { setting(ctx, "cta.booking.title", messages.booking_title, None, false) }
                    { setting_flag(ctx, "cta.booking.frame", messages.booking_frame, Some(messages.booking_frame_help)) }
                </details>
            </section>
        </>
    }
}

fn offered(ctx: &Context, path: &str, label: &str, help: &str, values: &[&str]) -> Html {
    let pick = |value: &&str| {
        let onclick = {
            let (ctx, path, value) = (ctx.clone(), Path::parse(path), (*value).to_owned());
            Callback::from(move |_: MouseEvent| {
                let (path, value) = (path.clone(), value.clone());
                ctx.edit("", move |work| work.configure(&path, Some(diagnosis::Value::Text(value.clone()))));
            })
        };
        html! { <button type="button" class="chip" {onclick} aria-pressed={(ctx.work().setting(path) == *value).to_string()}>{ *value }</button> }
    };
    html! { <>{ setting(ctx, path, label, Some(help), false) }<p class="chips">{ for values.iter().map(pick) }</p></> }
}

/// The light and the dark value of a colour; the dark one is empty if it is the same. An author who types a colour has
/// not finished after the first letter, so any text is accepted in either half.
fn halves(text: &str) -> [String; 2] {
    let inner = text.trim().strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    match inner.and_then(|inner| inner.split_once(',')) {
        Some((light, dark)) if !inner.is_some_and(|inner| inner.contains('(')) => {
            [light.trim().to_owned(), dark.trim().to_owned()]
        }
        _ => [text.to_owned(), String::new()],
    }
}

fn whole([light, dark]: &[String; 2], plain: &str) -> String {
    match (light.as_str(), dark.as_str()) {
        (_, "") => light.clone(),
        ("", _) => format!("light-dark({plain}, {dark})"),
        _ => format!("light-dark({light}, {dark})"),
    }
}

/// Formats a colour as `#rrggbb`, the only form that a colour input accepts.
fn six(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').filter(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()))?;
    match digits.len() {
        3 => Some(digits.chars().fold("#".to_owned(), |all, c| format!("{all}{c}{c}")).to_ascii_lowercase()),
        6 => Some(text.to_ascii_lowercase()),
        _ => None,
    }
}

fn colour(ctx: &Context, key: &str, plain: [&'static str; 2]) -> Html {
    let messages = ctx.messages;
    let name = messages.colours.get(key).unwrap_or(key);
    let path = format!("theme.{key}");
    let id = format!("config.{path}");
    let [light, dark] = halves(&ctx.work().setting(&path));
    let shown = {
        let [plain_light, plain_dark] = plain;
        let own = six(&light);
        let in_dark = six(&dark).or(own.clone()).unwrap_or_else(|| plain_dark.to_owned());
        [own.unwrap_or_else(|| plain_light.to_owned()), in_dark]
    };
    let side = |at: usize, scheme: &str, value: &str, shown: &str| {
        let oninput = {
            let (ctx, path, plain, id) = (ctx.clone(), Path::parse(&path), plain, id.clone());
            Callback::from(move |event: InputEvent| {
                let typed = event.target_unchecked_into::<HtmlInputElement>().value();
                let path = path.clone();
                ctx.edit(&format!("{id}-{at}"), move |work| {
                    let mut both = halves(&work.setting(&path.to_string()));
                    if let Some(half) = both.get_mut(at) {
                        half.clone_from(&typed);
                    }
                    let [plain, _] = plain;
                    work.configure(&path, Some(diagnosis::Value::Text(whole(&both, plain))));
                });
            })
        };
        let editing = ctx.clone();
        let onchange = Callback::from(move |_: Event| editing.end_step());
        let field = if at == 0 { id.clone() } else { format!("{id}-dark") };
        html! {
            <div class="colour" key={at}>
                <span>{ scheme }</span>
                <input type="color" aria-label={messages.picker(&name, &scheme)} value={shown.to_owned()} oninput={oninput.clone()} onchange={onchange.clone()} />
                <input type="text" id={field} autocomplete="off" spellcheck="false" aria-label={messages.hex_of(&name, &scheme)} value={value.to_owned()} placeholder={shown.to_owned()} {oninput} {onchange} />
            </div>
        }
    };
    let [shown_light, shown_dark] = shown;
    html! {
        <fieldset class="pair" key={key.to_owned()}>
            <legend>{ name }</legend>
            { side(0, messages.light, &light, &shown_light) }
            { side(1, messages.dark, &dark, &shown_dark) }
            { diagnostics_at(ctx, &id) }
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_a_light_and_a_dark_half() {
        let check = |text: &str, expect: [&str; 2]| {
            assert_eq!(halves(text), expect.map(str::to_owned));
        };
        check("light-dark(#00664f, #7fd8c0)", ["#00664f", "#7fd8c0"]);
        check("#00664f", ["#00664f", ""]);
        check("light-dark(rgb(1, 2, 3), red)", ["light-dark(rgb(1, 2, 3), red)", ""]);
        assert_eq!(whole(&["".to_owned(), "#fff".to_owned()], "#000"), "light-dark(#000, #fff)");
        assert_eq!(whole(&["red".to_owned(), "".to_owned()], "#000"), "red");
        assert_eq!((six("#AbC"), six("red")), (Some("#aabbcc".to_owned()), None));
    }
}
