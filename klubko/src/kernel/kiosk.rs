//! A device in the client's hands (design: consent on a phone). The session of the worker who lent it reaches one address,
//! the text that is to be decided, until he unlocks it with his password.
//!
//! The state stands in the session, so it holds for every tab, link, key and back button of that browser; it is obeyed at
//! one place, `pool/attend.rs`, before any handler is asked. A slice lends its own page and knows nothing of the others.

use super::change::Change;
use super::draft::folder_of;
use super::failure::Failure;
use super::journal::{Concern, Entry};
use super::route::Route;
use super::viewer::Viewer;
use super::visit::Visit;
use crate::{params, record};
use rules::access::Act;
use uuid::Uuid;

/// For what a session is lent.
#[derive(Clone, Debug)]
pub struct Kiosk {
    pub(in crate::kernel) address: String,
    pub(in crate::kernel) object: Uuid,
    pub(in crate::kernel) is_decided: bool,
}

impl Kiosk {
    /// The one page that can be reached.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What was lent: the slice's own id of it.
    pub fn object(&self) -> Uuid {
        self.object
    }
}

/// Lets through to the page that was lent and to unlocking, nowhere else.
pub(in crate::kernel) fn stays_inside(visit: &Visit<'_>, route: &Route) -> Result<(), Failure> {
    let Some(kiosk) = visit.viewer.as_ref().and_then(Viewer::kiosk) else { return Ok(()) };
    if route.act() == Act::Unlock || visit.address() == kiosk.address {
        return Ok(());
    }
    Err(Failure::Lent { back: (!route.is_form()).then_some(kiosk.address) })
}

/// Testifies, in the folder whose text was lent, that the device came back; undecided, the lending is given up.
pub fn came_back(change: &mut Change<'_>, kiosk: &Kiosk) -> Result<(), Failure> {
    record! { struct Known { pseudonym: Uuid } }
    const PSEUDONYM: &str = "select pseudonym from folder_pseudonym where folder_id = $1";
    // Whatever became of the folder, the worker must get his device back.
    let Some(folder) = folder_of(&kiosk.address) else { return Ok(()) };
    let Some(known) = change.db().first::<Known>(PSEUDONYM, params![folder])? else { return Ok(()) };
    let concern = Concern::folder(folder, known.pseudonym);
    let entry = |text: &str| Entry::about(kiosk.object, text).in_concern(concern);
    if !kiosk.is_decided {
        change.also(entry("podpis na obrazovce zrušen bez rozhodnutí"));
    }
    change.also(entry("zařízení vráceno a odemčeno"));
    Ok(())
}
