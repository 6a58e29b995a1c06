//! Parameters that are added to links.

use std::rc::Rc;

/// Adds parameters, written `name=value&…`, to the query of a link to another page. A parameter that the link already has
/// stays as the owner wrote it. Other links, such as telephone numbers and links within the page, are returned unchanged.
pub(crate) fn with_parameters(href: &str, parameters: &str) -> Rc<str> {
    let is_page = !["mailto:", "tel:"]
        .iter()
        .any(|scheme| href.get(..scheme.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme)));
    if !is_page || href.starts_with('#') {
        return href.into();
    }
    let (page, fragment) = href.split_once('#').map_or((href, None), |(page, fragment)| (page, Some(fragment)));
    let query = page.split_once('?').map_or("", |(_, query)| query);
    let mut link = page.to_owned();
    let mut has_query = page.contains('?');
    for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
        if query.split('&').any(|own| name(own) == name(pair)) {
            continue;
        }
        link.extend([if has_query { "&" } else { "?" }, pair]);
        has_query = true;
    }
    if let Some(fragment) = fragment {
        link.extend(["#", fragment]);
    }
    link.into()
}

fn name(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::with_parameters;

    #[test]
    fn parameters_go_into_the_query_of_pages() {
        let check = |href: &str, parameters: &str, expect: &str| {
            assert_eq!(&*with_parameters(href, parameters), expect);
        };
        check("/a", "level=ready&utm_source=x", "/a?level=ready&utm_source=x");
        check("https://b.example/?x=1#c", "y=2", "https://b.example/?x=1&y=2#c");
        check("/a?utm_source=own", "utm_source=x&utm_medium=mail", "/a?utm_source=own&utm_medium=mail");
        check("#place", "y=2", "#place");
        check("/a", "", "/a");
        check("TEL:0312345678", "y=2", "TEL:0312345678");
        check("相談", "y=2", "相談?y=2");
    }
}
