//! The messages of the lead form and of the status of a lead.

use super::{Key, MessageKey};

keys! {
    /// A message of the lead form. `{…}` is a placeholder.
    LeadMessageKey
    /// Heading of the form.
    Heading "lead_heading",
    /// Above the form, where the result waits for it to be sent.
    Gate "lead_gate",
    /// Above the form, where the result waits for it to be saved on the device.
    GateKept "lead_gate_kept",
    /// Shows the result without the form.
    Skip "lead_skip",
    /// The label of an input that may stay empty: `{label}`.
    Optional "lead_optional",
    /// Label: the name of the company.
    Company "lead_company",
    /// Label: the family name.
    LastName "lead_last_name",
    /// Label: the given name.
    FirstName "lead_first_name",
    /// Label: the e-mail address.
    Email "lead_email",
    /// Label: the phone number.
    Phone "lead_phone",
    /// Label: the job title.
    Title "lead_title",
    /// Label: the size of the company.
    Size "lead_size",
    /// The sizes to choose from, with `|` between them.
    Sizes "lead_sizes",
    /// The choice for no company size.
    Choose "lead_choose",
    /// Label: the respondent's message.
    Message "lead_message",
    /// The default purpose of use, where the owner wrote none.
    Purpose "lead_purpose",
    /// Data that is sent along with the inputs.
    Along "lead_along",
    /// Data that is saved along with the inputs.
    AlongKept "lead_along_kept",
    /// The link to the owner's privacy policy.
    Policy "lead_policy",
    /// The consent to the use of personal data.
    Privacy "lead_privacy",
    /// The default consent to marketing mail, where the owner wrote none.
    Marketing "lead_marketing",
    /// The consent to marketing mail: its `{text}` with the `{sender}` of the mail.
    Sender "lead_sender",
    /// The consent to sending the answers too.
    Answers "lead_answers",
    /// Unfolds all data that will be sent.
    Preview "lead_preview",
    /// Unfolds all data that will be saved.
    PreviewKept "lead_preview_kept",
    /// The button that sends.
    Submit "lead_submit",
    /// The button that saves on the device.
    Store "lead_store",
    /// Label of the honeypot input, which no person sees.
    LeaveEmpty "lead_leave_empty",
    /// The `{fields}` that need correction.
    Check "lead_check",
    /// Stands between the names of fields.
    Comma "lead_comma",
    /// The input `{label}` is empty.
    Missing "lead_missing",
    /// Consent is missing, so nothing is sent.
    Agree "lead_agree",
    /// Consent is missing, so nothing is saved.
    AgreeKept "lead_agree_kept",
    /// More than `{detail}` characters.
    Long "lead_long",
    /// A space within an address.
    Space "lead_space",
    /// An address without `@`.
    NoAt "lead_no_at",
    /// An address with more than one `@`.
    ManyAts "lead_many_ats",
    /// A fault before the `@`.
    BeforeAt "lead_before_at",
    /// A fault after the `@`.
    AfterAt "lead_after_at",
    /// The character `{detail}` is not allowed here.
    Character "lead_character",
    /// A phone number with an unknown prefix.
    Beginning "lead_beginning",
    /// A phone number with too few digits.
    Few "lead_few",
    /// A phone number with too many digits.
    Many "lead_many",
    /// An address was normalised to `{text}` while it was being sent.
    Normalised "lead_normalised",
    /// The lead is too large to be sent.
    TooLarge "lead_too_large",
    /// The lead is too large to be saved.
    TooLargeKept "lead_too_large_kept",
    /// State: it is on its way.
    Sending "lead_sending",
    /// State: it arrived.
    Delivered "lead_delivered",
    /// State: it was sent; after `{days}` days without an answer the respondent should tell `{contact}`.
    Unconfirmed "lead_unconfirmed",
    /// The fallback for `{contact}`, where the owner gave none.
    Anyone "lead_anyone",
    /// State: it will be sent again; `{stored}` says where it is.
    Retry "lead_retry",
    /// The lead is saved on the device.
    Stored "lead_stored",
    /// The lead is lost with this page.
    Volatile "lead_volatile",
    /// State: the receiver refused `{fields}`.
    Rejected "lead_rejected",
    /// The fallback for `{fields}`, where the receiver names no input.
    Input "lead_input",
    /// The outbox did not load, so nothing is sent yet.
    NotYet "lead_not_yet",
    /// The outbox did not load, so nothing is saved yet.
    NotYetKept "lead_not_yet_kept",
    /// State: the owner's settings are at fault.
    Failed "lead_failed",
    /// Saving failed.
    FailedKept "lead_failed_kept",
    /// Above the form, where no destination can be used.
    Unusable "lead_unusable",
    /// State: no attempts are left.
    Expired "lead_expired",
    /// State: saved, with no destination to send it to; `{stored}` says where it is.
    Kept "lead_kept",
    /// Where a lead is saved on the device because no destination can be used.
    KeptUnusable "lead_kept_unusable",
    /// State: deleted by the respondent.
    Removed "lead_removed",
    /// State: unknown, because the outbox did not load.
    Unknown "lead_unknown",
    /// State: the outbox is loaded once more, to look it up.
    Checking "lead_checking",
    /// The text before the number of the lead.
    Reference "lead_reference",
    /// The button that copies the lead.
    Copy "lead_copy",
    /// The lead is in the clipboard.
    Copied "lead_copied",
    /// The name of the text to copy, where the clipboard is blocked.
    ByHand "lead_by_hand",
    /// The link that opens a mail with the lead in it.
    Mail "lead_mail",
    /// The link that opens an empty mail.
    Write "lead_write",
    /// The link that calls `{tel}`.
    Call "lead_call",
    /// The button that sends once more.
    Again "lead_again",
    /// The button that looks up the state once more.
    CheckAgain "lead_check_again",
    /// The button back to the inputs.
    Correct "lead_correct",
    /// The button that deletes the lead.
    Remove "lead_remove",
}

impl Key for LeadMessageKey {
    fn index(self) -> usize {
        MessageKey::NAMES.len() + self as usize
    }
}
