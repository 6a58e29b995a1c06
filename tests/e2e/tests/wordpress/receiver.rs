//! Leads into this WordPress, and out of it.

use serde_json::{Value, json};

use crate::wordpress_page::{WordPressPage, of_an_owner};

/// A lead as the widget sends it, in short.
fn lead(number: u32) -> Value {
    json!({
        "schema": "lead/v1", "lead_id": format!("00000000-0000-4000-8000-{number:012}"), "created_at": "2026-11-28T00:00:00.000Z",
        "contact": { "company": "=1+1", "last_name": "山田", "email": "Taro@example.jp" },
        "inquiry": { "message": "一行目\n\"二\"行目" },
        "diagnosis": { "pack": "readiness", "version": "1.2.0", "score": 60, "level": "prepare", "caps": [], "findings": ["a"] },
        "consent": { "privacy": { "agreed": true, "version": "1" } },
        "antispam": { "elapsed_ms": 5000, "honeypot": false, "suspect": false },
    })
}

/// Sends something to the receiver as a page would; gives the status.
async fn posts(wordpress_page: &WordPressPage, body: &str) -> u16 {
    let send = "const [url, body] = arguments;
        return (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status";
    wordpress_page
        .browser
        .script_async(send, vec![json!(wordpress_page.wordpress.url("wp-json/shindan/v1/leads")), json!(body)])
        .await
}

/// Opens the list of leads as an administrator.
async fn lists_leads(wordpress_page: &WordPressPage) {
    wordpress_page.is("admin").await;
    wordpress_page.opens("wp-admin/edit.php?post_type=shindan_lead").await;
}

/// The type and the text of the CSV file that the list offers.
async fn downloads(wordpress_page: &WordPressPage) -> (String, String) {
    wordpress_page.sees("#shindan-csv").await;
    let get = "const answer = await fetch(document.querySelector('#shindan-csv').href);
        return [answer.headers.get('content-type'), [...new Uint8Array(await answer.arrayBuffer())]]";
    let (kind, bytes): (String, Vec<u8>) = wordpress_page.browser.script_async(get, vec![]).await;
    (kind, String::from_utf8(bytes).unwrap())
}

/// What a tool of WordPress for personal data gives for an address.
fn asks(wordpress_page: &WordPressPage, filter: &str, email: &str) -> Value {
    let call = format!(
        "$all = apply_filters( '{filter}', array() ); echo wp_json_encode( $all['shindan']['callback']( '{email}', 1 ) );"
    );
    serde_json::from_str(&wordpress_page.wordpress.runs(&call)).unwrap()
}

#[tokio::test]
async fn a_lead_comes_in_is_mailed_read_and_exported() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("check", "[shindan]")).await;
    wordpress_page.goes_the_whole_way().await;
    wordpress_page.sends("taro@example.co.jp").await;
    wordpress_page.browser.lead_form().reads("送信が完了しました").await;
    let leads = wordpress_page.wordpress.leads();
    assert_eq!(leads.len(), 1, "{leads:#?}");
    assert_eq!(leads[0]["contact"]["email"], "taro@example.co.jp");
    assert_eq!((&leads[0]["diagnosis"]["score"], &leads[0]["diagnosis"]["level"]), (&json!(100), &json!("ready")));
    let mails = wordpress_page.wordpress.mails();
    assert_eq!((mails.len(), &mails[0]["to"]), (1, &json!("boss@example.com")));
    assert!(mails[0]["message"].as_str().unwrap().contains("taro@example.co.jp"), "{mails:#?}");

    assert_eq!(posts(&wordpress_page, &lead(1).to_string()).await, 200);
    lists_leads(&wordpress_page).await;
    wordpress_page.reads("taro@example.co.jp").await;
    wordpress_page.browser.shoots("wordpress-leads").await;
    let (kind, text) = downloads(&wordpress_page).await;
    assert!(kind.starts_with("text/csv") && text.starts_with("\u{feff}\"lead_id\",\"created_at\","), "{kind} {text}");
    assert!(text.contains("\"'=1+1\",\"山田\"") && text.contains("\"一行目\n\"\"二\"\"行目\""), "{text}");
    assert_eq!(text.matches("\r\n").count(), 3, "a head and two leads: {text}");
    wordpress_page.presses("a.row-title").await;
    wordpress_page.sees("#shindan-lead td").await;
    wordpress_page.browser.shoots("wordpress-lead").await;
    wordpress_page.wordpress.has_a_clean_log();
}

#[tokio::test]
async fn what_is_no_lead_is_refused_and_a_lead_is_kept_once() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.opens("").await;
    let without = |change: &dyn Fn(&mut Value)| {
        let mut changed = lead(2);
        change(&mut changed);
        changed.to_string()
    };
    let wrong = [
        ("another format", without(&|lead| lead["schema"] = json!("lead/v2")), 422),
        ("no id", without(&|lead| lead["lead_id"] = json!("1")), 422),
        ("no address", without(&|lead| lead["contact"]["email"] = json!("taro")), 422),
        ("no consent", without(&|lead| lead["consent"]["privacy"]["agreed"] = json!("true")), 422),
        ("a strange name", without(&|lead| lead["contact"]["<b>"] = json!("x")), 422),
        ("too deep", without(&|lead| lead["diagnosis"]["caps"] = json!([[[[[[["x"]]]]]]])), 422),
        ("too large", without(&|lead| lead["inquiry"]["message"] = json!("x".repeat(40_000))), 413),
        ("no JSON", "{".to_owned(), 400),
    ];
    for (what, body, status) in wrong {
        assert_eq!(posts(&wordpress_page, &body).await, status, "{what}");
    }
    assert_eq!(wordpress_page.wordpress.leads(), Vec::<Value>::new());
    for _ in 0..3 {
        assert_eq!(posts(&wordpress_page, &without(&|lead| lead["unknown"] = json!("part"))).await, 200);
    }
    let leads = wordpress_page.wordpress.leads();
    assert_eq!((leads.len(), leads[0].get("unknown")), (1, None), "{leads:#?}");
    assert_eq!(leads[0]["inquiry"]["message"], lead(2)["inquiry"]["message"], "kept as it was written");
    assert_eq!(wordpress_page.wordpress.mails().len(), 1, "one letter for one lead");
}

#[tokio::test]
async fn too_many_are_told_to_wait_and_known_ones_are_not() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.wordpress.always_runs(
        "limits",
        "add_filter( 'shindan_lead_limits', function () { return array( array( 'all', 2, 3600 ) ); } );",
    );
    wordpress_page.opens("").await;
    let mut statuses = Vec::new();
    for number in [1, 2, 3, 1] {
        statuses.push(posts(&wordpress_page, &lead(number).to_string()).await);
    }
    assert_eq!(statuses, [200, 200, 429, 200]);
}

#[tokio::test]
async fn it_is_off_until_it_is_switched_on() {
    let wordpress_page = WordPressPage::with(&json!({ "links": ["https://example.com/"] })).await;
    wordpress_page.opens("").await;
    assert_eq!(posts(&wordpress_page, &lead(1).to_string()).await, 404);
    // Nor is a lead to be had by any other way of WordPress.
    wordpress_page.wordpress.sets("shindan_settings", &of_an_owner());
    assert_eq!(posts(&wordpress_page, &lead(1).to_string()).await, 200);
    let get =
        "const answers = await Promise.all(arguments[0].map((url) => fetch(url).then((answer) => answer.text())));
        return answers.join()";
    let ways = [
        "wp-json/wp/v2/types",
        "wp-json/wp/v2/shindan_lead",
        "?post_type=shindan_lead",
        "?s=山田",
        "?p=4",
        "wp-sitemap.xml",
    ];
    let urls: Vec<_> = ways.iter().map(|way| wordpress_page.wordpress.url(way)).collect();
    let all: String = wordpress_page.browser.script_async(get, vec![json!(urls)]).await;
    assert!(!all.contains("example.jp") && !all.contains("shindan_lead"), "{all}");
}

#[tokio::test]
async fn a_person_is_exported_and_erased_by_the_tools_of_wordpress() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.opens("").await;
    let mut other = lead(2);
    other["contact"]["email"] = json!("hanako@example.jp");
    for body in [lead(1), other] {
        assert_eq!(posts(&wordpress_page, &body.to_string()).await, 200);
    }
    let exported = asks(&wordpress_page, "wp_privacy_personal_data_exporters", "taro@example.jp");
    assert_eq!((exported["data"].as_array().unwrap().len(), &exported["done"]), (1, &json!(true)));
    assert!(exported.to_string().contains("Taro@example.jp"), "{exported}");
    let erased = asks(&wordpress_page, "wp_privacy_personal_data_erasers", "taro@example.jp");
    assert_eq!((&erased["items_removed"], &erased["done"]), (&json!(1), &json!(true)));
    let left: Vec<_> = wordpress_page.wordpress.leads().iter().map(|lead| lead["contact"]["email"].clone()).collect();
    assert_eq!(left, ["hanako@example.jp"]);
}

#[tokio::test]
async fn a_lead_that_was_in_the_trash_is_exported_and_erased_as_before() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.opens("").await;
    for number in [1, 2] {
        assert_eq!(posts(&wordpress_page, &lead(number).to_string()).await, 200);
    }
    // The second is restored to a draft, as without the plugin's filter.
    let statuses = wordpress_page.wordpress.runs(
        "foreach ( array( 1, 2 ) as $number ) {
            $post = shindan_find_lead( sprintf( '00000000-0000-4000-8000-%012d', $number ) );
            wp_trash_post( $post );
            2 === $number && remove_filter( 'wp_untrash_post_status', 'shindan_untrash_lead', 10 );
            wp_untrash_post( $post );
            echo get_post_status( $post ), ' ';
        }",
    );
    assert_eq!(statuses, "private draft ");
    lists_leads(&wordpress_page).await;
    let (_, text) = downloads(&wordpress_page).await;
    assert_eq!(text.matches("Taro@example.jp").count(), 2, "{text}");
    let erased = asks(&wordpress_page, "wp_privacy_personal_data_erasers", "taro@example.jp");
    assert_eq!((&erased["items_removed"], &erased["done"]), (&json!(2), &json!(true)));
    let left =
        "global $wpdb; echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->posts WHERE post_type = 'shindan_lead'\" );";
    assert_eq!(wordpress_page.wordpress.runs(left), "0");
}

#[tokio::test]
async fn a_spreadsheet_shows_what_was_sent_and_people_read_their_own_time() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.wordpress.sets("timezone_string", &json!("Asia/Tokyo"));
    wordpress_page.opens("").await;
    let mut sent = lead(1);
    sent["contact"]["phone"] = json!("09012345678");
    sent["contact"]["size"] = json!("１１－５０");
    sent["contact"]["title"] = json!("令和8年11月");
    sent["contact"]["first_name"] = json!("\u{200b}@SUM(A1)");
    sent["inquiry"]["message"] = json!("1\n2");
    assert_eq!(posts(&wordpress_page, &sent.to_string()).await, 200);
    lists_leads(&wordpress_page).await;
    let (_, text) = downloads(&wordpress_page).await;
    let cells = [
        "\"=\"\"09012345678\"\"\"",
        "\"=\"\"１１－５０\"\"\"",
        "\"=\"\"令和8年11月\"\"\"",
        "\"'\u{200b}@SUM(A1)\"",
        "\"1\n2\"",
        "\"readiness\",\"60\",\"prepare\"",
        "\"2026-11-28T00:00:00.000Z\"",
    ];
    for cell in cells {
        assert!(text.contains(cell), "no {cell} in {text}");
    }

    let mails = wordpress_page.wordpress.mails();
    assert!(mails[0]["message"].as_str().unwrap().contains(": 2026-11-28 09:00:00\n"), "{mails:#?}");
    wordpress_page.presses("a.row-title").await;
    wordpress_page.sees("#shindan-lead td").await;
    let view: String =
        wordpress_page.browser.script("return document.querySelector('#shindan-lead').textContent", vec![]).await;
    assert!(view.contains("2026-11-28 09:00:00") && !view.contains("2026-11-28T"), "{view}");
    wordpress_page.wordpress.has_a_clean_log();
}
