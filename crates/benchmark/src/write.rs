//! Writes the format.

use diagnosis::Value;

use super::{Benchmark, FORMAT, Group, Sample};

impl Benchmark {
    /// The file as JSON data.
    pub fn to_value(&self) -> Value {
        let mut all = vec![];
        write_sample(&self.all, &mut all);
        let group = |group: &Group| {
            let mut entries = vec![text("id", group.id.as_str()), text("by", &group.by), text("label", &group.label)];
            write_sample(&group.sample, &mut entries);
            Value::Map(entries)
        };
        Value::Map(vec![
            text("format", FORMAT),
            text("pack", self.pack.as_str()),
            text("version", &self.version),
            text("source", &self.source),
            text("date", &self.date),
            text("licence", &self.licence),
            entry("min", number(self.min)),
            entry("all", Value::Map(all)),
            entry("groups", Value::List(self.groups.iter().map(group).collect())),
        ])
    }
}

fn write_sample(sample: &Sample, entries: &mut Vec<(String, Value)>) {
    entries.push(entry("n", number(sample.n)));
    entries.push(entry("scores", Value::List(sample.scores.map(number).into())));
    if !sample.questions.is_empty() {
        let counts =
            |counts: &[(String, u32)]| Value::Map(counts.iter().map(|(answer, n)| entry(answer, number(*n))).collect());
        let questions = sample.questions.iter().map(|(id, answers)| entry(id.as_str(), counts(answers)));
        entries.push(entry("questions", Value::Map(questions.collect())));
    }
}

fn entry(key: &str, value: Value) -> (String, Value) {
    (key.to_owned(), value)
}

fn text(key: &str, text: &str) -> (String, Value) {
    entry(key, Value::Text(text.to_owned()))
}

fn number(n: u32) -> Value {
    Value::Number(f64::from(n))
}
