//! Pages of case management: one calm page with everything, and short forms around it.

pub mod case;
pub mod communication;
pub mod end;
pub mod helpers;
pub mod joined;
pub mod lead;
pub mod member;
pub mod met;
pub mod overview;
pub mod part;
pub mod participation;
pub mod phase;
pub mod proposal;

use super::store::cases::{self, Case};
use super::store::course;
use crate::consent::{self, Sharing};
use crate::folders::{self, FolderHead};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::{ServiceId, StatementId};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::case_management::{Facts, Phase, State, Warning, not_heard, state};
use rules::coded::Coded;
use rules::consent::{ConsentKind, State as Consented};

/// Where every page of a case leads back to.
pub(super) const HOME: &str = "/case-management";
pub(super) const TITLE: &str = "Případová spolupráce";

/// What one chooses from: (value, text).
pub(super) type Options = Vec<(String, String)>;

/// All values of a kind to choose from.
pub(super) fn options<T: Coded + InCzech>() -> Options {
    T::ALL.iter().map(|one| (one.code().to_owned(), one.cs().into_owned())).collect()
}

/// What a short form asks, with what one chooses from.
pub(super) enum Asks {
    Phase(Options),
    /// People, and whether there is another service.
    Lead(Options, bool),
    Entry(Options),
    Exit,
    Participation(Options),
    Part(Options),
    /// People, ways, consents.
    Communication(Options, Options, Options),
    Proposal,
    Choice(Options),
    Step(Options),
    End(Options),
}

/// A short form of the case: one frame for all of them.
#[derive(Template)]
#[template(path = "case_management/short.html")]
pub(super) struct Short<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    heading: &'static str,
    lead: String,
    button: &'static str,
    action: String,
    back: String,
    asks: Asks,
}

impl<'v> Short<'v> {
    /// `action` is the address that it is shown at and sent to.
    pub fn of(
        visit: &'v Visit<'v>,
        folder: &Folder<'_>,
        (heading, button, action): (&'static str, &'static str, String),
        (form, asks): (Form<'v>, Asks),
    ) -> Result<Self, Failure> {
        Ok(Self {
            page: Page::of(visit),
            folder: folders::head(visit, folder, "team")?,
            form,
            heading,
            lead: String::new(),
            button,
            action,
            back: folder.path(HOME),
            asks,
        })
    }

    /// A sentence above the questions.
    pub fn led(mut self, lead: impl Into<String>) -> Self {
        self.lead = lead.into();
        self
    }
}

/// A case with what its state follows from.
pub(super) struct Opened<'v> {
    pub folder: Folder<'v>,
    pub case: Case,
    pub state: State,
    /// The last day on which the client took part.
    pub heard_on: Option<Date>,
}

impl<'v> Opened<'v> {
    /// The case of the path, for a form: a case that has stopped or ended takes nothing more but its end.
    pub fn running(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let opened = Self::any(visit)?;
        opened.state.blocks().map_or(Ok(()), |block| Err(Failure::refused(block.cs())))?;
        Ok(opened)
    }

    pub fn any(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let folder = Folder::open(visit)?;
        let id: StatementId = visit.path("case")?;
        let case = cases::all(&folder)?.into_iter().find(|case| case.id == id).ok_or(Failure::Absent)?;
        let (state, _, heard_on) = standing_of(&folder, &case)?;
        Ok(Self { folder, case, state, heard_on })
    }

    pub fn path(&self, page: &str) -> String {
        self.folder.path(&format!("{HOME}/{}{page}", self.case.id))
    }

    pub fn home(&self) -> String {
        self.folder.path(HOME)
    }

    /// WARN: the client was not heard for too long.
    pub fn ask_about_client(&self, form: &mut Form<'_>) -> Result<(), Failure> {
        let warning = client_not_heard(&self.folder, &self.case, self.heard_on)?;
        if let Some(warning) = warning.filter(|_| self.state == State::Active) {
            form.warn(warning.rule(), warning.cs());
        }
        Ok(())
    }
}

/// WARN: the term of the service since the client took part has run out.
pub(super) fn client_not_heard(
    folder: &Folder<'_>,
    case: &Case,
    heard_on: Option<Date>,
) -> Result<Option<Warning>, Failure> {
    let limit = settings::of(folder.db(), folder.service(), folder.day())?.participation_days;
    Ok(not_heard(heard_on, case.begun_on, folder.day(), limit))
}

/// Where the case stands, its phase, and when the client took part last.
pub(super) fn standing_of(folder: &Folder<'_>, case: &Case) -> Result<(State, Option<Phase>, Option<Date>), Failure> {
    let phase = course::phases(folder, case.id)?.first().map(|one| one.phase);
    let parts = course::participation(folder, case.id)?;
    let heard_on = parts.iter().filter(|one| one.way.counts()).map(|one| one.took_part_on).max();
    let is_consented = match case.far_service_id {
        Some(other) => consented(folder, other)? == Consented::InForce,
        None => false,
    };
    let facts =
        Facts { form: case.form, has_ended: case.ended_on.is_some(), is_consented, phase, took_part_on: heard_on };
    Ok((state(&facts), phase, heard_on))
}

/// What the client decided about case management with another service: here, or in a folder joined with this one. A “no”
/// in either is obeyed.
pub fn consented(folder: &Folder<'_>, other: ServiceId) -> Result<Consented, Failure> {
    let about = |one: &Sharing| one.kind == ConsentKind::CaseManagement;
    let here = consent::sharing(folder)?.into_iter().find(|one| about(one) && one.terms.receiver == Some(other));
    let there = consent::of_joined(folder)?.into_iter().find(|one| about(one) && one.service == other);
    let all: Vec<Consented> = [here, there].into_iter().flatten().map(|one| one.state).collect();
    let no = all.iter().find(|state| matches!(state, Consented::Dissent | Consented::Withdrawn { .. }));
    let yes = all.iter().find(|state| **state == Consented::InForce);
    Ok(no.or(yes).or(all.first()).copied().unwrap_or(Consented::NotYetAsked))
}

/// Whether the folder has a plan that was agreed.
pub(super) fn has_agreed_plan(folder: &Folder<'_>) -> Result<bool, Failure> {
    Ok(folders::known(folder)?.facts.plan_agreed_on.is_some())
}
