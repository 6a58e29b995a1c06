//! What the table says, in Japanese and English. The parts of a lead bear the names that the lead console gives them.

use std::collections::BTreeMap;

/// The messages of the console, of which `fields` are the parts of a lead.
const CONSOLE: [&str; 2] =
    [include_str!("../../../apps/console/locales/ja.json"), include_str!("../../../apps/console/locales/en.json")];

/// The messages of one language; `{…}` stands for what is filled in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Messages {
    pub(crate) is_japanese: bool,
    pub(crate) title: &'static str,
    /// The heads of the columns.
    pub(crate) heads: [&'static str; 5],
    /// Stands where the owner has to write something.
    pub(crate) to_fill_in: &'static str,
    pub(crate) measures: &'static str,
    pub(crate) nothing: &'static str,
    /// What holds of everything.
    pub(crate) before_sending: &'static str,
    /// That this is no legal advice.
    pub(crate) no_advice: &'static str,
    pub(crate) comma: &'static str,
    pub(crate) with_answers: &'static str,
    pub(crate) with_measuring: &'static str,
    pub(crate) tag_manager: &'static str,
    pub(crate) own_site: &'static str,
    pub(crate) request: &'static str,
    pub(crate) context: &'static str,
    pub(crate) campaign: &'static str,
    pub(crate) when_submitted: &'static str,
    pub(crate) when_told: &'static str,
    pub(crate) when_followed: &'static str,
    pub(crate) when_framed: &'static str,
    pub(crate) when_compared: &'static str,
    pub(crate) to_compare: &'static str,
    /// Campaigns and ids by which the lead console has no column.
    more: [(&'static str, &'static str); 3],
}

const JA: Messages = Messages {
    is_japanese: true,
    title: "診断ウィジェットから外部に送信される情報",
    heads: ["送信先", "送信される情報", "送信のとき", "利用目的", "国と、保護のための措置"],
    to_fill_in: "【ご記入ください】",
    measures: "措置：{text}",
    nothing: "この設定では、診断の回答や結果、連絡先は、どこにも送信されません。",
    before_sending: "診断の回答と結果は、ブラウザーの中で扱います。下の表の「送信のとき」より前に、外部に送信されることはありません。ウィジェット自身のファイルは、設置したサーバーから読み込みます（IPアドレスなど、ページの表示に伴う通信の情報が、そのサーバーに届きます）。",
    no_advice: "この表は、ウィジェットの設定から作った下書きで、法律上の助言ではありません。内容が実際と合っているか、必要な事項がそろっているかは、公表する方がご確認ください。",
    comma: "、",
    with_answers: "回答を添えることを選んだときだけ：{parts}",
    with_measuring: "計測に同意しているときだけ：{parts}",
    tag_manager: "このページのタグマネージャー（window.dataLayer）",
    own_site: "このサイト",
    request: "通信に伴う情報（IPアドレス、ブラウザーの種類、閲覧中のページのアドレスなど）",
    context: "診断のレベルと、照合番号",
    campaign: "キャンペーンの情報（utm_ で始まるもの）",
    when_submitted: "フォームで同意し、送信ボタンを押したとき。届かなかったときは、そのあと自動でもう一度送ります",
    when_told: "フォームで同意して送信した内容が、ほかの送信先に届いたか、受け付けられたとき",
    when_followed: "診断結果のボタンを押したとき",
    when_framed: "診断結果のボタンを押し、予約の画面を開いたとき",
    when_compared: "診断結果を表示したとき",
    to_compare: "診断結果を、ほかの人の集計と比べて表示するため",
    more: [
        ("attribution.utm", "キャンペーンの情報（utm_ で始まるもの）"),
        ("attribution.click_ids", "広告のクリックID"),
        ("attribution.hutk", "HubSpotの訪問者ID"),
    ],
};

const EN: Messages = Messages {
    is_japanese: false,
    title: "What the self-check sends to others",
    heads: ["Recipient", "What is sent", "When", "Purpose", "Country and safeguards"],
    to_fill_in: "[please fill in]",
    measures: "Safeguards: {text}",
    nothing: "With these settings no answers, results or contact details are sent to anyone.",
    before_sending: "Answers and results are handled in the browser. Nothing is sent to others before the moment named in the column “When”. The files of the check come from the server on which it is installed, which receives what comes with any request for a page, such as the IP address.",
    no_advice: "This table is a draft made from the settings of the check, and is no legal advice. Whoever publishes it must make sure that it is true and complete.",
    comma: ", ",
    with_answers: "only if the respondent chooses to include the answers: {parts}",
    with_measuring: "only with consent to measuring: {parts}",
    tag_manager: "the tag manager of this page (window.dataLayer)",
    own_site: "this site",
    request: "what comes with any request (IP address, kind of browser, address of the page)",
    context: "the level of the result and its receipt",
    campaign: "campaign parameters (those that begin with utm_)",
    when_submitted: "when the respondent agrees in the form and presses its button; sent again automatically if it does not arrive",
    when_told: "when what was agreed to and sent by the form has arrived elsewhere, or was accepted there",
    when_followed: "when the button of the result is pressed",
    when_framed: "when the button of the result is pressed and the booking page opens",
    when_compared: "when a result is shown",
    to_compare: "to show the result beside those of others",
    more: [
        ("attribution.utm", "Campaign parameters (utm_…)"),
        ("attribution.click_ids", "Click IDs of advertisers"),
        ("attribution.hutk", "HubSpot visitor ID"),
    ],
};

impl Messages {
    /// The messages of a language, a BCP 47 tag; English for all but Japanese.
    pub(crate) fn of(lang: &str) -> &'static Self {
        if lang.split('-').next() == Some("ja") { &JA } else { &EN }
    }

    /// The title of a part of a lead; its dotted name where it has none.
    pub(crate) fn title(&self, part: &str) -> String {
        let is_of = |(group, _): &&(&str, &str)| part == *group || part.starts_with(&[group, "."].concat());
        if let Some((_, title)) = self.more.iter().find(is_of) {
            return (*title).to_owned();
        }
        let [ja, en] = CONSOLE;
        let json = if self.is_japanese { ja } else { en };
        let messages: BTreeMap<String, serde_json::Value> = serde_json::from_str(json).unwrap_or_default();
        let title = messages.get("fields").and_then(|fields| fields.get(part)).and_then(serde_json::Value::as_str);
        title.unwrap_or(part).to_owned()
    }
}

/// Fills `{name}` with its value.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&["{", name, "}"].concat(), value))
}
