//! The caps of a verdict as one short text, for tools without support for lists.

use diagnosis::{Pack, Verdict};

/// Maximum number of characters of the text: analytics tools drop longer ones.
const MAX: usize = 100;

/// The ids of the sections that cap the level, in the order of the caps, each once, separated by dots, which ids never
/// contain. Ids beyond 100 characters are left out at the end; no id needs an escape in a URL.
pub fn cap_ids(verdict: &Verdict, pack: &Pack) -> String {
    let mut sections: Vec<&str> = Vec::new();
    for hit in &verdict.caps {
        let id = pack.sections().get(hit.cap.section).map_or("", |section| section.id.as_str());
        if !sections.contains(&id) {
            sections.push(id);
        }
    }
    joined(&sections)
}

fn joined(ids: &[&str]) -> String {
    let mut text = String::new();
    for id in ids {
        let dot = if text.is_empty() { "" } else { "." };
        if text.len() + dot.len() + id.len() > MAX {
            break;
        }
        text.extend([dot, id]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::joined;
    use diagnosis::Id;

    #[test]
    fn ids_are_joined_by_dots() {
        assert_eq!(joined(&["promoter", "budget"]), "promoter.budget");
        assert_eq!(joined(&[]), "");
    }

    #[test]
    fn whole_ids_are_kept_up_to_a_hundred_characters() {
        let long = "x".repeat(Id::LONGEST);
        let text = joined(&[&long, &long, &long]);
        assert_eq!(text, [&*long, &*long].join("."), "a third would make 122 characters");
    }
}
