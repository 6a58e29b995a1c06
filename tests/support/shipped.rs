//! The packs of the folder `packs`, and every run of one.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use diagnosis::{Answers, Choice, Complete, Pack, Question, Rule};

use super::{Json, complete, read};

/// A pack as it is shipped.
#[derive(Clone, Debug)]
pub(crate) struct Shipped {
    /// Its file's name without the ending, such as `readiness.ja`.
    pub(crate) name: String,
    pub(crate) json: Json,
}

impl Shipped {
    pub(crate) fn pack(&self) -> Rc<Pack> {
        read(&self.json)
    }

    pub(crate) fn is_japanese(&self) -> bool {
        self.json["lang"] == "ja"
    }
}

/// Every pack of the folder, by name.
pub(crate) fn shipped() -> Vec<Shipped> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if let Some(name) = name.strip_suffix(".json").filter(|name| !name.ends_with(".schema")) {
            let json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            found.push(Shipped { name: name.to_owned(), json });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Every pack of the folder in Japanese: the others are held to be the same in other words.
pub(crate) fn shipped_in_japanese() -> Vec<Shipped> {
    shipped().into_iter().filter(Shipped::is_japanese).collect()
}

/// The pack of that name.
pub(crate) fn shipped_as(name: &str) -> Shipped {
    shipped().into_iter().find(|pack| pack.name == name).unwrap_or_else(|| panic!("no packs/{name}.json"))
}

/// Sections, questions with the points of their choices (boxes in brackets), levels and caps, in short words.
pub(crate) fn numbers(pack: &Pack) -> Vec<String> {
    let mut lines = Vec::new();
    for section in pack.sections() {
        let rule = match section.rule {
            Rule::Sum => "sum".to_owned(),
            Rule::AllOf => "all of".to_owned(),
            Rule::Ladder { points_per_rung } => format!("ladder by {points_per_rung}"),
        };
        lines.push(format!("{}: {rule}", section.id));
        for question in pack.questions_of(section) {
            let of = |choice: &Choice| {
                format!("{} {}{}", choice.id, choice.credit, if choice.ends_section { " end" } else { "" })
            };
            let choices = question.choices.iter().map(of).collect::<Vec<_>>().join(", ");
            lines.push(format!("{}: {}{choices}", question.id, if question.multiple { "boxes " } else { "" }));
        }
    }
    for cap in pack.caps() {
        lines.push(format!("{} without {}: {}", pack.sections()[cap.section].id, cap.missing, cap.level.id()));
    }
    lines
}

/// A run, by the number of the answer to each question: of its choices, or the boxes ticked as bits. 0 if not asked.
pub(crate) type Run = Vec<usize>;

/// All runs of a pack, numbered; not every number is a run.
#[derive(Debug)]
pub(crate) struct Runs {
    pub(crate) pack: Rc<Pack>,
    counts: Run,
}

impl Runs {
    pub(crate) fn of(pack: &Rc<Pack>) -> Self {
        let count = |question: &Rc<Question>| match question.choices.len() {
            boxes if question.multiple => 1 << boxes,
            choices => choices,
        };
        Self { counts: pack.questions().iter().map(count).collect(), pack: Rc::clone(pack) }
    }

    /// Above every number of a run.
    pub(crate) fn end(&self) -> usize {
        self.counts.iter().product()
    }

    pub(crate) fn number(&self, run: &Run) -> usize {
        run.iter().zip(&self.counts).fold(0, |number, (answer, count)| number * count + answer)
    }

    /// The run of that number, if it is one.
    pub(crate) fn run(&self, mut number: usize) -> Option<Run> {
        let mut run: Run = Vec::with_capacity(self.counts.len());
        for count in self.counts.iter().rev() {
            run.push(number % count);
            number /= count;
        }
        run.reverse();
        let questions = self.pack.questions().iter();
        questions.zip(&run).all(|(question, answer)| *answer == 0 || self.is_visible(&run, question)).then_some(run)
    }

    /// Whether a run asks the question: nothing before it in its section has ended that.
    pub(crate) fn is_visible(&self, run: &Run, question: &Question) -> bool {
        let before = self.pack.questions()[..question.index].iter();
        !before.filter(|other| other.section == question.section).any(|other| ends(other, run[other.index]))
    }

    /// The choices that the answer of that number makes.
    pub(crate) fn choices(question: &Question, answer: usize) -> Vec<&Choice> {
        let made = |(i, _): &(usize, &Choice)| if question.multiple { answer >> i & 1 == 1 } else { *i == answer };
        question.choices.iter().enumerate().filter(made).map(|(_, choice)| choice).collect()
    }

    /// What the answer of that number counts.
    pub(crate) fn credit(question: &Question, answer: usize) -> u32 {
        Self::choices(question, answer).iter().map(|choice| choice.credit).sum()
    }

    /// The number of the best answer.
    pub(crate) fn best(&self, question: &Question) -> usize {
        let answers = 0..self.counts[question.index];
        answers.max_by_key(|answer| Self::credit(question, *answer)).unwrap()
    }

    /// The run as answers.
    pub(crate) fn answers(&self, run: &Run) -> Complete {
        let mut answers = Answers::new(Rc::clone(&self.pack));
        for question in self.pack.questions().iter().filter(|question| self.is_visible(run, question)) {
            let choices = Self::choices(question, run[question.index]);
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            assert!(answers.answer(question, &ids));
        }
        complete(answers)
    }

    /// The numbers of all runs that better one answer of `run`, with every answer to what comes to be asked by that.
    pub(crate) fn bettered(&self, run: &Run) -> Vec<usize> {
        let mut numbers = Vec::new();
        for question in self.pack.questions().iter().filter(|question| self.is_visible(run, question)) {
            let now = run[question.index];
            for answer in 0..self.counts[question.index] {
                let adds_one = (answer ^ now).is_power_of_two() && answer > now;
                let goes_on = ends(question, now) && !ends(question, answer);
                let is_better = Self::credit(question, answer) > Self::credit(question, now);
                if if question.multiple { adds_one } else { goes_on || is_better } {
                    let mut other = run.clone();
                    other[question.index] = answer;
                    self.complete(run, other, question.index + 1, &mut numbers);
                }
            }
        }
        numbers
    }

    /// Gives what `other` asks and `run` did not, from the question at `from`, every answer.
    fn complete(&self, run: &Run, other: Run, from: usize, numbers: &mut Vec<usize>) {
        let newly = |question: &&Rc<Question>| self.is_visible(&other, question) && !self.is_visible(run, question);
        let Some(question) = self.pack.questions()[from..].iter().find(newly) else {
            numbers.push(self.number(&other));
            return;
        };
        for answer in 0..self.counts[question.index] {
            let mut other = other.clone();
            other[question.index] = answer;
            self.complete(run, other, question.index + 1, numbers);
        }
    }
}

fn ends(question: &Question, answer: usize) -> bool {
    !question.multiple && question.choices[answer].ends_section
}
