//! What is taken for a secret, and what is not: by the exact shape of a text and the whole words of a name.

#![allow(clippy::indexing_slicing, missing_docs, reason = "its functions are named for what they hold")]

use leads::{is_private_credential, is_secret, is_secret_name};

/// `count` characters that look random.
fn random(count: usize, alphabet: &str) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    (0..count).filter_map(|i| letters.get((i * 7 + i * i * 3 + 5) % letters.len())).collect()
}

const HEX: &str = "0123456789abcdef";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const MIXED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Put together here, so that no scanner takes this file for a leak.
fn credentials() -> Vec<String> {
    vec![
        format!("Bearer {}", random(24, MIXED)),
        format!("bearer {}", random(40, HEX)),
        "Basic dXNlcjpwYXNzd29yZA==".to_owned(),
        format!("pat-na1-{}-1111-2222-3333-{}", random(8, HEX), random(12, HEX)),
        format!("pat-eu1-{}", random(32, HEX)),
        format!("sk_live_{}", random(24, MIXED)),
        format!("rk_test_{}", random(24, MIXED)),
        format!("xoxb-{}-{}", random(12, "0123456789"), random(24, MIXED)),
        format!("ghp_{}", random(36, MIXED)),
        format!("github_pat_{}_{}", random(22, MIXED), random(59, MIXED)),
        format!("glpat-{}", random(20, MIXED)),
        format!("AKIA{}", random(16, UPPER)),
        format!("ya29.{}", random(60, MIXED)),
        format!("shpat_{}", random(32, HEX)),
        format!("sk-{}", random(48, MIXED)),
        format!("sk-{}", random(32, HEX)),
        "-----BEGIN RSA PRIVATE KEY----- MIIE".to_owned(),
        "https://me:hunter2@crm.example/hook".to_owned(),
    ]
}

#[test]
fn credentials_of_services_are_secrets_even_where_they_are_said_to_be_public() {
    for secret in credentials() {
        for text in [secret.clone(), format!("  {secret} "), format!("key \"{secret}\", please")] {
            // An address is judged as a whole.
            let is_inside = text != secret && secret.contains("://") && !text.trim().starts_with("https");
            assert!(is_inside || is_private_credential(&text), "{text}");
            assert!(is_inside || is_secret(&text), "{text}");
        }
    }
    assert!(is_private_credential(&format!("https://hook.example/run?x={}", credentials()[6])));
}

#[test]
fn what_may_be_meant_for_pages_is_a_secret_until_it_is_said_to_be_public() {
    let web_token = format!("eyJ{}.eyJ{}.{}", random(20, MIXED), random(30, MIXED), random(43, MIXED));
    let google = format!("AIza{}", random(35, MIXED));
    for text in [
        web_token,
        google,
        "https://crm.example/?api_key=0123".to_owned(),
        "https://x.example/a?b=c&access-token=1".to_owned(),
    ] {
        assert!(is_secret(&text) && !is_private_credential(&text), "{text}");
    }
}

#[test]
fn innocent_texts_that_begin_alike_are_none() {
    let texts = [
        "Aizawa Securities LP",
        "AIZAWA SECURITIES KABUSHIKIGAISHA 2026",
        "Basic plan landing page",
        "Basic subscription",
        "basic informationen zur beratung",
        "Bearer of good news for everyone",
        "Bearer bonds",
        "akiabara-campaign-2026-autumn",
        "AKIABARA GUIDE 2026 FOR VISITORS",
        "sk-8 boots",
        "sk-learn-introduction-for-beginners-2026",
        "sk_live_music_in_the_park",
        "pat-na1-customers and others",
        "patent-application-2026-04-01-overview",
        "ghp_members",
        "github_patterns_for_teams",
        "xoxo from all of us at Example",
        "ya29. Straße",
        "SG.example.com lead campaign",
        "eyJust a word. Another one. And a third sentence that is long",
        "-----BEGIN CERTIFICATE----- MIIE",
        "Please tell us about your token economy",
        "https://flow.zoho.com/123/flow/webhook/incoming?zapikey=1001.0123abcd&isdebug=false",
        "https://crm.example/?encoding=UTF-8&oid=00D000000000001",
        "https://x.example/?secretary=a&tokenizer=b&keyword=c",
        "https://me@x.example/",
        "https://x.example/?token=",
        "00N5g00000AbCdE",
        "5a9c0ad0-3d1e-4b57-8f0e-0d7f3a1f2b3c",
        "d41d8cd98f00b204e9800998ecf8427e",
        "診断ページ（Basicプラン）",
        "",
    ];
    for text in texts {
        assert!(!is_secret(text), "{text}");
    }
}

#[test]
fn names_are_judged_by_their_whole_words() {
    let secrets = [
        "token",
        "apiKey",
        "APIKey",
        "api_key",
        "X-API-Key",
        "apikey",
        "client_secret",
        "clientSecret",
        "Authorization",
        "access_token",
        "accessToken",
        "access_key",
        "AccessKeyId",
        "user-password",
        "PASSWORD",
        "private_key",
        "X-Cybozu-API-Token",
        "signing key",
    ];
    for name in secrets {
        assert!(is_secret_name(name), "{name}");
    }
    let innocent = [
        "secretary_name",
        "secretaryName",
        "Secretariat",
        "tokenizer",
        "zapikey",
        "oid",
        "xnQsjsdp",
        "xmIwtLD",
        "keyword",
        "key_account",
        "passwordless_interest",
        "Lead Source",
        "author",
        "authorisation_of_use",
        "bearers",
        "monkey",
        "api_version",
        "accessibility",
        "credentialing",
        "",
        "担当者",
    ];
    for name in innocent {
        assert!(!is_secret_name(name), "{name}");
    }
}
