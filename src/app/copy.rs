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
    /// Of which day an opened result is.
    pub of_day: &'static str,
    /// Score and level in one.
    pub score_and_level: &'static str,
    /// Heading of the questions of the result.
    pub points: &'static str,
    /// Stands for an answer where the question was not asked.
    pub not_asked: &'static str,
    /// Stands for an answer where no box is ticked.
    pub none_applies: &'static str,
    /// A condition that is met.
    pub met: &'static str,
    /// A condition that is not met.
    pub unmet: &'static str,
    /// How much of the best answer an answer is worth; `{n}` per cent.
    pub share: &'static str,
    /// Tries what the best answer would change.
    pub try_it: &'static str,
    /// Says how to try; shown before anything is tried.
    pub what_if_hint: &'static str,
    /// What the verdict would be.
    pub what_if: &'static str,
    /// Heading of what changed since `{day}`.
    pub since: &'static str,
    /// Gaps that are closed.
    pub closed: &'static str,
    /// Gaps that are new.
    pub opened: &'static str,
    /// Neither.
    pub same_gaps: &'static str,
    /// Names the earlier result.
    pub then: &'static str,
    /// Names this result.
    pub now: &'static str,
    /// Heading of what two people see differently.
    pub two_views: &'static str,
    /// What to do about it.
    pub talk_first: &'static str,
    /// Where they see the same.
    pub same_views: &'static str,
    /// The two: owner and promoter.
    pub roles: [&'static str; 2],
    /// Names score and level.
    pub verdict: &'static str,
    /// Heading of the roadmap.
    pub roadmap: &'static str,
    /// A month of it, `{from}`.
    pub month: &'static str,
    /// Months of it, `{from}` to `{to}`.
    pub months: &'static str,
    /// Heading of what one can take along.
    pub take: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Copies the link of the result.
    pub copy_link: &'static str,
    /// Said when a link was copied.
    pub copied: &'static str,
    /// Names the field with the link, where it could not be copied.
    pub link: &'static str,
    /// Explains the links for the other person.
    pub pair: &'static str,
    /// Copies the link for the promoter, and for the owner.
    pub pair_links: [&'static str; 2],
    /// Allows keeping the result on the device.
    pub keep: &'static str,
    /// Names of the fields to fill in by hand on paper.
    pub by_hand: [&'static str; 3],
    /// A link does not hold.
    pub broken_link: &'static str,
    /// Another person's result will stand beside this one.
    pub beside_other: &'static str,
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
    of_day: "{day}の結果です。",
    score_and_level: "{score}点「{level}」",
    points: "項目ごとの状態",
    not_asked: "質問の対象外",
    none_applies: "あてはまるものなし",
    met: "満たしています",
    unmet: "満たしていません",
    share: "満点の{n}%",
    try_it: "できたら",
    what_if_hint: "「できたら」に印を付けると、その場合の判定を試せます。",
    what_if: "印を付けたことができたら、{result}です。",
    since: "前回（{day}）との違い",
    closed: "解消した不足：{topics}。",
    opened: "新しい不足：{topics}。",
    same_gaps: "不足している項目は、前回と同じです。",
    then: "前回",
    now: "今回",
    two_views: "二人の見方の違い",
    talk_first: "答えが違う項目から、話し合いを始めてください。見方の違いそのものが、最初に話すべきことです。",
    same_views: "お二人の答えは同じでした。次に進める順番を話し合ってください。",
    roles: ["経営者", "推進担当者"],
    verdict: "判定",
    roadmap: "進め方の目安",
    month: "{from}か月目",
    months: "{from}〜{to}か月目",
    take: "結果を持ち帰る",
    print: "A4で1枚に印刷する",
    copy_link: "結果のリンクをコピーする",
    copied: "リンクをコピーしました。回答はリンクの中だけにあり、どこにも送られていません。",
    link: "リンク（選んでコピーしてください）",
    pair: "経営者と推進担当者が別々に答えると、見方の違いがわかります。もう一人に送るリンクをコピーしてください。",
    pair_links: ["私は経営者：推進担当者へのリンク", "私は推進担当者：経営者へのリンク"],
    keep: "この端末に結果を残し、次回と比べる",
    by_hand: ["日付", "会社名", "お名前"],
    broken_link: "リンクの内容を読み取れなかったため、はじめからお答えください。",
    beside_other: "もう一人の方が先に答えています。最後に、お二人の見方の違いを表示します。",
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
