//! What is said beside a comparison, in Japanese and English. Only those who see one load these messages.

/// The messages of one language; `{…}` stands for what is filled in.
#[derive(Debug, PartialEq, Eq)]
pub struct Messages {
    /// The heading.
    pub heading: &'static str,
    /// Names the list of groups.
    pub choose: &'static str,
    /// Everybody.
    pub all: &'static str,
    /// Marks the band of the respondent's score.
    pub you: &'static str,
    /// Where the score stands among `{n}` of `{group}`: its band `{band}`, and the shares `{below}`, `{same}` and `{above}`.
    pub rank: &'static str,
    /// The same where there is nobody else to choose from.
    pub numbers: &'static str,
    /// A band, `{from}` to `{to}` points.
    pub band: &'static str,
    /// A share, `{n}` per cent.
    pub share: &'static str,
    /// Heads the scores in a table.
    pub scores: &'static str,
    /// Heads the shares in a table.
    pub shares: &'static str,
    /// Unfolds the questions.
    pub questions: &'static str,
    /// Heads the questions.
    pub question: &'static str,
    /// Heads the respondent's answers.
    pub answer: &'static str,
    /// Heads the shares of those who answered alike.
    pub alike: &'static str,
    /// Who the others are.
    pub bias: &'static str,
    /// Where the numbers come from: `{source}`, `{date}`, `{licence}`.
    pub source: &'static str,
}

const JA: Messages = Messages {
    heading: "同じ診断に答えた人との比較",
    choose: "比べる相手",
    all: "全体",
    you: "あなた",
    rank: "「{group}」の{n}件のうち、あなたと同じ{band}が{same}、それより低い人が{below}、高い人が{above}です。",
    numbers: "点数の分布を数字で見る",
    band: "{from}〜{to}点",
    share: "{n}%",
    scores: "点数",
    shares: "割合",
    questions: "項目ごとに、同じ答えの割合を見る",
    question: "項目",
    answer: "あなたの答え",
    alike: "同じ答え",
    bias: "この診断に自分から答え、集計に加わった人だけの数字です。業界や規模の全体を表すものではありません。",
    source: "出典：{source}（{date}、{licence}）",
};

const EN: Messages = Messages {
    heading: "How others scored on this check",
    choose: "Compare with",
    all: "Everyone",
    you: "You",
    rank: "Of {n} responses ({group}), {same} are in your range of {band}, {below} are below it and {above} are above it.",
    numbers: "See the scores as numbers",
    band: "{from}–{to} points",
    share: "{n}%",
    scores: "Score",
    shares: "Share",
    questions: "See how many gave the same answer to each question",
    question: "Question",
    answer: "Your answer",
    alike: "Same answer",
    bias: "These numbers cover only people who chose to take this check and are counted here. They do not represent a whole industry or company size.",
    source: "Source: {source} ({date}, {licence})",
};

impl Messages {
    /// The messages of a language, a BCP 47 tag; English for all but Japanese.
    pub fn of(lang: &str) -> &'static Self {
        if lang.split('-').next() == Some("ja") { &JA } else { &EN }
    }
}

/// Fills `{name}` with its value.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&["{", name, "}"].concat(), value))
}
