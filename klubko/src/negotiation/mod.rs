//! Negotiation with the applicant (jednání se zájemcem): introductory consultation and crisis intervention, the record
//! of the negotiation, commission, counselling, inquiry, information given, and how it ended.
//!
//! For the intake team and the key worker; R-001 … … … R-050. The negotiation ends by an
//! agreement only through its signing ([`conclude`]).

mod pages;
mod renewal;
mod store;

use crate::kernel::route::Route;
pub use pages::outcome::check_offer;
use pages::{
    commission, consultation, consultation_paper, counselling, crisis, information, inquiry, inquiry_paper,
    negotiation_paper, outcome, overview, plain_papers, record, referral,
};
pub use renewal::{begin_again, end_commission, move_end, renew_commission};
use rules::access::Act;
pub use store::closing::{RefusedEnding, conclude, refuse, reopen};
pub use store::earlier::ended_on;
pub use store::facts::{NegotiationFacts, facts};
pub use store::thread::{Commission, commissions};

pub fn routes() -> Vec<Route> {
    use Act::{CloseNegotiation, HoldConsultation, PrintConsultation, PrintPaper, SeeNegotiation, WriteNegotiation};
    vec![
        Route::page(SeeNegotiation, "/folders/{folder}/negotiation", overview::page),
        Route::page(WriteNegotiation, "/folders/{folder}/negotiation/edit", record::page),
        Route::form(WriteNegotiation, "/folders/{folder}/negotiation/edit", record::save),
        Route::page(HoldConsultation, "/folders/{folder}/consultation/new", consultation::page),
        Route::form(HoldConsultation, "/folders/{folder}/consultations", consultation::hold),
        Route::paper(
            PrintConsultation,
            "/folders/{folder}/consultations/{consultation}/record.pdf",
            consultation_paper::print,
        ),
        Route::paper(
            PrintConsultation,
            "/folders/{folder}/consultations/{consultation}/plain.pdf",
            plain_papers::consultation,
        ),
        Route::page(HoldConsultation, "/folders/{folder}/crisis/{crisis}", crisis::page),
        Route::form(HoldConsultation, "/folders/{folder}/crisis/{crisis}", crisis::save),
        Route::page(WriteNegotiation, "/folders/{folder}/commission", commission::page),
        Route::form(WriteNegotiation, "/folders/{folder}/commission", commission::save),
        Route::page(WriteNegotiation, "/folders/{folder}/information", information::page),
        Route::form(WriteNegotiation, "/folders/{folder}/information", information::save),
        Route::page(WriteNegotiation, "/folders/{folder}/counselling", counselling::page),
        Route::form(WriteNegotiation, "/folders/{folder}/counselling", counselling::save),
        Route::page(WriteNegotiation, "/folders/{folder}/inquiry", inquiry::page),
        Route::form(WriteNegotiation, "/folders/{folder}/inquiry", inquiry::save),
        Route::paper(PrintPaper, "/folders/{folder}/inquiries/{inquiry}/record.pdf", inquiry_paper::print),
        Route::paper(PrintPaper, "/folders/{folder}/negotiation/record.pdf", negotiation_paper::print),
        Route::paper(PrintPaper, "/folders/{folder}/inquiries/{inquiry}/plain.pdf", plain_papers::inquiry),
        Route::paper(PrintPaper, "/folders/{folder}/negotiation/plain.pdf", plain_papers::negotiation),
        Route::page(CloseNegotiation, "/folders/{folder}/outcome", outcome::page),
        Route::form(CloseNegotiation, "/folders/{folder}/outcome", outcome::save),
        Route::paper(PrintPaper, "/folders/{folder}/referral.pdf", referral::print),
    ]
}
