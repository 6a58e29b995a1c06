//! Contact details: what is taken, what it becomes, and what is said of the rest.

use leads::{Input, InputError};
use proptest::prelude::*;
use proptest::test_runner::Config;

fn email(typed: &str) -> Result<String, InputError> {
    Input::Email.read(typed)
}

fn phone(typed: &str) -> Result<String, InputError> {
    Input::Phone.read(typed)
}

#[track_caller]
fn check(found: Result<String, InputError>, wanted: Result<&str, InputError>) {
    assert_eq!(found, wanted.map(str::to_owned));
}

#[test]
fn addresses_are_taken_as_they_are_typed() {
    check(email("taro@example.co.jp"), Ok("taro@example.co.jp"));
    check(email(" Taro.Yamada+a@EXAMPLE.com\n"), Ok("Taro.Yamada+a@example.com"));
    check(email("　ｔａｒｏ＿１＠ｅｘａｍｐｌｅ。ｃｏ．ｊｐ　"), Ok("taro_1@example.co.jp"));
    check(email("taroーy@ex－ample.jp"), Ok("taro-y@ex-ample.jp"));
    check(email("\u{feff}taro@example.jp\u{200b}"), Ok("taro@example.jp"));
    // Addresses that mobile carriers gave out.
    check(email("a..b.@docomo.example.jp"), Ok("a..b.@docomo.example.jp"));
    check(email("o’neil@example.ie"), Ok("o'neil@example.ie"));
}

#[test]
fn addresses_that_cannot_be_mended() {
    check(email("　"), Err(InputError::Missing));
    check(email("taro.example.jp"), Err(InputError::NoAt));
    check(email("taro@@example.jp"), Err(InputError::ManyAts));
    check(email("taro yamada@example.jp"), Err(InputError::Space));
    check(email("太郎@example.jp"), Err(InputError::Character('太')));
    check(email("taro@例え.jp"), Err(InputError::Character('例')));
    check(email("a,b@example.jp"), Err(InputError::Character(',')));
    check(email("@example.jp"), Err(InputError::BeforeAt));
    check(email(&format!("{}@example.jp", "a".repeat(65))), Err(InputError::BeforeAt));
    for domain in ["", "example", "example.", ".jp", "a..jp", "-a.jp", "a-.jp", "example.j", "10.0.0.1"] {
        check(email(&format!("taro@{domain}")), Err(InputError::AfterAt));
    }
    let long = format!("{}@{}example.jp", "a".repeat(60), "abcdefghi.".repeat(19));
    check(email(&long), Err(InputError::TooLong { max: 254 }));
}

#[test]
fn numbers_are_taken_as_they_are_typed() {
    for typed in [
        "03-1234-5678",
        "０３－１２３４－５６７８",
        "(03) 1234-5678",
        "０３（１２３４）５６７８",
        "03ー1234ー5678",
        "03−1234‐5678",
        "03 1234　5678",
        "+81 3-1234-5678",
        "＋８１（０）３ー１２３４ー５６７８",
        "+81-03-1234-5678",
        "(+81)3.1234.5678",
    ] {
        check(phone(typed), Ok("03-1234-5678"));
    }
    check(phone("09012345678"), Ok("09012345678"));
    check(phone("0120-000-000"), Ok("0120-000-000"));
    check(phone("+1 202-555-0100"), Ok("+1-202-555-0100"));
}

#[test]
fn what_is_written_with_a_number_stays() {
    for (typed, kept) in [
        ("０３ー１２３４−５６７８　内線１２３", "03-1234-5678 内線123"),
        ("03-1234-5678（代表）", "03-1234-5678（代表）"),
        ("TEL：03-1234-5678", "TEL：03-1234-5678"),
        ("03-1234-5678 / 090-1234-5678", "03-1234-5678 / 090-1234-5678"),
        ("052-123-4567 営業部ー田中", "052-123-4567 営業部ー田中"),
        ("(415) 555-2671", "(415) 555-2671"),
        ("（４１５）５５５－２６７１", "（415）555-2671"),
        ("020 7946 0018 x12", "020 7946 0018 x12"),
        ("+44 20 7946 0018 ext. 12", "+44 20 7946 0018 ext. 12"),
        ("001-1-202-555-0100", "001-1-202-555-0100"),
    ] {
        check(phone(typed), Ok(kept));
    }
    assert_eq!(Input::Phone.tidy(" 夜 なら 03-12 "), "夜 なら 03-12", "an optional one is kept as it is");
}

#[test]
fn what_surrounds_an_address_goes() {
    for typed in [
        "taro@my-company.co.jp、",
        "taro@myーcompany.co.jp",
        "taro@my－company．co．jp。",
        "taro＠my‐company.co.jp，",
        "taro@my—company.co.jp．",
        "taro@my⁃company.co.jp･",
        "「taro@my-company.co.jp」",
        "<taro@my-company.co.jp>;",
        "（taro@my−company.co.jp）",
        "mailto:taro@my-company.co.jp",
        "“taro@MY-company.co.jp”",
        "taro@my-company.co.jp､",
    ] {
        check(email(typed), Ok("taro@my-company.co.jp"));
    }
    // Nobody can know what was meant.
    check(email("taro@my一company.co.jp"), Err(InputError::Character('一')));
    check(email("taro@example、co、jp"), Err(InputError::Character('、')));
    check(email("taro@example.co.jp-"), Err(InputError::AfterAt));
    check(email("taro@ｅxample.co,jp"), Err(InputError::Character(',')));
    check(email("taro、@example.jp"), Err(InputError::Character('、')));
    check(email("taro、"), Err(InputError::NoAt));
}

#[test]
fn numbers_that_cannot_be_mended() {
    check(phone("－ー"), Err(InputError::Missing));
    check(phone("+"), Err(InputError::Missing));
    check(phone("03-1234-567"), Err(InputError::TooFewDigits));
    check(phone("090-1234-56789"), Err(InputError::TooManyDigits));
    check(phone("+0312345678"), Err(InputError::Beginning));
    check(phone("なし"), Err(InputError::TooFewDigits));
    check(phone("内線 123"), Err(InputError::TooFewDigits));
    check(phone("12-3456"), Err(InputError::TooFewDigits));
    check(phone("+81"), Err(InputError::TooFewDigits));
    check(phone("+1 2345"), Err(InputError::TooFewDigits));
    check(phone("+1234567890123456"), Err(InputError::TooManyDigits));
}

#[test]
fn lines_are_one_line() {
    let name = |typed: &str| Input::Name.read(typed);
    check(name("　山田　\t太郎\r\n"), Ok("山田 太郎"));
    check(name("ヤマダ\u{0}タロウ\u{202e}"), Ok("ヤマダタロウ"));
    check(name("\u{200b} \u{3000}"), Err(InputError::Missing));
    check(name(&"鬱".repeat(40)), Ok(&"鬱".repeat(40)));
    check(name(&"鬱".repeat(41)), Err(InputError::TooLong { max: 40 }));
    check(Input::Company.read("株式会社　サンプル"), Ok("株式会社 サンプル"));
    // The joiner of emoji stays.
    check(Input::Line.read("👩‍💻 開発部"), Ok("👩‍💻 開発部"));
}

#[test]
fn messages_keep_paragraphs() {
    let message = |typed: &str| Input::Message.read(typed);
    check(message("\n一行目　 です\r\n二行目\r\r\n\n\n　段落\n　\n"), Ok("一行目 です\n二行目\n\n段落"));
    check(message(" \n\t\n"), Err(InputError::Missing));
    check(message(&"a\n".repeat(1_001)), Err(InputError::TooLong { max: 2_000 }));
}

/// What a Japanese keyboard makes of half-width characters.
fn full_width(half: &str) -> String {
    let twin = |c: char| match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
        ' ' => '　',
        c => c,
    };
    half.chars().map(twin).collect()
}

/// What a text stands for in half width.
fn half_width(full: &str) -> String {
    let twin = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
        c => c,
    };
    full.chars().map(twin).collect()
}

fn config() -> Config {
    Config { failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config())]

    /// Anything at all: no panic, and what was taken is in its final form.
    #[test]
    fn what_was_taken_once_is_taken_again_unchanged(typed in any::<String>(), near in "[ 　\r\n\ta-zA@＠.．。0-9０-９+＋ー―（）()山\u{200b}\u{0}-]{0,40}") {
        for typed in [typed, near] {
            for input in Input::ALL {
                if let Ok(once) = input.read(&typed) {
                    prop_assert_eq!(input.read(&once), Ok(once.clone()), "{:?}", typed);
                    prop_assert!(once.chars().count() <= input.longest());
                    prop_assert_eq!(once.trim(), &once);
                }
            }
        }
    }

    #[test]
    fn a_plausible_address_is_taken_in_either_width(
        local in "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}", labels in prop::collection::vec("[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?", 1..4), top in "[a-z]{2,6}"
    ) {
        let typed = format!("{local}@{}.{top}", labels.join("."));
        check(email(&typed), Ok(&typed));
        check(email(&full_width(&typed)), Ok(&typed));
    }

    #[test]
    fn a_number_is_taken_in_either_width(typed in "0[1-9]([0-9]{8,9}|0-[0-9]{4}-[0-9]{4}|-[0-9]{4}-[0-9]{4})|\\+[1-79][0-9]{7,13}") {
        let half = phone(&typed);
        prop_assert!(half.is_ok(), "{}: {:?}", typed, half);
        prop_assert_eq!(phone(&full_width(&typed)), half.clone());
        prop_assert_eq!(phone(&typed.replace('-', "ー")), half);
    }

    /// A twin in full width is judged like what it stands for, also where that is refused.
    #[test]
    fn the_width_decides_nothing(typed in "[ -~]{0,30}") {
        // The sign of a stray character is the one that was typed, brought to half width.
        prop_assert_eq!(email(&full_width(&typed)), email(&typed));
        // What is kept as it was written keeps its width.
        prop_assert_eq!(phone(&full_width(&typed)).map(|kept| half_width(&kept)), phone(&typed));
    }
}

/// A receiver may keep less than the form would take; none makes it take more.
#[test]
fn a_shorter_limit_counts_after_the_address_is_mended() {
    let address = |length: usize| format!("{}@example.jp", "a".repeat(length - "@example.jp".len()));
    assert_eq!(Input::Email.read_within(&address(40), 40), Ok(address(40)));
    assert_eq!(Input::Email.read_within(&address(41), 40), Err(InputError::TooLong { max: 40 }));
    assert_eq!(Input::Email.read_within(" ａ＠example．jp ", 12), Ok("a@example.jp".to_owned()));
    assert_eq!(Input::Name.read_within(&"n".repeat(41), 4_000), Err(InputError::TooLong { max: 40 }));
}
