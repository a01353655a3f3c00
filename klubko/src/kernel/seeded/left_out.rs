//! One named check left out, for the whole run of a test program: `KLUBKO_SEEDED_FAULT=disabled_account`.
//!
//! Most checks are words of a statement. Such a fault takes the words out of every statement that holds them; a few are
//! code and are asked for where they stand.

use super::calls;
use super::sown::FAULTS;
use crate::kernel::db::Result;
use rules::access::{Act, Because, Mask, Subject, Verdict};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// A check by name, and what of it stands in statements.
pub struct Fault {
    pub name: &'static str,
    pub patches: &'static [Patch],
    /// Proofs of the test program `access`, one of which at least must fail.
    pub caught_by: &'static [&'static str],
}

/// In statements that hold `within`, `check` is replaced.
pub struct Patch {
    pub within: &'static str,
    pub check: &'static str,
    pub instead: &'static str,
}

/// The fault of this run. A name that nobody knows must not look like a check that was left out.
static SOWN: LazyLock<Option<&'static Fault>> = LazyLock::new(|| {
    let name = std::env::var("KLUBKO_SEEDED_FAULT").ok()?;
    let found = FAULTS.iter().find(|fault| fault.name == name);
    if found.is_none() {
        tracing::error!(name, "no such seeded fault");
        std::process::exit(64);
    }
    found
});

static PATCHED: Mutex<Option<HashMap<&'static str, &'static str>>> = Mutex::new(None);

pub(in crate::kernel) fn leaves_out(name: &str) -> bool {
    SOWN.is_some_and(|fault| fault.name == name)
}

/// A call of the database: whether it fails, and the statement as it is run.
pub(in crate::kernel) fn met(place: impl FnOnce() -> String, sql: &'static str) -> Result<&'static str> {
    calls::call(place)?;
    Ok(SOWN.map_or(sql, |fault| patched(fault, sql)))
}

fn patched(fault: &Fault, sql: &'static str) -> &'static str {
    let mut known = PATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(text) = known.get(sql).copied() {
        return text;
    }
    let text = fault.without(sql).map_or(sql, |text| text.leak());
    known.insert(sql, text);
    text
}

impl Fault {
    /// The statement without the check, if it holds it.
    pub fn without(&self, sql: &str) -> Option<String> {
        let met = self.patches.iter().filter(|patch| sql.contains(patch.within) && sql.contains(patch.check));
        let text = met.fold(sql.to_owned(), |text, patch| text.replace(patch.check, patch.instead));
        (text != sql).then_some(text)
    }
}

/// What the policy says of a folder, with a hole where one was seeded.
pub(in crate::kernel) fn verdict(verdict: Verdict, subject: Subject, act: Act) -> Verdict {
    let open = Verdict::Granted { because: Because::OwnService, mask: Mask::Whole };
    match verdict {
        Verdict::Granted { because, mask: Mask::Mentor } if leaves_out("mentor_mask") => {
            Verdict::Granted { because, mask: Mask::Whole }
        }
        Verdict::Refused { .. } if leaves_out("content_for_dpo") && subject == Subject::Dpo => open,
        Verdict::Refused { .. } if leaves_out("upload") && act == Act::AddAttachment => open,
        Verdict::Refused { .. } if leaves_out("pdf") && matches!(act, Act::PrintPaper | Act::PrintLooks) => open,
        other => other,
    }
}
