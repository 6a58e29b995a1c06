use super::*;

fn visit(landing: &str, page: &str) -> Visit {
    let landing = PageAddress { href: landing.to_owned(), referrer: "https://search.example/?q=secret".to_owned() };
    Visit { landing, page_href: page.to_owned(), page_title: "題".to_owned(), ..Visit::default() }
}

fn utm(landing: &str) -> Vec<(&'static str, String)> {
    Attribution::new(&visit(landing, "https://a.example/")).utm
}

#[test]
fn campaigns_are_told_and_nothing_else() {
    let href = "https://u:p@a.example/x?utm_source=%E6%98%A5+1&gclid=G&email=a%40b&utm_medium=mail&utm_secret=1#part";
    let attribution = Attribution::new(&visit(href, href));
    assert_eq!(attribution.landing_url, "https://a.example/x?utm_source=%E6%98%A5+1&utm_medium=mail");
    assert_eq!(attribution.utm, [("source", "春 1".to_owned()), ("medium", "mail".to_owned())]);
    assert_eq!(
        (attribution.click_ids.len(), attribution.hutk.as_str(), attribution.referrer.as_str()),
        (0, "", "https://search.example/")
    );
    let measured = Visit {
        is_measured: true,
        cookies: "a=1; hubspotutk=0123456789abcdef0123456789abcdef".to_owned(),
        ..visit(href, href)
    };
    let attribution = Attribution::new(&measured);
    assert_eq!(attribution.click_ids, [("gclid", "G".to_owned())]);
    assert_eq!(attribution.hutk, "0123456789abcdef0123456789abcdef");
    let forged = Visit { cookies: "hubspotutk=0123456789ABCDEF0123456789abcdef".to_owned(), ..measured };
    assert_eq!(Attribution::new(&forged).hutk, "");
}

#[test]
fn a_mail_programs_ampersands_are_understood() {
    let found = utm("https://a.example/?utm_source=news&amp;utm_medium=mail&amp;utm_campaign=a%26b");
    let expected = [("source", "news"), ("medium", "mail"), ("campaign", "a&b")];
    assert_eq!(found, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn what_is_no_utf_8_stays_as_it_is_written() {
    assert_eq!(utm("https://a.example/?utm_source=%8Ft%82%CC"), [("source", "%8Ft%82%CC".to_owned())]);
    assert_eq!(
        utm("https://a.example/?utm_source=100%&utm_medium=%zz"),
        [("source", "100%".to_owned()), ("medium", "%zz".to_owned())]
    );
}

#[test]
fn long_texts_end_between_characters() {
    let campaign = "%E7%A7%8B%F0%9F%8D%81".repeat(200);
    for pad in 0..24 {
        let href = format!("https://a.example/{}?utm_campaign={campaign}", "p".repeat(pad));
        let attribution = Attribution::new(&visit(&href, "https://a.example/"));
        assert_eq!(attribution.utm[0].1.chars().count(), MAX_VALUE);
        let kept = attribution.landing_url.split_once("utm_campaign=").unwrap().1;
        assert!((970..=MAX_ADDRESS).contains(&attribution.landing_url.len()), "{}", attribution.landing_url.len());
        let whole = text_of(kept);
        assert!(whole.chars().all(|c| c == '秋' || c == '🍁'), "pad {pad}: {kept}");
    }
}

/// Decodes escapes with another decoder than the tested one.
fn text_of(escaped: &str) -> String {
    let bytes: Vec<u8> = escaped.split('%').skip(1).map(|digits| u8::from_str_radix(digits, 16).unwrap()).collect();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_first_page_goes_before_this_one_and_each_gives_what_the_other_lacks() {
    let attribution =
        Attribution::new(&visit("https://a.example/?utm_source=first", "https://a.example/2?utm_source=b&utm_term=t"));
    assert_eq!(attribution.utm, [("source", "first".to_owned()), ("term", "t".to_owned())]);
}

#[test]
fn what_is_no_address_of_the_web_is_left_out() {
    for odd in ["", "about:blank", "data:text/plain,x", "android-app"] {
        assert_eq!(Attribution::new(&visit(odd, odd)).landing_url, "", "{odd}");
    }
}

#[test]
fn a_long_value_that_is_no_utf_8_keeps_its_escapes_whole() {
    for pad in 0..3 {
        let value = ["x".repeat(pad), "%8E%8C".repeat(200)].concat();
        let (_, kept) = utm(&format!("https://a.example/?utm_source={value}")).remove(0);
        assert!(kept.split('%').skip(1).all(|digits| digits.len() == 2) && kept.len() > 180, "{kept}");
    }
}
