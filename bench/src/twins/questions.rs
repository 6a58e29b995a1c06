//! The questions of the readiness pack in the form that each twin takes.
//!
//! They are asked word for word as the widget asks them, with the help below the question and the note beside a choice:
//! what is compared is the way to show them, not the length of the copy. All of them ask one choice, also where the pack
//! takes several: the twins are to be the plainest that there is. It must not know what else a pack holds.

use std::fmt::Write as _;
use std::rc::Rc;

use anyhow::{Result, anyhow};
use diagnosis::{Choice, Pack, Question};
use serde_json::{Value, json};

/// The questions.
#[derive(Debug)]
pub struct Questions(Vec<Rc<Question>>);

impl Questions {
    /// Those of the pack.
    pub fn of(pack: &Pack) -> Self {
        Self(pack.questions().to_vec())
    }

    /// The ids of those that follow each other whatever is chosen: up to the first that branches.
    ///
    /// # Errors
    /// When they are too few to tap through.
    pub fn linear(&self) -> Result<Vec<String>> {
        let branching = self.0.iter().position(|question| question.branches() || question.multiple);
        let linear = self.0.iter().take(branching.unwrap_or(self.0.len()) + 1);
        let ids: Vec<String> = linear.map(|question| question.id.as_str().to_owned()).collect();
        if ids.len() < 4 { Err(anyhow!("the pack branches too early to be measured: {ids:?}")) } else { Ok(ids) }
    }

    /// As a form with one step shown.
    pub fn html(&self) -> String {
        let mut html = String::new();
        for (index, question) in self.0.iter().enumerate() {
            let (id, hidden) = (question.id.as_str(), if index == 0 { "" } else { " hidden" });
            let text = escaped(&question.text);
            // Writing to a string cannot fail.
            let _ = writeln!(html, "<fieldset data-question=\"{id}\"{hidden}><legend>{text}</legend>");
            if let Some(help) = &question.help {
                let _ = writeln!(html, "<p>{}</p>", escaped(help));
            }
            for choice in &question.choices {
                let (value, label) = (choice.id.as_str(), escaped(&words(choice)));
                let _ = writeln!(html, "<label><input type=\"radio\" name=\"{id}\" value=\"{value}\">{label}</label>");
            }
            html.push_str("</fieldset>\n");
        }
        html
    }

    /// As the elements of a survey of SurveyJS.
    pub fn survey(&self) -> String {
        let element = |question: &Rc<Question>| {
            let choices =
                question.choices.iter().map(|choice| json!({ "value": choice.id.as_str(), "text": words(choice) }));
            json!({
                "type": "radiogroup", "name": question.id.as_str(), "title": *question.text,
                "description": question.help.as_deref().unwrap_or_default(), "choices": choices.collect::<Vec<Value>>(),
            })
        };
        Value::Array(self.0.iter().map(element).collect()).to_string()
    }

    /// As lines: id, text, help, then id and words of each choice, between tabs.
    pub fn lines(&self) -> String {
        let line = |question: &Rc<Question>| {
            let head = [question.id.as_str(), &question.text, question.help.as_deref().unwrap_or_default()];
            let choices = question.choices.iter().flat_map(|choice| [choice.id.as_str().to_owned(), words(choice)]);
            head.map(str::to_owned).into_iter().chain(choices).collect::<Vec<_>>().join("\t")
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// What a choice says: its label, and its note.
fn words(choice: &Choice) -> String {
    choice.note.as_ref().map_or_else(|| choice.label.to_string(), |note| format!("{}：{note}", choice.label))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use bench_engine::packs;

    #[test]
    fn each_form_holds_every_question_and_choice() {
        let pack = packs::readiness(8).unwrap();
        let questions = Questions::of(&pack);
        let choices: usize = pack.questions().iter().map(|question| question.choices.len()).sum();
        let html = questions.html();
        assert_eq!((html.matches("<fieldset").count(), html.matches("<label>").count()), (8, choices));
        assert_eq!(html.matches(" hidden>").count(), 7);
        assert_eq!(questions.survey().matches("\"value\"").count(), choices);
        assert_eq!(questions.lines().lines().count(), 8);
        assert_eq!(questions.lines().matches('\t').count(), 2 * 8 + 2 * choices);
        // A twin that says less than the widget would be a faster one for no merit of its own.
        let said = pack.questions().iter().flat_map(|question| {
            let notes = question.choices.iter().filter_map(|choice| choice.note.as_ref());
            question.help.iter().chain(notes)
        });
        for words in said {
            for form in [questions.html(), questions.survey(), questions.lines()] {
                assert!(form.contains(&escaped(words)), "{words}");
            }
        }
    }

    #[test]
    fn the_linear_ones_end_with_the_first_that_branches() {
        let questions = Questions::of(&packs::readiness(8).unwrap());
        let linear = questions.linear().unwrap();
        assert_eq!(linear.last().map(String::as_str), Some("authority"));
        assert_eq!(linear.len(), 6);
    }
}
