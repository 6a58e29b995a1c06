//! The codes of all diagnostics, each with its English wording: what is wrong, and what to do about it.
//!
//! `{0}`, `{1}` … stand for the arguments. The first sentence follows a place, the second one is a request.

macro_rules! codes {
    (
        settings { $($setting:ident $setting_text:literal, $setting_fix:literal;)* }
        authors { $($name:ident $text:literal, $fix:literal;)* }
    ) => {
        /// What a diagnostic says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            $(#[doc = concat!($setting_text, "; ", $setting_fix)] $setting,)*
            $(#[doc = concat!($text, "; ", $fix)] $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$setting,)* $(Code::$name),*];

            /// The codes that the reader of settings uses.
            pub const OF_SETTINGS: &[Code] = &[$(Code::$setting),*];

            /// The name of it in small letters, such as `not_whole`.
            pub fn id(self) -> String {
                let name = match self {
                    $(Code::$setting => stringify!($setting),)*
                    $(Code::$name => stringify!($name)),*
                };
                let mut id = String::new();
                for c in name.chars() {
                    if c.is_ascii_uppercase() && !id.is_empty() {
                        id.push('_');
                    }
                    id.push(c.to_ascii_lowercase());
                }
                id
            }

            /// The English wording: what is wrong, and what to do.
            pub(crate) fn en(self) -> [&'static str; 2] {
                match self {
                    $(Code::$name => [$text, $fix],)*
                    _ => self.en_of_settings(),
                }
            }

            /// The English wording of a code of settings; empty texts for any other code.
            pub(crate) fn en_of_settings(self) -> [&'static str; 2] {
                match self {
                    $(Code::$setting => [$setting_text, $setting_fix],)*
                    _ => [""; 2],
                }
            }
        }
    };
}

codes! {
    // What the reader of settings can say, the widget in the console too.
    settings {
        BrokenCharacters "holds characters that were lost (\u{fffd})", "save the file as UTF-8";
        NotObject "must be an object", "write { … } here";
        UnknownKey "this key is not known", "one of: {0}";
        StandsTwice "stands twice", "keep one of them";
        Missing "is missing", "add it";
        NotWhole "must be a whole number", "write one from {0} to {1}";
        NotFlag "must be true or false", "write it without quotation marks";
        NotList "must be a list", "write [ … ] here";
        ListLength "has too few or too many entries", "give {0} to {1}";
        Empty "is empty", "write a text, or remove the key";
        TooLong "is too long", "shorten it to {0} bytes";
        ControlCharacter "holds a line break or another control character", "write it in one line";
        NotText "must be a text", "write it in quotation marks";
        NotId "is no id", "use 1 to 40 of a-z, 0-9, _ and -";
        IdTwice "ids must differ, and `{0}` stands twice", "give one of the two another id";
        NotPageLink "is no link to a page", "begin it with https:// or /";
        NotLink "is no link to follow", "begin it with https://, http://, mailto:, tel: or /";
        NotEncrypted "is not encrypted", "begin it with https:// (http:// only for this machine)";
        NotReceiverAddress "is no address to send to", "begin it with https://";
        NotBookingAddress "is no address of a booking page", "begin it with https://";
        NotMailAddress "is no address for mail", "write mailto: and the address";
        CtaHrefMissing "is missing, so no call to action is shown", "add it with the link to your consultation";
        UnknownValue "\"{0}\" is not known, \"{1}\" is used", "write \"{2}\"";
        UnknownPlacement "is no place for the form", "one of: {0}";
        UnknownField "is no field of the form", "one of: {0}";
        SenderMissing "is missing", "add your formal name: without it, consent to marketing mail is not asked for";
        OpenNotObject "open is no object", "write { \"button\": \"…\", \"delay\": 20, \"exit\": true, \"again_days\": 30 }";
        NotButton "is neither words nor false", "write the words on the button, or false for none";
        NotTitle "is no text", "write a few words";
        NotSeconds "must be a whole number", "write seconds, from {0} to {1}";
        NotDays "must be a whole number", "write days, from {0} to {1}";
        NotDay "is no day", "write it like 2026-12-01";
        PeriodEmpty "is before the first day", "write a day that is not before `from`";
        OneVariant "names one arm, so nothing is compared", "add another one, or remove `variants`";
        NotColour "is no colour that CSS knows", "write a colour, such as \"#0017c1\", or \"light-dark(#0017c1, #a9bdff)\" for light and dark pages";
        NotLength "is no length that CSS knows", "write a length, such as \"0.5em\"";
        NotFonts "is no list of fonts that CSS knows", "write the names of fonts, such as \"'Noto Serif JP', serif\"";
        UnknownReceiver "is no kind of destination", "one of: {0}";
        AddressUnused "has no effect: nothing is sent", "remove it";
        ConstantMissing "is missing, and without it no lead arrives", "copy it from the form that the CRM made";
        TellsTagManager "tells a tag manager who the respondent is", "write one of: {0}";
        SecretByName "is a secret, by its name", "remove it and make a new one: anyone who sees the page can read this. Send to a form's public address or to a webhook that keeps the secret. What is meant to be public, such as a form service's access key, needs \"public\": true in its destination";
        SecretByLook "looks like a secret", "remove it and make a new one: anyone who sees the page can read this. Send to a form's public address or to a webhook that keeps the secret. What is meant to be public, such as a form service's access key, needs \"public\": true in its destination";
    }

    // For authors alone: nothing of it is in the widget.
    authors {
        VariantsAlike "changes nothing that `{0}` does not", "change something in one of them, such as cta.label or lead.placement";
        VariantsOfOtherRules "has another diagnosis than `{0}`: their scores and levels follow other rules and cannot be compared", "compare consultations and leads alone, or give both the same diagnosis";
        // The text of a file.
        NotJson "is no JSON ({0})", "look there for a missing comma, bracket or quotation mark";
        EmptyJson "is empty", "write the content into it, or do not name it";
        WebPage "is a web page, which a server sends where a file is missing", "name the address of the file itself, or upload it";
        FullWidth "is no JSON: {0} is full-width", "write {1} instead";
        CurlyQuotes "is no JSON: {0} is no quotation mark of JSON", "write straight quotation marks (\")";
        MarkupInJson "is no JSON: an editor or a filter of the page has put the tag {0} in", "remove it, or move the settings into a file and name that by the attribute config";
        EntityInJson "is no JSON: {0} is a character that was escaped for HTML", "write the character itself";
        WideSpace "is no JSON: a blank stands there that JSON does not know ({0})", "write an ordinary space";
        StrayMark "is no JSON: {0} stands outside the quotation marks", "remove it, or write it between quotation marks (\")";
        LineBreakInText "is no JSON: a text is not closed at the end of its line", "close it by a quotation mark (\"), and write \\n for a line break in it";
        TooDeep "is nested too deeply", "close the brackets before it";
        TooBig "is {0} MB long", "a pack has {1} MB at most: leave out what is not a pack's";
        Unreadable "cannot be read: {0}", "name a file that can be read";
        NeitherKind "is neither a pack nor a configuration nor a benchmark", "write { … }";

        // Packs that are refused.
        UnknownFormat "is not a format that this version reads", "write \"pack/v1\"";
        TooManyQuestions "there are too many questions", "ask {0} at most, in all sections together";
        UnknownRule "is no rule", "one of: {0}";
        NothingEarned "no choice earns anything", "give one of them points above 0, or \"met\": true";
        AllEarnTheSame "every choice earns the same", "give one of them less, or leave the question out";
        EndsSectionMisplaced "cannot stand here", "only an unmet single choice under all_of may end its section";
        LevelsOutOfOrder "each level must stand once, the best first", "write ready, nearly, prepare, rethink";
        UnknownLevel "is no level", "one of: {0}";
        UnknownGate "names no gate", "write the id of a section whose rule is all_of or ladder";
        UnknownQuestion "names no question", "write the id of a question of this pack";
        UnknownChoice "names no choice", "write the id of a choice of `{0}`";
        UnknownActor "is nobody who acts", "one of: {0}";
        NothingToScore "there is nothing to score", "give one section the rule sum or ladder";
        TooManyPoints "there are too many points", "write smaller ones: the best answers may give {0}";
        LevelsNotFalling "`from` must fall from level to level", "end with 0 for rethink, such as 80, 50, 20, 0";
        CapCanNeverApply "can never apply", "the section has {0} conditions: write that or less";
        CapsContradict "contradicts another cap of its section", "the more is missing, the lower the level";

        // Findings, stages, levels and caps.
        FindingNeverApplies "never applies: no run gives all these answers", "put answers to one question into one condition, or remove some";
        FindingAlwaysFits "applies also where nothing is missing", "name the answers that leave a gap";
        ChoiceGapShared "this answer is a gap, and yields a finding only together with others", "add a finding because of `{0}` alone";
        BoxGapShared "a box left empty is a gap, and yields a finding only together with others", "add a finding because of `{0}` alone";
        ChoiceGapUnnamed "this answer is a gap, and yields no finding", "add `{0}` to the conditions of a finding on `{1}`";
        BoxGapUnnamed "a box left empty is a gap, and yields no finding", "add `{0}` to the conditions of a finding on `{1}`";
        GapWithoutStage "no stage of the roadmap works on a gap here", "add `{0}` to the questions of a stage";
        TooManyScores "there are too many different points to tell which levels can be reached", "give rounder points, such as 0, 5 and 10";
        LevelHeldLower "no result has this level: every run that scores into it is held lower by a cap", "loosen the caps, or begin this level with a lower score";
        LevelNotScored "no result has this level: no run scores from {0} to {1}", "change the `from` of the levels, or the points";
        LevelNotScoredExactly "no result has this level: no run scores exactly {0}", "change the `from` of the levels, or the points";
        LevelByCapAlone "no run scores from {0} to {1}: only a cap leads here", "change the `from` of the levels, unless that is meant";
        LevelByCapAloneExactly "no run scores exactly {0}: only a cap leads here", "change the `from` of the levels, unless that is meant";
        CapNeverMissing "never applies: so many conditions cannot be missing without more of them", "change `missing`, or remove the cap";
        CapWithoutEffect "never lowers a level: while it applies, no run scores more than {0}", "choose a lower level, change the points, or remove the cap";
        EndedReasonUnused "is never shown: no choice ends the section there", "remove it";
        OfferOfItself "is this very pack", "name another pack, or remove it: the result has a button to start again";
        OfferNeverMade "is never offered: those before it hold at all of its levels", "put it before them, give them fewer `levels`, or remove it";
        OfferUnknown "there is no pack `{0}`", "add {0}.{1}.json, or write one of: {2}";

        // Words.
        SaysNothing "says nothing: there is no letter in it", "write the words that belong here";
        TooLongForPhone "is too long for a phone: {0} characters", "shorten it to {1}";
        TooLongForButton "is too long for a button on a phone: {0} characters", "shorten it to {1}";
        JapaneseElsewhere "holds Japanese in a pack whose language is `{0}`", "translate it";
        UnknownPlaceholder "nothing fills in `{{0}}`, so it is shown as it stands", "write {causes} or {level}";
        PlaceholderElsewhere "nothing fills in `{{0}}`, so it is shown as it stands", "write the words themselves: only caps have any filled in";
        StrayBrace "holds a brace that closes nothing", "remove it";
        ReasonWithoutLevel "does not say at which level it holds", "write {level} where its name belongs";
        ReasonWithoutCauses "does not say what causes it", "write {causes} where their names belong";
        TagInText "holds a tag, which is shown as it stands", "write plain words";
        AddressInText "holds an address that nobody can follow", "remove it: the one link is that of the call to action, which the page sets by `cta-href`";
        LevelNameTwice "is the name of another level too", "give each its own";
        LabelTwice "is the label of another choice too", "give each its own";

        // Translations.
        TranslationMissing "there is no translation into `{0}`, which other packs have", "add {1}.{0}.json; until then its words are those of `{2}`";
        SameLanguage "{0} has the same id and language", "change one of the two, or remove it";
        TranslationLength "has {0} entries, and {1} in {2}", "give both the same, in the same order";
        NotTranslated "is the same as in {0}", "translate it";
        TranslationDiffers "differs from {0}, and is no text to translate", "write the same in both";
        MissingInOriginal "is missing in {0}", "add it there, or remove it here";
        MissingInTranslation "is missing, and there in {0}", "translate it, or remove it there";

        // Configurations.
        BookingNotForFrames "is not known as an address that {0} shows in frames", "copy the one from its embed code, where that has another, or remove `frame`: the booking then opens as a link";
        HubspotHostUnknown "names no host that HubSpot takes forms on", "one of: {0}";
        HubspotPathMayEnd "HubSpot's changelog of 15 September 2026 calls the paths /v1/ to /v3/ unsupported from September 2027, and does not say whether this one is meant", "look there before September 2027";
        SalesforceEncodingMissing "does not say that the text is UTF-8, so that Japanese may arrive unreadable", "add encoding=UTF-8 to the query";
        SalesforceOrgsDiffer "names another organisation in orgId than the constant oid", "copy both from the same form";
        LongForField "may be longer than the 255 characters that a text field of your own keeps, and is then lost without a word", "write { \"from\": \"{0}\", \"max\": 255 }, or make it a long text field there and leave this";
        FieldUnnamed "has no name", "write the name of a field of the receiver";
        NotHubspotField "`hubspot` has no field of this name", "write a property's internal name, such as email or company";
        NotSalesforceField "`salesforce` has no field of this name", "write such as last_name, company, email, or 00N… for own ones";
        NotZohoField "`zoho` has no field of this name", "write such as Last Name, Company, Email, or LEADCF1 for own ones";
        NotEspocrmField "`espocrm` has no field of this name", "write a field's name, such as lastName or emailAddress";
        NotOfLeads "is filled with nothing that a lead has", "write a name of lead/v1, such as contact.company, inquiry.message or diagnosis.score";
        UnknownBenchmark "is not a format that this version reads", "write \"benchmark/v1\"";
        NotBands "must have ten numbers", "write how many scored 0 to 9, 10 to 19, and so on up to 90 to 100";
        ScoresNotAll "its numbers make {0}, and n is {1}", "count each response once";
        AnswersOverN "its numbers make {0}, and n is {1}", "count each response once at most";
        NotAnswer "is no answer", "write the id of a choice, or those of ticked boxes joined by +";
        GroupTooSmall "has {0} responses, so it is not shown", "put it together with another, up to {1}";
        GroupsLeaveFew "the groups by {0} leave out {1} responses, which can be derived by subtraction", "put those into a group of {1} and others";
        ContrastUnknown "its contrast cannot be judged", "write #rrggbb, or light-dark(#rrggbb, #rrggbb)";
        LowContrast "{0} on {1} has a contrast of {2} in the {3} scheme", "choose colours with {4} or more, for each scheme by light-dark(LIGHT, DARK)";
    }
}

#[cfg(test)]
mod tests {
    use super::super::ja;
    use super::Code;

    /// The arguments that a wording names.
    fn named(wording: [&str; 2]) -> Vec<String> {
        let of = |text: &str| (0..9).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        let mut all: Vec<_> = wording.into_iter().flat_map(of).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(|n| n.to_string()).collect()
    }

    #[test]
    fn each_code_has_the_same_arguments_in_both_languages_and_a_fix() {
        for code in Code::ALL {
            let (en, ja) = (code.en(), ja::wording(*code));
            assert_eq!(named(en), named(ja), "{code:?}");
            assert!(en.iter().chain(&ja).all(|text| !text.is_empty()), "{code:?}");
            assert!(ja.iter().all(|text| !text.is_ascii()), "{code:?}: {ja:?}");
        }
    }

    #[test]
    fn ids_are_in_small_letters() {
        assert_eq!(Code::IdTwice.id(), "id_twice");
        assert_eq!(Code::NotJson.id(), "not_json");
    }
}
