//! What goals may rest on: the need, the wish and the parts of the situation that the negotiation found out
//!

use super::store::read;
use crate::folders;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::negotiation::NegotiationFacts;
use rules::plan::{NEED, WISH, unlinked};

/// One of them: the code that a goal stores, what it is called, what was written.
pub struct Source {
    pub code: String,
    pub label: String,
    pub text: String,
}

/// Everything that was found out.
pub fn found_out(folder: &Folder<'_>, facts: &NegotiationFacts) -> Result<Vec<Source>, Failure> {
    let source = |code: &str, label: &str, text: &str| Source {
        code: code.to_owned(),
        label: label.to_owned(),
        text: text.trim().to_owned(),
    };
    let circumstances = [source(NEED, "potřeba", &facts.need), source(WISH, "přání", &facts.wish)];
    let mut sources: Vec<Source> = circumstances.into_iter().filter(|one| !one.text.is_empty()).collect();
    if !facts.situation_areas.is_empty() {
        let areas = code_list::items(folder.db(), "situation_area", folder.day())?;
        let named = facts.situation_areas.split_whitespace().map(|code| {
            let label = code_list::labels(&areas, code);
            source(code, &format!("situace: {label}"), &facts.situation)
        });
        sources.extend(named);
    }
    Ok(sources)
}

/// The links of a goal in words; a source that is not there any more says its code.
pub fn in_words(sources: &[Source], links: &str) -> String {
    let word = |code: &str| {
        let known = sources.iter().find(|one| one.code == code);
        known.map_or_else(|| code.to_owned(), |one| one.label.clone())
    };
    links.split_whitespace().map(word).collect::<Vec<_>>().join(", ")
}

/// „Potřeby bez cíle“ among what was found out.
pub fn without_goal<'s>(sources: &'s [Source], links: &[&str]) -> Vec<&'s Source> {
    let codes: Vec<&str> = sources.iter().map(|one| one.code.as_str()).collect();
    let open = unlinked(&codes, links);
    sources.iter().filter(|one| open.contains(&one.code.as_str())).collect()
}

/// The same in words, for the end of the cooperation.
pub fn unlinked_needs(folder: &Folder<'_>, facts: &NegotiationFacts) -> Result<Vec<String>, Failure> {
    let goals = read::goals(folder, folders::thread(folder)?, folder.as_of())?;
    let links: Vec<&str> = goals.iter().map(|goal| goal.links.as_str()).collect();
    let sources = found_out(folder, facts)?;
    Ok(without_goal(&sources, &links).into_iter().map(|one| one.label.clone()).collect())
}
