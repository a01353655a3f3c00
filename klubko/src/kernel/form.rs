//! A form: what stands in its fields, what must be corrected, what is questioned.
//!
//! The one seam where a field is read. A page's form is prefilled and takes up a draft; a sent form keeps everything
//! typed, collects problems and warnings, and says at the end whether it may be taken. A warning is answered on the
//! same page by a written reason; the save is one request.

mod described;
mod read;

use super::change::Change;
use super::draft;
use super::failure::Failure;
use super::id::FolderId;
use super::visit::{Visit, find};
use crate::params;
use rules::rule::Rule;
use std::borrow::Cow;
use uuid::Uuid;

/// Longer than any record: what is longer is split by its author.
const LONGEST_TEXT: usize = 30_000;

/// Choices under one heading: the heading, and each choice as (value, words).
pub type Group = (String, Vec<(String, String)>);

pub struct Form<'v> {
    pub(in crate::kernel) visit: &'v Visit<'v>,
    title: &'static str,
    values: Vec<(String, String)>,
    prefilled: Vec<(&'static str, String)>,
    problems: Vec<(&'static str, Cow<'static, str>)>,
    warnings: Vec<Warning>,
    draft: Uuid,
    revision: i64,
    page: String,
    /// Of the thing that is edited; none when nothing is.
    version: Option<i64>,
    /// Stored values that do not stand in their fields.
    concealed: Vec<&'static str>,
    /// To be filled in, not sent.
    is_page: bool,
}

/// A question to be answered by a written reason.
pub struct Warning {
    rule: Rule,
    text: Cow<'static, str>,
    reason: String,
}

impl Warning {
    /// The rule's code, as in `reason_r021`.
    pub fn rule(&self) -> &'static str {
        use rules::coded::Coded;
        self.rule.code()
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn reason(&self) -> &str {
        &self.reason
    }

    pub fn is_answered(&self) -> bool {
        !self.reason.is_empty()
    }
}

impl<'v> Form<'v> {
    /// A form to be filled in; `?draft=…` in the address takes up half-written text. `title` is what the draft is
    /// called in “Zbývá dopsat”.
    pub fn blank(visit: &'v Visit<'v>, title: &'static str) -> Result<Self, Failure> {
        let page = visit.address().to_owned();
        if !visit.request.form.is_empty() {
            // Asked for again with what was sent: somebody was faster, the two are compared.
            return Ok(Self { page, is_page: true, ..Self::typed(visit, title) });
        }
        let taken_up = draft::take_up(visit)?;
        let (draft, revision, values) = taken_up.unwrap_or_else(|| (Uuid::new_v4(), 0, Vec::new()));
        let version = find(&values, "version").and_then(|version| version.parse().ok());
        Ok(Self { draft, revision, values, page, version, is_page: true, ..Self::empty(visit, title) })
    }

    /// A form that was sent.
    pub fn typed(visit: &'v Visit<'v>, title: &'static str) -> Self {
        let draft = visit.field("draft").parse().unwrap_or_else(|_| Uuid::new_v4());
        // When the form is not taken, its text is kept as the next revision of the draft.
        let revision = visit.field("revision").parse().map_or(0, |sent: i64| sent + 1);
        let version = visit.field("version").parse().ok();
        let page = visit.field("draft_form").to_owned();
        let values = visit.request.form.clone();
        Self { draft, revision, version, values, page, ..Self::empty(visit, title) }
    }

    /// A form that was sent and taken earlier, weighed again with the same fields.
    pub fn remembered(visit: &'v Visit<'v>, title: &'static str, fields: Vec<(String, String)>) -> Self {
        Self { values: fields, ..Self::empty(visit, title) }
    }

    fn empty(visit: &'v Visit<'v>, title: &'static str) -> Self {
        let (values, prefilled, problems, warnings) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (draft, page, concealed) = (Uuid::nil(), String::new(), Vec::new());
        let (revision, version, is_page) = (0, None, false);
        Self { visit, title, values, prefilled, problems, warnings, draft, revision, page, version, concealed, is_page }
    }

    /// What the house already knows stands in the field until somebody types over it.
    pub fn prefill(&mut self, name: &'static str, value: impl Into<String>) {
        self.prefilled.push((name, value.into()));
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        if self.was_touched(name) {
            return find(&self.values, name).unwrap_or_default().trim();
        }
        let prefilled = self.prefilled.iter().find(|(key, _)| *key == name);
        prefilled.map_or("", |(_, value)| value.as_str())
    }

    /// Whether a box is ticked or a choice made.
    pub fn is(&self, name: &str, value: &str) -> bool {
        if self.was_touched(name) {
            return self.values.iter().any(|(key, typed)| key == name && typed.trim() == value);
        }
        self.prefilled.iter().any(|(key, prefilled)| *key == name && prefilled == value)
    }

    /// One of these is chosen, or what is wrong stands at their field: a closed list of them opens.
    pub fn opens(&self, name: &str, options: &[(String, String)]) -> bool {
        self.error(name).is_some() || options.iter().any(|(value, _)| self.is(name, value))
    }

    /// A sent form or a draft knows all its fields: an absent one was left unticked.
    fn was_touched(&self, name: &str) -> bool {
        !self.values.is_empty() || self.values.iter().any(|(key, _)| key == name)
    }

    /// All values of a field, in the order of the form.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let typed = self.values.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
        typed.filter(|value| !value.is_empty()).collect()
    }

    /// What was typed goes on as another form: its fields take over what stood in others, its draft belongs to it.
    pub fn continues_at(&mut self, page: &str, title: &'static str, renamed: &[(&str, &str)]) {
        for (from, to) in renamed {
            let typed = self.value(from).to_owned();
            self.values.retain(|(name, _)| name != from && name != to);
            self.values.push(((*to).to_owned(), typed));
        }
        (self.page, self.title) = (page.to_owned(), title);
    }

    /// Says that a field must be corrected.
    pub fn problem(&mut self, name: &'static str, text: impl Into<Cow<'static, str>>) {
        self.problems.push((name, text.into()));
    }

    /// Questions the deed: it is let through with a reason in `reason_<rule>`.
    pub fn warn(&mut self, rule: Rule, text: impl Into<Cow<'static, str>>) {
        if self.warnings.iter().all(|warning| warning.rule != rule) {
            let reason = self.value(&rule.reason_field()).to_owned();
            self.warnings.push(Warning { rule, text: text.into(), reason });
        }
    }

    pub fn error(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|(key, _)| *key == name).map(|(_, text)| text.as_ref())
    }

    pub fn problems(&self) -> impl Iterator<Item = (&str, &str)> {
        self.problems.iter().map(|(name, text)| (*name, text.as_ref()))
    }

    pub fn warnings(&self) -> impl Iterator<Item = &Warning> {
        self.warnings.iter()
    }

    pub fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Nothing to correct, every warning answered.
    pub fn is_settled(&self) -> bool {
        self.problems.is_empty() && self.warnings.iter().all(Warning::is_answered)
    }

    /// What travels along: token, service, draft, revision, what stood in the fields; of an edited thing its version.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        let service = self.visit.viewer.as_ref().and_then(super::viewer::Viewer::service);
        let token = self.value("token").parse().unwrap_or_else(|_| Uuid::new_v4());
        let mut hidden = vec![
            ("token", token.to_string()),
            ("service", service.map_or_else(String::new, |service| service.to_string())),
            ("draft", self.draft.to_string()),
            ("draft_form", self.page.clone()),
            ("draft_title", self.title.to_owned()),
            ("revision", self.revision.to_string()),
            ("was", self.was()),
        ];
        if let Some(version) = self.version {
            hidden.push(("version", version.to_string()));
        }
        hidden
    }

    /// Stores the reasons with what they are about.
    pub fn keep_reasons(
        &self,
        change: &mut Change<'_>,
        folder: Option<FolderId>,
        object_kind: &'static str,
        object: impl Into<Uuid>,
    ) -> Result<(), Failure> {
        const INSERT: &str = "
            insert into warning_answer (id, service_id, folder_id, object_kind, object_id, rule, reason, recorded_at,
                                        recorded_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let (object, service): (Uuid, _) = (object.into(), self.visit.viewer()?.service().unwrap_or_default());
        for warning in &self.warnings {
            let (id, at, by): (Uuid, i64, _) = (change.new_id(), change.at(), change.by());
            let row = params![id, service, folder, object_kind, object, warning.rule(), &warning.reason, at, by];
            change.run(INSERT, row)?;
        }
        Ok(())
    }
}
