//! The view model of the verdict.

use std::rc::Rc;

use diagnosis::{
    Answers, CapHit, Change, Complete, Difference, FindingHit, Level, Pack, Question, Rule, SavedResult, Section,
    StageHit, Verdict, compare,
};

use super::locale::{Locale, actor_name};
use super::model::{Done, Model, Role};
use super::view_model::{ChangeView, ComparedView, CtaView, FindingView, FrameView, PointView, ResultView};
use messages::{MessageKey, Messages, fill};
use settings::{CallContext, CallToAction, Frame};

/// Number of findings that are shown open; the others are folded.
const OPEN_FINDINGS: usize = 3;

/// The verdict of `done`, which is the phase of `model`.
pub(super) fn result_view(model: &Model, done: &Done, cta: &CallToAction, locale: &Locale<'_>) -> ResultView {
    let Locale { messages, date, .. } = *locale;
    let Done { complete, verdict, .. } = done;
    let answers = complete.answers();
    let pack = answers.pack();
    let text = pack.levels().get(verdict.level);
    let mut findings: Vec<FindingView> = verdict.findings.iter().map(|hit| finding_view(hit, messages)).collect();
    let more_findings = findings.split_off(findings.len().min(OPEN_FINDINGS));
    let section = |section: &Rc<Section>| {
        let point = |question| point_view(question, section, done, messages);
        (Rc::clone(&section.title), pack.questions_of(section).map(point).collect())
    };
    let earlier = model.earlier.iter().map(|past| since_then(past, complete, locale));
    let other = model.other.iter().map(|(role, past)| two_views(*role, past, complete, messages));
    let short = verdict.receipt.content_hash.short();
    let receipt = [pack.id().as_str(), " ", pack.version(), " (", &short, ")"].concat();
    ResultView {
        title: Rc::clone(pack.title()),
        day: done.opened.then(|| messages.fill(MessageKey::OfDay, &[("day", &date(done.day))])),
        score: verdict.score.get(),
        level: verdict.level.id(),
        level_title: Rc::clone(&text.title),
        meaning: Rc::clone(&text.meaning),
        caps: verdict.caps.iter().map(|hit| cap_text(hit, pack, messages)).collect(),
        what_if: done.what_if.as_ref().map(|verdict| verdict.score.get()),
        what_if_text: match &done.what_if {
            Some(verdict) => messages.fill(MessageKey::WhatIf, &[("result", &in_words(verdict, pack, messages))]),
            None => messages.shared(MessageKey::WhatIfHint),
        },
        sections: pack.sections().iter().map(section).collect(),
        compared: earlier.chain(other).collect(),
        findings,
        more_label: messages.fill(MessageKey::MoreFindings, &[("n", &more_findings.len().to_string())]),
        more_findings,
        way_up: way_up_view(verdict, pack, locale),
        roadmap: verdict.roadmap.iter().map(|hit| stage_view(hit, messages)).collect(),
        cta: cta_view(verdict.level, &[pack.id().as_str(), "-", &short].concat(), pack, cta, locale),
        offer: pack.offer_at(verdict.level).cloned(),
        link: link(model, done),
        code: done.saved_result().encode().into(),
        is_saved: model.is_saved,
        receipt: receipt.into(),
    }
}

/// The value of a link that shows this result, and the other person's beside it if there is one.
fn link(model: &Model, done: &Done) -> Rc<str> {
    let mut link = done.saved_result().encode();
    if let Some((role, past)) = &model.other {
        let name = if *role == Role::Owner { "&shindan-owner=" } else { "&shindan-promoter=" };
        link.extend([name, &past.encode()]);
    }
    link.into()
}

/// Score and level.
fn in_words(verdict: &Verdict, pack: &Pack, messages: &Messages) -> Rc<str> {
    let level = &pack.levels().get(verdict.level).title;
    messages.fill(MessageKey::ScoreAndLevel, &[("score", &verdict.score.get().to_string()), ("level", level)])
}

fn cap_text(hit: &CapHit, pack: &Pack, messages: &Messages) -> Rc<str> {
    let level = &pack.levels().get(hit.cap.level).title;
    let reason = match (&hit.ended_by, &hit.cap.ended_reason) {
        (Some(_), Some(reason)) => reason,
        _ => &hit.cap.reason,
    };
    fill(reason, &[("causes", &topics(&hit.causes, messages)), ("level", level)])
}

/// The topics of the questions, as one text.
fn topics(questions: &[Rc<Question>], messages: &Messages) -> String {
    let topic = |question: &Rc<Question>| messages.fill(MessageKey::Topic, &[("topic", &question.topic)]);
    questions.iter().map(topic).collect::<Vec<_>>().join(messages.get(MessageKey::Topics))
}

/// The answer in words.
fn answer_text(question: &Question, answers: &Answers, messages: &Messages) -> Rc<str> {
    let chosen: Vec<&str> = answers.chosen(question).map(|choice| &*choice.label).collect();
    match chosen.as_slice() {
        _ if !answers.is_visible(question) => messages.shared(MessageKey::NotAsked),
        [] => messages.shared(MessageKey::NoneApplies),
        chosen => chosen.join(messages.get(MessageKey::Comma)).into(),
    }
}

fn point_view(question: &Rc<Question>, section: &Section, done: &Done, messages: &Messages) -> PointView {
    let answers = done.complete.answers();
    let is_gap = answers.is_gap(question);
    let is_condition = section.rule == Rule::AllOf;
    let share = match answers.credit(question) * 100 / question.best().max(1) {
        _ if is_condition && is_gap => 0,
        share => u8::try_from(share).unwrap_or(100),
    };
    let share_label = match (is_condition, is_gap) {
        (true, true) => messages.shared(MessageKey::Unmet),
        (true, false) => messages.shared(MessageKey::Met),
        _ => messages.fill(MessageKey::Share, &[("n", &share.to_string())]),
    };
    PointView {
        id: question.id.clone(),
        topic: Rc::clone(&question.topic),
        answer: answer_text(question, answers, messages),
        share,
        share_label,
        is_condition,
        tried: is_gap.then(|| done.is_tried(question)),
    }
}

fn since_then(past: &SavedResult, now: &Complete, locale: &Locale<'_>) -> ComparedView {
    let Locale { messages, date, .. } = *locale;
    let compared = compare(&past.complete, now);
    let list = |words: MessageKey, questions: &[Rc<Question>]| match questions {
        [] => "".into(),
        questions => messages.fill(words, &[("topics", &topics(questions, messages))]),
    };
    let changes = [list(MessageKey::Closed, &compared.closed), list(MessageKey::Opened, &compared.opened)].concat();
    ComparedView {
        heading: messages.fill(MessageKey::Since, &[("day", &date(past.day))]),
        summary: if changes.is_empty() { messages.shared(MessageKey::SameGaps) } else { changes.into() },
        columns: [messages.shared(MessageKey::Then), messages.shared(MessageKey::Now)],
        rows: rows([&compared.before, &compared.after], [&past.complete, now], &compared.differences, messages),
    }
}

fn two_views(role: Role, other: &SavedResult, mine: &Complete, messages: &Messages) -> ComparedView {
    let (owner, promoter) = match role {
        Role::Owner => (&other.complete, mine),
        Role::Promoter => (mine, &other.complete),
    };
    let compared = compare(owner, promoter);
    ComparedView {
        heading: messages.shared(MessageKey::TwoViews),
        summary: messages.shared(if compared.differences.is_empty() {
            MessageKey::SameViews
        } else {
            MessageKey::TalkFirst
        }),
        columns: [messages.shared(MessageKey::Owner), messages.shared(MessageKey::Promoter)],
        rows: rows([&compared.before, &compared.after], [owner, promoter], &compared.differences, messages),
    }
}

/// The verdicts, then every question that was answered differently.
fn rows(
    verdicts: [&Verdict; 2],
    runs: [&Complete; 2],
    differences: &[Difference],
    messages: &Messages,
) -> Vec<(Rc<str>, [Rc<str>; 2])> {
    let verdict = |verdict: &Verdict, run: &Complete| in_words(verdict, run.answers().pack(), messages);
    let [before, after] = verdicts;
    let [one, two] = runs;
    let mut rows = vec![(messages.shared(MessageKey::Verdict), [verdict(before, one), verdict(after, two)])];
    rows.extend(differences.iter().map(|difference| {
        let question = &difference.question;
        let answer = |run: &Complete| answer_text(question, run.answers(), messages);
        (Rc::clone(&question.topic), [answer(one), answer(two)])
    }));
    rows
}

fn finding_view(hit: &FindingHit, messages: &Messages) -> FindingView {
    let finding = &hit.finding;
    let who: Vec<&str> = finding.who.iter().map(|actor| &**actor_name(*actor, messages)).collect();
    FindingView {
        title: Rc::clone(&finding.title),
        pattern: Rc::clone(&finding.pattern),
        why: Rc::clone(&finding.why),
        steps: finding.steps.clone(),
        who: who.join(messages.get(MessageKey::Comma)).into(),
    }
}

fn way_up_view(verdict: &Verdict, pack: &Pack, locale: &Locale<'_>) -> Option<(Rc<str>, Rc<str>, Vec<ChangeView>)> {
    let messages = locale.messages;
    let way_up = verdict.way_up.as_ref()?;
    let heading = messages.fill(MessageKey::WayUp, &[("level", &pack.levels().get(way_up.to).title)]);
    let n = way_up.changes.len();
    let is_one = u32::try_from(n).is_ok_and(|n| (locale.is_one)(n));
    let lead = messages
        .fill(if is_one { MessageKey::WayUpIntroOne } else { MessageKey::WayUpIntro }, &[("n", &n.to_string())]);
    let first_step = |change: &Change| {
        let of_question = verdict.findings.iter().find(|hit| hit.because.first() == Some(&change.question));
        of_question.and_then(|hit| hit.finding.steps.first().cloned())
    };
    let change_view = |change: &Change| {
        let best: Vec<&str> = change.best_choices().iter().map(|choice| &*choice.label).collect();
        let goal = messages.fill(
            MessageKey::Goal,
            &[("topic", &change.question.topic), ("answer", &best.join(messages.get(MessageKey::Comma)))],
        );
        ChangeView { goal, step: first_step(change) }
    };
    Some((heading, lead, way_up.changes.iter().map(change_view).collect()))
}

fn stage_view(hit: &StageHit, messages: &Messages) -> [Rc<str>; 3] {
    let words = if hit.from == hit.to { MessageKey::Month } else { MessageKey::Months };
    let when = messages.fill(words, &[("from", &hit.from.to_string()), ("to", &hit.to.to_string())]);
    [when, Rc::clone(&hit.stage.title), Rc::clone(&hit.stage.text)]
}

fn cta_view(level: Level, receipt: &str, pack: &Pack, cta: &CallToAction, locale: &Locale<'_>) -> Option<CtaView> {
    let text = pack.levels().get(level);
    let campaign = if cta.has_campaign { (locale.campaign)() } else { String::new() };
    let call = cta.call(CallContext { level, receipt, campaign: &campaign })?;
    let title = |frame: &Frame| frame.title.clone().unwrap_or_else(|| locale.messages.shared(MessageKey::BookingTitle));
    Some(CtaView {
        label: Rc::clone(cta.label.get(level).as_ref().unwrap_or(&text.cta)),
        note: Rc::clone(&text.cta_note),
        frame: call.frame.map(|frame| FrameView { title: title(&frame), src: frame.src }),
        is_booking: call.is_booking,
        href: call.href,
    })
}
