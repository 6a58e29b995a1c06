//! Packs of any size, made of the readiness pack: its checklist repeated under new ids, each question with a finding.
//!
//! It must not know what is measured with them.

use std::rc::Rc;

use anyhow::{Context as _, Result, anyhow, ensure};
use diagnosis::{Complete, Pack};
use serde_json::{Value, json};
use session::{Event, Model, Phase, update};

const READINESS: &str = include_str!("../../../packs/readiness.ja.json");

/// The readiness pack with questions added until there are `size`.
///
/// # Errors
/// When the readiness pack has another form than expected, or more questions.
pub fn readiness(size: usize) -> Result<Rc<Pack>> {
    let pack = Pack::read(&json(size)?).map_err(|faults| anyhow!("{faults}"))?;
    ensure!(pack.questions().len() == size, "the pack has {} questions", pack.questions().len());
    Ok(Rc::new(pack))
}

/// The same, not yet read.
///
/// # Errors
/// As for [`readiness`].
pub fn json(size: usize) -> Result<diagnosis::Value> {
    Ok(serde_json::from_str(&text(size)?)?)
}

/// The same as the text of a file.
///
/// # Errors
/// As for [`readiness`].
pub fn text(size: usize) -> Result<String> {
    let mut json: Value = serde_json::from_str(READINESS)?;
    let gate = list(&mut json, "/sections/1/questions")?.len();
    let questions = list(&mut json, "/sections/0/questions")?;
    let own = questions.len();
    ensure!(own + gate <= size, "the readiness pack has more than {size} questions");
    let mut model = questions.first().context("the checklist has no question")?.clone();
    let mut ids = Vec::new();
    for number in own..size - gate {
        let id = format!("added-{number}");
        *model.pointer_mut("/id").context("a question has no id")? = json!(id);
        questions.push(model.clone());
        ids.push(id);
    }
    let findings = list(&mut json, "/findings")?;
    let mut finding = findings.last().context("there is no finding")?.clone();
    for id in ids {
        *finding.pointer_mut("/because").context("a finding has no condition")? =
            json!([{ "question": id, "is": ["unmet", "partly"] }]);
        *finding.pointer_mut("/id").context("a finding has no id")? = json!(id);
        findings.push(finding.clone());
    }
    Ok(json.to_string())
}

/// A whole run through `pack`, event by event: the second choice of each question, a step on its way.
///
/// # Errors
/// When the run does not come to a verdict.
pub fn run(pack: &Rc<Pack>) -> Result<Complete> {
    let mut model = Model::new(Rc::clone(pack), 0);
    for question in pack.questions() {
        let choice = question.choices.get(1).context("a question has one choice")?.id.clone();
        (model, _) = update(model, Event::Choose { question: question.id.clone(), choice });
        (model, _) = update(model, Event::Next { question: question.id.clone() });
    }
    match model.phase {
        Phase::Done(done) => Ok(done.complete),
        Phase::Asking(asking) => Err(anyhow!("{} is still open", asking.current_question.id.as_str())),
    }
}

fn list<'a>(json: &'a mut Value, path: &str) -> Result<&'a mut Vec<Value>> {
    json.pointer_mut(path).and_then(Value::as_array_mut).with_context(|| format!("the readiness pack has no {path}"))
}
