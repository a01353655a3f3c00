//! What the five doors have in common: each decides, notes the look, and can be given to the pen.
//!
//! `Folder` opens one client's folder, `Caseload` lists over many, `Desk` the things of a service without a folder,
//! `House` accounts and the journal, `Own` what belongs to the worker himself. A route's act names its scope, and
//! a door refuses an act of another scope.

use super::failure::Failure;
use super::journal::{self, Concern, Entry};
use super::visit::Visit;
use rules::access::{Because, Mask, Verdict};

/// Something that was opened, and so may be written about.
pub trait Opened<'v>: sealed::Sealed {
    #[doc(hidden)]
    fn visit(&self) -> &'v Visit<'v>;
    #[doc(hidden)]
    fn concern(&self) -> Concern;
    /// The past can only be read.
    #[doc(hidden)]
    fn is_of_the_past(&self) -> bool {
        false
    }
}

pub(in crate::kernel) mod sealed {
    pub trait Sealed {}
}

/// Notes the verdict and lets in, or says no.
pub(in crate::kernel) fn pass(
    visit: &Visit<'_>,
    concern: Concern,
    verdict: Verdict,
) -> Result<(Because, Mask), Failure> {
    match verdict {
        Verdict::Granted { because, mask } => {
            journal::note(visit, concern, Entry::granted(because))?;
            Ok((because, mask))
        }
        Verdict::Refused { reason, reveal } => {
            journal::note(visit, concern, Entry::denied(reason))?;
            Err(if reveal { Failure::of_access(reason) } else { Failure::Absent })
        }
    }
}
