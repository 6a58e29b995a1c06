//! The messages of the interface, in the language of the pack. The texts of a diagnosis are in its pack.
//!
//! `locales/LANG.json` holds the texts of a language by name. The build checks the file and writes one line a message,
//! in the order of [`names`]; the browser loads those lines beside the pack.
//!
//! ```
//! use messages::{MessageKey, Messages, fill};
//!
//! let messages = Messages::from_lines("Next\nBack");
//! assert_eq!(&**messages.get(MessageKey::Back), "Back");
//! assert_eq!(&*fill("Question {index} of {total}", &[("index", "2"), ("total", "8")]), "Question 2 of 8");
//! ```

use std::rc::Rc;

/// Declares messages: each a variant, with its name in the file.
macro_rules! keys {
    ($(#[$enum_doc:meta])* $keys:ident $($(#[$doc:meta])* $key:ident $name:literal,)*) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $keys {
            $($(#[$doc])* $key,)*
        }

        impl $keys {
            /// The names of all messages in the files, in the order of their lines.
            pub const NAMES: &[&str] = &[$($name,)*];
        }
    };
}

mod lead;

pub use lead::LeadMessageKey;

/// The name of a message.
pub trait Key: Copy {
    /// Its place among all messages of a language: those of [`MessageKey`], then those of [`LeadMessageKey`].
    fn index(self) -> usize;
}

/// The names of all messages of a language, in the order of their lines.
pub fn names() -> impl Iterator<Item = &'static str> {
    MessageKey::NAMES.iter().chain(LeadMessageKey::NAMES).copied()
}

impl Key for MessageKey {
    fn index(self) -> usize {
        self as usize
    }
}

keys! {
    /// A message of the questionnaire and its result. `{…}` stands for what is filled in.
    MessageKey
    /// Goes on to the next question.
    Next "next",
    /// Goes back one question.
    Back "back",
    /// Shown when one goes on without a choice.
    Nudge "nudge",
    /// Names the progress bar.
    Progress "progress",
    /// While the verdict is on its way.
    Waiting "waiting",
    /// Where the verdict cannot be worked out.
    Stuck "stuck",
    /// Leads to the consultation from there.
    StuckCta "stuck_cta",
    /// Before the first day on which a run may begin; `{date}` is that day.
    NotYet "not_yet",
    /// After the last one.
    Over "over",
    /// Above everything in a draft.
    Draft "draft",
    /// Heading of the result, before the title of the diagnosis.
    Result "result",
    /// Names the score.
    Score "score",
    /// Follows the score.
    OfHundred "of_hundred",
    /// Names the level.
    Level "level",
    /// Heading of the caps.
    Caps "caps",
    /// Heading of the findings.
    Findings "findings",
    /// Instead of findings where there are none.
    NoFindings "no_findings",
    /// Unfolds the other findings; `{n}` is their number.
    MoreFindings "more_findings",
    /// Names the failure pattern.
    Pattern "pattern",
    /// Names its cause.
    Why "why",
    /// Names the first steps.
    Steps "steps",
    /// Names who acts.
    Who "who",
    /// Heading of the shortest way up; `{level}` is where it leads.
    WayUp "way_up",
    /// Under it; `{n}` is the number of answers to change.
    WayUpIntro "way_up_intro",
    /// One answer to change: `{topic}` names the point, `{answer}` the answer that it needs.
    Goal "goal",
    /// Names the receipt.
    Receipt "receipt",
    /// Goes back from the result to the answers.
    Review "review",
    /// Starts anew.
    Restart "restart",
    /// Separates names in a list.
    Comma "comma",
    /// The day of an opened result.
    OfDay "of_day",
    /// Score and level in one.
    ScoreAndLevel "score_and_level",
    /// Heading of the questions of the result.
    Points "points",
    /// Stands for an answer where the question was not asked.
    NotAsked "not_asked",
    /// Stands for an answer where no box is ticked.
    NoneApplies "none_applies",
    /// A condition that is met.
    Met "met",
    /// A condition that is not met.
    Unmet "unmet",
    /// How much of the best answer an answer is worth; `{n}` per cent.
    Share "share",
    /// Tries what the best answer would change.
    TryIt "try_it",
    /// Says how to try; shown before anything is tried.
    WhatIfHint "what_if_hint",
    /// What the verdict would be.
    WhatIf "what_if",
    /// Heading of what changed since `{day}`.
    Since "since",
    /// Gaps that are closed.
    Closed "closed",
    /// Gaps that are new.
    Opened "opened",
    /// Where no gap was closed and none was opened.
    SameGaps "same_gaps",
    /// Names the earlier result.
    Then "then",
    /// Names this result.
    Now "now",
    /// Heading of what two people see differently.
    TwoViews "two_views",
    /// What to do about it.
    TalkFirst "talk_first",
    /// Where they see the same.
    SameViews "same_views",
    /// Names the owner.
    Owner "owner",
    /// Names the promoter.
    Promoter "promoter",
    /// Names score and level.
    Verdict "verdict",
    /// Heading of the roadmap.
    Roadmap "roadmap",
    /// A month of it, `{from}`.
    Month "month",
    /// Months of it, `{from}` to `{to}`.
    Months "months",
    /// Heading of the actions that print, share or save the result.
    ResultActions "take",
    /// Prints.
    Print "print",
    /// Copies the link of the result.
    CopyLink "copy_link",
    /// Said when a link was copied.
    Copied "copied",
    /// Names the field with the link, where it could not be copied.
    Link "link",
    /// Explains the links for the other person.
    Pair "pair",
    /// Copies the owner's link for the promoter.
    LinkToPromoter "link_to_promoter",
    /// Copies the promoter's link for the owner.
    LinkToOwner "link_to_owner",
    /// Allows keeping the result on the device.
    Keep "keep",
    /// A field to fill in by hand on paper: the date.
    ByHandDate "by_hand_date",
    /// The company.
    ByHandCompany "by_hand_company",
    /// The name.
    ByHandName "by_hand_name",
    /// A link does not hold.
    BrokenLink "broken_link",
    /// Another person's result will stand beside this one.
    BesideOther "beside_other",
    /// The place among the questions: `{index}` of `{total}`.
    Place "place",
    /// Sets off the name of a question, `{topic}`.
    Topic "topic",
    /// Stands between such names; may be empty.
    Topics "topics",
    /// Who acts: the executive.
    ExecutiveActs "executive_acts",
    /// The promoter.
    PromoterActs "promoter_acts",
    /// The floor.
    FloorActs "floor_acts",
    /// An adviser from outside.
    AdviserActs "adviser_acts",
    /// The introduction to the way up where one answer has to change.
    WayUpIntroOne "way_up_intro_one",
    /// Heading of a booking that the owner gave none, and the name of its frame.
    BookingTitle "booking_title",
    /// While the page of the booking service loads.
    BookingLoading "booking_loading",
    /// Where it does not come.
    BookingFailed "booking_failed",
    /// Stands before the link to it, as a browser does not say whether the frame shows it.
    BookingHint "booking_hint",
    /// The link to it.
    BookingLink "booking_link",
    /// Goes back to the result.
    BookingBack "booking_back",
    /// Shows the QR code of the result, at a stand.
    Qr "qr",
    /// Said when it is shown.
    QrShown "qr_shown",
    /// Names the code for those who do not see it.
    QrLabel "qr_label",
    /// Opens a mail to oneself with the link of the result.
    Mail "mail",
    /// Saves a picture of the result.
    Picture "picture",
    /// Said when it was saved.
    PictureSaved "picture_saved",
    /// Said where it could not be.
    PictureFailed "picture_failed",
}

/// The wording of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Messages {
    lines: Vec<Rc<str>>,
    none: Rc<str>,
}

impl Messages {
    /// Takes up the lines that the build wrote.
    ///
    /// ```
    /// use messages::{Messages, MessageKey};
    /// assert_eq!(&**Messages::from_lines("Next\nBack").get(MessageKey::Back), "Back");
    /// ```
    pub fn from_lines(lines: &str) -> Self {
        Self { lines: lines.lines().map(Rc::from).collect(), none: "".into() }
    }

    /// The message of this key; an empty text if there are too few lines.
    pub fn get(&self, key: impl Key) -> &Rc<str> {
        self.lines.get(key.index()).unwrap_or(&self.none)
    }

    /// The message of this key as a shared text.
    pub fn shared(&self, key: impl Key) -> Rc<str> {
        Rc::clone(self.get(key))
    }

    /// The message of this key with values in place of its `{name}` placeholders.
    pub fn fill(&self, key: impl Key, values: &[(&str, &str)]) -> Rc<str> {
        fill(self.get(key), values)
    }
}

/// Fills `{name}` in `text` with its value; a name that is not among `values` stays as it stands.
pub fn fill(text: &str, values: &[(&str, &str)]) -> Rc<str> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        let (value, tail) = named.unwrap_or(("{", after));
        filled.push_str(value);
        rest = tail;
    }
    filled.push_str(rest);
    filled.into()
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn only_known_names_are_filled() {
        assert_eq!(&*fill("{a}と{b}{c}{", &[("a", "1"), ("b", "{a}")]), "1と{a}{c}{");
    }
}
