//! The interface's own wording. What a diagnosis says stands in its pack.

use std::rc::Rc;

use crate::domain::Actor;

/// The wording of one language.
#[derive(Debug)]
pub struct Copy {
    /// Goes on to the next question.
    pub next: &'static str,
    /// Goes back one question.
    pub back: &'static str,
    /// Shown when one goes on without a choice.
    pub nudge: &'static str,
    /// Names the progress bar.
    pub progress: &'static str,
    /// While the verdict is on its way.
    pub waiting: &'static str,
    /// Where the verdict cannot be worked out.
    pub stuck: &'static str,
    /// Leads to the consultation from there.
    pub stuck_cta: &'static str,
    /// Heading of the result, before the title of the diagnosis.
    pub result: &'static str,
    /// Names the score.
    pub score: &'static str,
    /// Follows the score.
    pub of_hundred: &'static str,
    /// Names the level.
    pub level: &'static str,
    /// Heading of the caps.
    pub caps: &'static str,
    /// Heading of the findings.
    pub findings: &'static str,
    /// Instead of findings where there are none.
    pub no_findings: &'static str,
    /// Unfolds the other findings; `{n}` is their number.
    pub more_findings: &'static str,
    /// Names the failure pattern.
    pub pattern: &'static str,
    /// Names its cause.
    pub why: &'static str,
    /// Names the first steps.
    pub steps: &'static str,
    /// Names who acts.
    pub who: &'static str,
    /// Heading of the shortest way up; `{level}` is where it leads.
    pub way_up: &'static str,
    /// Under it; `{n}` is the number of answers to change.
    pub way_up_lead: &'static str,
    /// One answer to change: `{topic}` names the point, `{answer}` the answer that it needs.
    pub goal: &'static str,
    /// Names the receipt.
    pub receipt: &'static str,
    /// Goes back from the result to the answers.
    pub review: &'static str,
    /// Starts anew.
    pub restart: &'static str,
    /// Separates names in a list.
    pub comma: &'static str,
}

/// Japanese.
const JA: Copy = Copy {
    next: "次へ",
    back: "戻る",
    nudge: "あてはまるものを1つ選んでから、次へお進みください。",
    progress: "進み具合",
    waiting: "少々お待ちください。",
    stuck: "ご回答ありがとうございます。お使いの環境では、判定を計算できませんでした。ここまでの質問は、そのまま社内の確認リストとしてお使いいただけます。",
    stuck_cta: "無料相談で確認する",
    result: "診断結果",
    score: "スコア",
    of_hundred: "/ 100点",
    level: "準備度レベル",
    caps: "レベルの上限",
    findings: "優先して取り組みたいこと",
    no_findings: "大きな不足は見つかりませんでした。",
    more_findings: "そのほかの所見（{n}件）を見る",
    pattern: "起こりやすいこと",
    why: "なぜ起こるか",
    steps: "最初の一歩",
    who: "動く人",
    way_up: "「{level}」への近道",
    way_up_lead: "次の{n}つが変わると届きます。",
    goal: "{topic}：{answer}",
    receipt: "診断の版",
    review: "回答を見直す",
    restart: "はじめからやり直す",
    comma: "、",
};

impl Copy {
    /// The wording for a BCP 47 tag; Japanese where there is no other.
    pub fn of(_lang: &str) -> &'static Self {
        &JA
    }

    /// Who acts, in words.
    pub fn actor(&self, actor: Actor) -> &'static str {
        match actor {
            Actor::Executive => "経営者",
            Actor::Promoter => "推進担当者",
            Actor::Floor => "現場",
            Actor::Adviser => "外部の顧問",
        }
    }

    /// The place among the questions, such as 質問 2 / 8.
    pub fn place(&self, index: usize, total: usize) -> Rc<str> {
        ["質問 ", &index.to_string(), " / ", &total.to_string()].concat().into()
    }
}
