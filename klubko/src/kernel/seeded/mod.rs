//! Seeded faults, the negative control of the proofs: in a build for tests one named check can be left out, and the
//! database can be made to fail at a chosen call. A proof that stays green then proves nothing (decision 0017).
//!
//! The product is built without the feature: here stand only the functions that do nothing, and they are inlined away.

#[cfg(feature = "seeded-faults")]
mod calls;
#[cfg(feature = "seeded-faults")]
mod left_out;
#[cfg(feature = "seeded-faults")]
mod sown;
#[cfg(feature = "seeded-faults")]
pub use calls::{Failing, fail, heal};
#[cfg(feature = "seeded-faults")]
pub use left_out::{Fault, Patch};
#[cfg(feature = "seeded-faults")]
pub use sown::FAULTS;

#[cfg(all(feature = "seeded-faults", not(debug_assertions)))]
compile_error!("seeded faults are for tests; a release never has them");

#[cfg(feature = "seeded-faults")]
pub(in crate::kernel) use {
    calls::{committed, last_migration},
    left_out::{leaves_out, met, verdict},
};

#[cfg(not(feature = "seeded-faults"))]
pub(in crate::kernel) use none::{committed, last_migration, leaves_out, met, verdict};

#[cfg(not(feature = "seeded-faults"))]
mod none {
    use crate::kernel::db::Result;
    use rules::access::{Act, Subject, Verdict};

    #[inline]
    pub(in crate::kernel) fn met(_: impl FnOnce() -> String, sql: &'static str) -> Result<&'static str> {
        Ok(sql)
    }

    #[inline]
    pub(in crate::kernel) fn committed(_: impl FnOnce() -> String) -> Result<()> {
        Ok(())
    }

    #[inline]
    pub(in crate::kernel) const fn last_migration() -> i64 {
        i64::MAX
    }

    #[inline]
    pub(in crate::kernel) const fn leaves_out(_: &str) -> bool {
        false
    }

    #[inline]
    pub(in crate::kernel) fn verdict(verdict: Verdict, _: Subject, _: Act) -> Verdict {
        verdict
    }
}
