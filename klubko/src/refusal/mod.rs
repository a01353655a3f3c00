//! Refusal by the closed list of § 91(3), the written notice, the register of refused applicants (§ 88 g), the waiting list
//! with its offers, and somebody who asks again (R-009, R-010; scenario 5).
//!
//! For the worker who negotiates, the intake team and the head. A refusal ends the negotiation; nothing of it is rewritten.

mod pages;
mod store;
mod words;

use crate::kernel::route::Route;
use pages::{again, notice, one, plain, refuse, register, steps, waiting};
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    use Act::{KeepWaitingList, PrintPaper, RefuseApplicant, ReopenNegotiation, SeeNegotiation, SeeRefusedApplicants};
    vec![
        Route::page(SeeRefusedApplicants, "/refused-applicants", register::page),
        Route::page(SeeRefusedApplicants, "/waiting-list", waiting::page),
        Route::page(RefuseApplicant, "/folders/{folder}/refusal", refuse::page),
        Route::form(RefuseApplicant, "/folders/{folder}/refusal", refuse::save),
        Route::page(SeeNegotiation, "/folders/{folder}/refusals", one::page),
        Route::page(RefuseApplicant, "/folders/{folder}/refusals/{refusal}/notice", notice::page),
        Route::form(RefuseApplicant, "/folders/{folder}/refusals/{refusal}/notice", notice::issue),
        Route::paper(PrintPaper, "/folders/{folder}/refusals/{refusal}/notice.pdf", notice::print),
        Route::paper(PrintPaper, "/folders/{folder}/refusals/{refusal}/plain.pdf", plain::print),
        Route::page(KeepWaitingList, "/folders/{folder}/waiting-list/entry", steps::enrolment),
        Route::form(KeepWaitingList, "/folders/{folder}/waiting-list/entry", steps::enrol),
        Route::page(KeepWaitingList, "/folders/{folder}/waiting-list/offer", steps::offer_page),
        Route::form(KeepWaitingList, "/folders/{folder}/waiting-list/offer", steps::offer),
        Route::page(KeepWaitingList, "/folders/{folder}/waiting-list/answer", steps::answer_page),
        Route::form(KeepWaitingList, "/folders/{folder}/waiting-list/answer", steps::answer),
        Route::page(KeepWaitingList, "/folders/{folder}/waiting-list/removal", steps::removal_page),
        Route::form(KeepWaitingList, "/folders/{folder}/waiting-list/removal", steps::remove),
        Route::page(ReopenNegotiation, "/folders/{folder}/reopening", again::page),
        Route::form(ReopenNegotiation, "/folders/{folder}/reopening", again::save),
    ]
}
