//! What changed in a longer text, word by word. The signs are words and lines, never colour alone.

use similar::{ChangeTag, TextDiff};
use std::time::Duration;

/// A comparison is made while a form waits: a worse one in time is better than a perfect one late.
const PATIENCE: Duration = Duration::from_millis(50);

/// Words that belong together: all as they were, all added or all taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    tag: ChangeTag,
    pub(super) text: String,
}

impl Run {
    /// A text in which nothing changed.
    pub(super) fn plain(text: &str) -> Vec<Self> {
        vec![Self { tag: ChangeTag::Equal, text: text.to_owned() }]
    }

    pub(super) fn is_added(&self) -> bool {
        self.tag == ChangeTag::Insert
    }

    pub(super) fn is_taken_away(&self) -> bool {
        self.tag == ChangeTag::Delete
    }
}

/// The newer text with what was taken away and what was added.
pub(super) fn between(older: &str, newer: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let difference = TextDiff::configure().timeout(PATIENCE).diff_words(older, newer);
    for change in difference.iter_all_changes() {
        match runs.last_mut() {
            Some(last) if last.tag == change.tag() => last.text.push_str(change.value()),
            _ => runs.push(Run { tag: change.tag(), text: change.value().to_owned() }),
        }
    }
    if runs.is_empty() { Run::plain("") } else { runs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_added_and_a_changed_word_are_seen() {
        let runs = between("Přišla v slzách.", "Přišla včas a v klidu.");
        let said: Vec<String> = runs.iter().map(|run| format!("{:?} {}", run.tag, run.text)).collect();
        assert_eq!(said, ["Equal Přišla ", "Insert včas a ", "Equal v ", "Delete slzách.", "Insert klidu."]);
    }

    proptest! {
        #[test]
        fn nothing_of_either_text_is_missing(older in "[a-cž \n]{0,60}", newer in "[a-cž \n]{0,60}") {
            let runs = between(&older, &newer);
            let read = |left_out| runs.iter().filter(|run| run.tag != left_out).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(read(ChangeTag::Delete), newer);
            prop_assert_eq!(read(ChangeTag::Insert), older);
        }
    }
}
