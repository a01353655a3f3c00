//! One request being attended to: what was asked, by whom, when, and what must be written about it.

use super::compare::Comparing;
use super::content::{Arrived, Prepared};
use super::db::Unit;
use super::failure::Failure;
use super::id::FolderId;
use super::journal::Line;
use super::route::Route;
use super::viewer::Viewer;
use super::weighed::Weighed;
use jiff::civil::Date;
use rules::access::Act;
use rules::attachment::Flaw;
use rules::moment::date_typed::{Leaning, read_date};
use std::cell::{Cell, RefCell};
use std::str::FromStr;
use std::sync::Arc;
use uuid::Uuid;

/// Whoever is not signed in acts, in the journal, as nobody.
pub(in crate::kernel) const NOBODY: Uuid = Uuid::nil();

/// What arrived, free of any HTTP library.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The path as asked for, without the query.
    pub address: String,
    /// The values of `{names}` in the route's path.
    pub path: Vec<(String, String)>,
    pub query: Vec<(String, String)>,
    pub form: Vec<(String, String)>,
    pub session: Option<String>,
    /// The address the request came from, without the port.
    pub source: String,
    pub device: String,
    /// What was found out before the writer was asked (passwords).
    pub weighed: Option<Weighed>,
    /// The page that the form stands on, to show it again.
    pub page: Option<FormPage>,
    /// The form as it was sent, where the answers of a comparison changed it.
    pub sent: Option<Vec<(String, String)>>,
    /// A file that came with the form, until it is prepared.
    pub file: Option<Arrived>,
    /// What may be kept of it, or why it is not taken.
    pub prepared: Option<Result<Prepared, Flaw>>,
}

/// A page found by its address.
#[derive(Clone, Debug)]
pub struct FormPage {
    pub route: Arc<Route>,
    pub address: String,
    pub path: Vec<(String, String)>,
}

impl Request {
    /// Everything typed, whatever was chosen of it.
    pub(in crate::kernel) fn typed(&self) -> &[(String, String)] {
        self.sent.as_deref().unwrap_or(&self.form)
    }

    /// The names of the filters of a list. Their values stay out of the journal: a typed name would stand there for good.
    pub(in crate::kernel) fn filters(&self) -> String {
        let is_ours = |name: &str| name.len() <= 20 && name.chars().all(|it| it.is_ascii_lowercase() || it == '_');
        let used = self.query.iter().filter(|(_, value)| !value.trim().is_empty());
        let mut names: Vec<&str> = used.map(|(name, _)| name.as_str()).filter(|name| is_ours(name)).collect();
        names.sort_unstable();
        names.dedup();
        names.join(",")
    }

    pub fn query(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }

    pub fn field(&self, name: &str) -> &str {
        find(&self.form, name).unwrap_or_default().trim()
    }
}

/// What a handler holds. It has no database: the five doors are the only ways on.
pub struct Visit<'v> {
    pub(in crate::kernel) request: &'v Request,
    pub(in crate::kernel) act: Act,
    pub(in crate::kernel) unit: &'v Unit,
    pub(in crate::kernel) viewer: Option<Viewer>,
    pub(in crate::kernel) now: i64,
    pub(in crate::kernel) today: Date,
    pub(in crate::kernel) ledger: RefCell<Ledger>,
    /// The folder shown as of a day of the past that the viewer chose: the links of the page stay on that day.
    pub(in crate::kernel) past: Cell<Option<(FolderId, Date)>>,
}

/// What the journal will say about this visit.
#[derive(Default)]
pub(in crate::kernel) struct Ledger {
    /// Looks and denials: stay even when the deed does not.
    pub(in crate::kernel) looks: Vec<Line>,
    /// The deeds, once committed.
    pub(in crate::kernel) deeds: Vec<Line>,
    /// Something was kept that needs no entry of its own (a draft saved again).
    pub(in crate::kernel) is_kept: bool,
    /// The page's form edits another version than the one it was begun over.
    pub(in crate::kernel) comparing: Option<Comparing>,
}

impl Visit<'_> {
    pub fn viewer(&self) -> Result<&Viewer, Failure> {
        self.viewer.as_ref().ok_or(Failure::SignInFirst)
    }

    pub fn act(&self) -> Act {
        self.act
    }

    pub fn today(&self) -> Date {
        self.today
    }

    /// Now, in milliseconds.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// The path as asked for.
    pub fn address(&self) -> &str {
        &self.request.address
    }

    /// A value from the route's path; what does not parse does not exist.
    pub fn path<T: FromStr>(&self, name: &str) -> Result<T, Failure> {
        find(&self.request.path, name).and_then(|text| text.parse().ok()).ok_or(Failure::Absent)
    }

    pub fn query(&self, name: &str) -> Option<&str> {
        self.request.query(name)
    }

    /// What was typed into a field, without surrounding spaces; empty if the field is missing.
    pub fn field(&self, name: &str) -> &str {
        self.request.field(name)
    }

    /// All values of a field (ticked boxes).
    pub fn fields<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.request.form.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    pub fn source(&self) -> &str {
        &self.request.source
    }

    pub fn device(&self) -> &str {
        &self.request.device
    }

    /// What was found out about a password before the writer was asked.
    pub fn weighed(&self) -> Option<&Weighed> {
        self.request.weighed.as_ref()
    }

    /// The file that came with the form; without one, that it is missing.
    pub fn prepared(&self) -> Result<&Prepared, Flaw> {
        self.request.prepared.as_ref().map_or(Err(Flaw::Missing), |prepared| prepared.as_ref().map_err(|flaw| *flaw))
    }

    /// Who acts, in the journal's words.
    pub(in crate::kernel) fn actor(&self) -> Uuid {
        self.viewer.as_ref().map_or(NOBODY, Viewer::pseudonym)
    }

    /// The day of the past that the folder opened in this visit is shown as of, where the viewer chose one.
    pub fn past_day(&self) -> Option<Date> {
        self.past.get().map(|(_, day)| day)
    }

    /// The day as of which a folder is asked for, if not today; written as people write days.
    pub(in crate::kernel) fn as_of_day(&self) -> Option<Date> {
        let typed = self.request.query("as_of")?;
        read_date(typed, self.today, Leaning::Past).ok().filter(|day| *day < self.today)
    }
}

pub(in crate::kernel) fn find<'p>(pairs: &'p [(String, String)], name: &str) -> Option<&'p str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}
