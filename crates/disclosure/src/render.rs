//! The table as HTML and as text.

use super::Row;
use super::messages::{Messages, fill};

/// The table as HTML to be pasted into a page: no script, no style, no address that is fetched.
pub fn to_html(rows: &[Row], lang: &str) -> String {
    let messages = Messages::of(lang);
    let tag = if messages.is_japanese { "ja" } else { "en" };
    let mut html = format!(
        "<section lang=\"{tag}\">\n<h2>{}</h2>\n<p>{}</p>\n",
        escape(messages.title),
        escape(opening(rows, messages))
    );
    if !rows.is_empty() {
        html.push_str("<table>\n<thead>\n<tr>");
        for head in messages.heads {
            html.push_str(&format!("<th scope=\"col\">{}</th>", escape(head)));
        }
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in rows {
            let [recipient, cells @ ..] = cells(row, messages);
            html.push_str(&format!("<tr><th scope=\"row\">{}</th>", lines(&recipient)));
            for cell in cells {
                html.push_str(&format!("<td>{}</td>", lines(&cell)));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n");
    }
    html.push_str(&format!("<!-- {} -->\n</section>\n", escape(messages.no_advice)));
    html
}

/// The same as plain text.
pub fn to_text(rows: &[Row], lang: &str) -> String {
    let messages = Messages::of(lang);
    let mut text = format!("{}\n\n{}\n", messages.title, opening(rows, messages));
    for row in rows {
        text.push('\n');
        for (head, cell) in messages.heads.iter().zip(cells(row, messages)) {
            let colon = if messages.is_japanese { "：" } else { ": " };
            text.push_str(&[head, colon, &cell.join("\n  "), "\n"].concat());
        }
    }
    text.push_str(&format!("\n({})\n", messages.no_advice));
    text
}

fn opening<'w>(rows: &[Row], messages: &'w Messages) -> &'w str {
    if rows.is_empty() { messages.nothing } else { messages.before_sending }
}

/// The cells of a row, each of lines.
fn cells(row: &Row, messages: &Messages) -> [Vec<String>; 5] {
    let or_blank = |text: &Option<String>| text.clone().unwrap_or_else(|| messages.to_fill_in.to_owned());
    let mut abroad = vec![or_blank(&row.country)];
    abroad.extend(row.measures.as_ref().map(|text| fill(messages.measures, &[("text", text)])));
    [vec![row.recipient.clone()], row.sent.clone(), vec![row.when.clone()], vec![or_blank(&row.purpose)], abroad]
}

fn lines(texts: &[String]) -> String {
    texts.iter().map(|text| escape(text)).collect::<Vec<_>>().join("<br>")
}

/// A text as HTML takes it. Two hyphens would end a comment.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace("--", "&#45;&#45;")
}
