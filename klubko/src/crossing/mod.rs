//! What crosses the wall between services: shared items with their grounds, folders joined by them, parts of the commission
//! that another service was asked for, contacts that were handed over (R-073, R-082 … R-103; decisions D10, D18, D20).
//!
//! Facts for `consent`, `case_management`, `sharing` and `meeting`; the pages and the deeds that cross stand in `sharing`.
//! What the other service may read is never decided here but by the one predicate of `kernel::crossing_facts`.

mod state;
mod store;

pub use state::Rests;
pub use store::grounds::{Topics, grounds};
pub use store::handovers::{NewHandover, Sheet, hand_over, sheet, sheet_of_own, take_up};
pub use store::items::{NewGround, NewItem, Reading, Receiver, Sent, readings, receivers, refile, sent, share, stop};
pub use store::joins::{Joined, join, joined};
pub use store::offers::{NewOffer, Offer, offer, offers};
pub use store::parts::{
    Answer, Asked, NewAnswer, NewPart, Taken, answer, asked, end, items_of_part, part, parts_of, sender_of,
    service_name, taken,
};
pub use store::received::{Received, inbox, is_read, mark_read, received, waiting};
pub use store::withdrawal::{Resting, Stops, after_withdrawal, what_stays, what_stops};
