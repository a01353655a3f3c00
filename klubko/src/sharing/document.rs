//! The document behind a shared item, handed out to whom it came.

use crate::documents;
use crate::kernel::answer::Answer;
use crate::kernel::crossing::Crossing;
use crate::kernel::visit::Visit;

pub fn hand_out(visit: &Visit) -> Answer {
    let crossing = Crossing::open(visit)?;
    documents::hand_out_shared(&crossing)
}
