//! What an export means for the work and for the states that undo and redo lead to: no version is used twice.

use std::rc::Rc;

use pack_editor::{Base, Path, text};

use crate::own_pack::set_version;
use crate::work::Work;

impl Work {
    /// The own pack as it is when it is saved as a file: links may refer to this version from then on.
    pub(crate) fn export(&self) -> Option<Rc<Base>> {
        self.pack.own.as_ref().map(|own| Rc::new(Base { packs: own.packs().to_vec(), is_built_in: false }))
    }

    /// Another state of the work was exported, or this one: its version is taken, and a pack of the same id with other
    /// content has the next version, or gets it when it is changed.
    pub(crate) fn exported(&mut self, base: &Rc<Base>) {
        let id = base.packs.first().map_or("", |pack| text(pack, &Path::parse("id")));
        let own_id = self.pack.own.as_ref().map_or(self.pack.id.as_str(), |own| own.text("id"));
        if own_id != id {
            return;
        }
        let earlier = self.pack.base.replace(Rc::clone(base)).filter(|earlier| !earlier.is_built_in);
        let Some(own) = &mut self.pack.own else { return };
        let now = own.text("version");
        if now == base.version() || earlier.is_some_and(|earlier| now == earlier.version()) {
            let draft = Rc::make_mut(own);
            set_version(draft, base.version());
            base.mark(draft);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use diagnosis::Value;
    use pack_editor::{History, Template, next_version, template};

    fn version(work: &Work) -> String {
        work.pack.own.as_ref().map(|own| own.text("version").to_owned()).unwrap_or_default()
    }

    /// Typing a title, which is a step of the history.
    fn retitle(history: &mut History<Work>, text: &str) {
        let mut work = history.present.clone();
        let built_in: Value = serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap();
        let title = Some(Value::Text(text.to_owned()));
        work.edit_pack(Some(&built_in), |draft| draft.set("ja", &Path::parse("title"), title));
        history.change(work, "");
    }

    /// A download, as the page's reducer does it; gives the version of the file.
    fn download(history: &mut History<Work>) -> String {
        let base = history.present.export().unwrap();
        history.amend(|work| work.exported(&base));
        base.version().to_owned()
    }

    #[test]
    fn what_changes_after_an_export_bears_the_next_version() {
        let mut history = History::of(Work::default());
        retitle(&mut history, "別の診断");
        let file = download(&mut history);
        let exported = history.present.clone();
        assert_eq!(version(&exported), file);
        retitle(&mut history, "また別の診断");
        assert_eq!(version(&history.present), next_version(&file, false));
        retitle(&mut history, "別の診断");
        assert_eq!(history.present, exported);
    }

    #[test]
    fn undo_over_a_download_reuses_no_version() {
        let mut history = History::of(Work::default());
        retitle(&mut history, "一");
        retitle(&mut history, "二");
        let first = download(&mut history);
        retitle(&mut history, "三");
        let second = download(&mut history);
        assert_ne!(first, second);
        assert!(history.undo());
        assert!(![&first, &second].contains(&&version(&history.present)), "its own file is not the last one");
        assert!(history.undo());
        assert!(![&first, &second].contains(&&version(&history.present)), "it was never a file");
        assert!(history.undo() && !history.undo());
        assert_eq!(history.present.pack.own, None, "downloads are no steps");
        retitle(&mut history, "四");
        assert!(![&first, &second].contains(&&version(&history.present)), "{}", version(&history.present));
    }

    #[test]
    fn what_is_made_again_as_it_was_exported_has_the_exported_version() {
        let mut history = History::of(Work::default());
        retitle(&mut history, "一");
        let file = download(&mut history);
        let exported = history.present.clone();
        assert!(history.undo());
        retitle(&mut history, "一");
        assert_eq!(version(&history.present), file);
        assert_eq!(history.present, exported);
    }

    #[test]
    fn a_download_leaves_other_packs_alone() {
        let mut history = History::of(Work::default());
        retitle(&mut history, "一");
        let before = history.present.clone();
        let mut other = before.clone();
        other.take_pack(template(Template::Empty, "ja"));
        history.change(other, "");
        download(&mut history);
        assert!(history.undo());
        assert_eq!(history.present, before);
    }
}
