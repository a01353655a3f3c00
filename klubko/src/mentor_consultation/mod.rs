//! A peer mentor asks in favour of his client: first a social worker of his own service; the other service
//! directly only for a reason, under a pseudonym unless the client's consent lets the name cross. He owes a brief note, and
//! with the note the social worker and the head are told.
//!
//! For peer mentors and everybody of the folder. Answering, which may cross to another service, stands in `sharing`.

mod ask;
mod list;
mod note;
mod store;

use crate::kernel::route::Route;
pub use note::note_owed;
use rules::access::Act;
pub use store::{Consultation, NewAnswer, answer, asked, stage_of};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeMentorConsultations, "/folders/{folder}/mentor-consultations", list::page),
        Route::page(Act::AskMentorConsultation, "/folders/{folder}/mentor-consultations/new", ask::page),
        Route::form(Act::AskMentorConsultation, "/folders/{folder}/mentor-consultations", ask::ask),
        Route::page(Act::NoteMentorConsultation, "/folders/{folder}/mentor-consultations/{question}/note", note::page),
        Route::form(Act::NoteMentorConsultation, "/folders/{folder}/mentor-consultations/{question}/note", note::save),
    ]
}

/// By what a client without a consent is called: the same in one question, and nobody's number.
pub fn pseudonym(question: uuid::Uuid) -> String {
    let short: String = question.simple().to_string().chars().rev().take(4).collect();
    format!("klient {}", short.to_uppercase())
}
