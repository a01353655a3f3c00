//! THE SITE MAP: a route is method, path, act and handler. The router, the matrix and the stranger test are made of
//! these lines, and a route without an act cannot be written.

use super::answer::Answer;
use super::change::Pen;
use super::failure::Failure;
use super::visit::Visit;
use super::weighed::Weighed;
use rules::access::Act;
use rules::attachment::Limits;
use rules::coded::Coded;

/// Shows; is given no pen.
pub type Page = fn(&Visit<'_>) -> Answer;
/// Acts; is given the pen for one change.
pub type Form = for<'v> fn(&'v Visit<'v>, Pen<'v>) -> Answer;
/// Reads what is to be printed; the paper is made by a pool of its own.
pub type Print = fn(&Visit<'_>) -> Result<paper::Paper, Failure>;
/// Weighs a password before the writer is asked.
pub type Weigh = fn(&Visit<'_>) -> Result<Weighed, Failure>;

/// Opens the door and says how much may come in through it.
pub type Admit = fn(&Visit<'_>) -> Result<Limits, Failure>;

#[derive(Clone, Copy, Debug)]
pub enum Handler {
    Page(Page),
    Form(Form),
    /// Saves a draft: acts without spending the form's token.
    Keep(Form),
    /// A form with a password.
    Weighed(Weigh, Form),
    /// A form with a file.
    Upload(Admit, Form),
    Print(Print),
    /// Answered by the writer itself: can anything be written?
    Probe,
}

#[derive(Clone, Debug)]
pub struct Route {
    slice: &'static str,
    path: &'static str,
    act: Act,
    handler: Handler,
}

impl Route {
    /// `GET path`: a page that shows something.
    pub const fn page(act: Act, path: &'static str, page: Page) -> Self {
        Self::new(act, path, Handler::Page(page))
    }

    /// `POST path`: a form that does something.
    pub const fn form(act: Act, path: &'static str, form: Form) -> Self {
        Self::new(act, path, Handler::Form(form))
    }

    /// `POST path`: keeps half-written text.
    pub const fn keep(act: Act, path: &'static str, form: Form) -> Self {
        Self::new(act, path, Handler::Keep(form))
    }

    /// `POST path`: a form whose password is weighed before the writer is asked.
    pub const fn weighed(act: Act, path: &'static str, weigh: Weigh, form: Form) -> Self {
        Self::new(act, path, Handler::Weighed(weigh, form))
    }

    /// `POST path`: a form with a file, which is read and prepared before the writer is asked.
    pub const fn upload(act: Act, path: &'static str, admit: Admit, form: Form) -> Self {
        Self::new(act, path, Handler::Upload(admit, form))
    }

    /// `GET path`: a paper.
    pub const fn paper(act: Act, path: &'static str, print: Print) -> Self {
        Self::new(act, path, Handler::Print(print))
    }

    /// `GET path`: whether the house can write.
    pub const fn probe(path: &'static str) -> Self {
        Self::new(Act::Probe, path, Handler::Probe)
    }

    const fn new(act: Act, path: &'static str, handler: Handler) -> Self {
        Self { slice: "", path, act, handler }
    }

    pub fn of_slice(self, slice: &'static str) -> Self {
        Self { slice, ..self }
    }

    pub fn slice(&self) -> &'static str {
        self.slice
    }

    pub fn path(&self) -> &'static str {
        self.path
    }

    pub fn act(&self) -> Act {
        self.act
    }

    pub fn handler(&self) -> Handler {
        self.handler
    }

    pub fn is_form(&self) -> bool {
        matches!(self.handler, Handler::Form(_) | Handler::Keep(_) | Handler::Weighed(..) | Handler::Upload(..))
    }

    pub fn takes_a_file(&self) -> bool {
        matches!(self.handler, Handler::Upload(..))
    }

    pub fn method(&self) -> &'static str {
        if self.is_form() { "POST" } else { "GET" }
    }

    /// What the names in the path stand for, if this page has the address; how much of the path are names tells which
    /// of two pages is meant.
    pub(in crate::kernel) fn page_at(&self, address: &str) -> Option<Vec<(String, String)>> {
        if !matches!(self.handler, Handler::Page(_)) || self.path.split('/').count() != address.split('/').count() {
            return None;
        }
        let mut names = Vec::new();
        for (own, asked) in self.path.split('/').zip(address.split('/')) {
            match own.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                Some(name) => names.push((name.to_owned(), asked.to_owned())),
                None if own == asked => {}
                None => return None,
            }
        }
        Some(names)
    }

    pub fn kind(&self) -> &'static str {
        match self.handler {
            Handler::Page(_) | Handler::Probe => "page",
            Handler::Form(_) | Handler::Keep(_) | Handler::Weighed(..) | Handler::Upload(..) => "form",
            Handler::Print(_) => "file",
        }
    }
}

/// The site map for people and scripts.
pub fn to_json(routes: &[Route]) -> serde_json::Value {
    let line = |method: &str, path: &str, act: Act, slice: &str, kind: &str| serde_json::json!({"method": method, "path": path, "act": act.code(), "slice": slice, "kind": kind});
    let routes = routes.iter().map(|route| line(route.method(), route.path, route.act, route.slice, route.kind()));
    let fixed = super::assets::all().iter();
    let fixed = fixed.map(|asset| line("GET", &asset.path, Act::ReadPublic, "kernel", "static"));
    routes.chain(fixed).collect()
}
