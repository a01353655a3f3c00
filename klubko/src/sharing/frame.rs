//! What sharing one item and asking for a part have in common: what may cross, to whom, what is known already, and the
//! preview without which nothing is sent.

use super::preview::Preview;
use super::targets::{self, Target};
use crate::crossing;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::{Form, Group};

/// Everything around the fields of the one page and of the other.
pub(super) struct Frame {
    pub(super) heading: &'static str,
    pub(super) intro: &'static str,
    /// The button under the preview.
    pub(super) send: &'static str,
    /// Said where the client agrees with no service.
    pub(super) without: &'static str,
    pub(super) topics: Vec<(String, String)>,
    pub(super) people: Vec<Group>,
    pub(super) documents: Vec<(String, String)>,
    pub(super) already: Vec<String>,
    pub(super) preview: Option<Preview>,
    pub(super) consent: String,
    pub(super) back: String,
}

/// What each page says of itself: its heading, what crosses, the button that sends it, what to do without a consent.
pub(super) struct Said {
    pub(super) heading: &'static str,
    pub(super) intro: &'static str,
    pub(super) send: &'static str,
    pub(super) without: &'static str,
}

impl Frame {
    /// `people` are those who may be chosen: of the services that a consent opens, or of all where the law may carry it.
    pub(super) fn of(
        folder: &Folder,
        targets: &[Target],
        said: Said,
        (people, documents, preview): (Vec<Group>, Vec<(String, String)>, Option<Preview>),
    ) -> Result<Self, Failure> {
        let Said { heading, intro, send, without } = said;
        Ok(Self {
            heading,
            intro,
            send,
            without,
            topics: targets::options(targets),
            people,
            documents,
            already: already(folder)?,
            preview,
            consent: folder.path("/consents/case-management"),
            back: folder.path("/sharing"),
        })
    }

    /// The client agrees with no service: only the law is left.
    pub(super) fn is_without_consent(&self) -> bool {
        self.topics.is_empty()
    }

    /// There is somebody to whom something may go.
    pub(super) fn is_open(&self) -> bool {
        !self.people.is_empty()
    }
}

/// What is sent was seen word for word: whoever changed it meanwhile sees it again.
pub(super) fn was_seen(form: &mut Form, seen: &Preview) -> bool {
    let mark = seen.digest();
    let was_seen = form.value("previewed") == mark;
    if !was_seen {
        form.restate("previewed", mark);
    }
    was_seen
}

/// What the other services know already, so that nobody is asked twice.
fn already(folder: &Folder) -> Result<Vec<String>, Failure> {
    let now = folder.as_of();
    let lasts = crossing::sent(folder)?.into_iter().filter(|one| one.rests(now) == crossing::Rests::InForce);
    let said = |one: crossing::Sent| {
        let on = if one.on_law().is_some() { "ze zákona" } else { one.topic.as_str() };
        format!("{} ({}, {on})", one.title, one.to_service)
    };
    Ok(lasts.map(said).take(20).collect())
}
