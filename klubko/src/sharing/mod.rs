//! What crosses the wall between the provider's services, and the deeds that cross it (source 002; R-085 … R-103).
//!
//! The sender shares one statement or document after a preview, asks another service for a part of the commission, hands over
//! contacts, or offers the other service; all from his own folder. The receiver reads what came, says that he read it, and
//! takes it up in a folder of his own. Facts stand in `crossing`, the door and its predicate in `kernel::crossing`.

mod answer;
mod ask;
mod document;
mod end_part;
mod frame;
mod handover;
mod handover_typed;
mod inbox;
mod item;
mod mentor;
mod offer;
mod on_law;
mod own_folder;
mod preview;
mod print;
mod refile;
mod register;
mod share;
mod sheet;
mod stop;
mod take_up;
mod targets;

use crate::kernel::route::Route;
pub use inbox::{Line, waiting};
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    use Act::{AnswerPart, AskForPart, EndPart, HandOverData, OfferService, PrintSharing, SeeSharedItem, SeeSharing};
    vec![
        Route::page(SeeSharing, "/folders/{folder}/sharing", register::page),
        Route::page(Act::ShareItem, "/folders/{folder}/sharing/new", share::page),
        Route::form(Act::ShareItem, "/folders/{folder}/sharing", share::share),
        Route::page(Act::StopSharing, "/folders/{folder}/sharing/items/{shared}/stop", stop::page),
        Route::form(Act::StopSharing, "/folders/{folder}/sharing/items/{shared}/stop", stop::stop),
        Route::page(Act::RefileItem, "/folders/{folder}/sharing/items/{shared}/topic", refile::page),
        Route::form(Act::RefileItem, "/folders/{folder}/sharing/items/{shared}/topic", refile::refile),
        Route::page(AskForPart, "/folders/{folder}/sharing/parts/new", ask::page),
        Route::form(AskForPart, "/folders/{folder}/sharing/parts", ask::ask),
        Route::page(EndPart, "/folders/{folder}/sharing/parts/{part}/end", end_part::page),
        Route::form(EndPart, "/folders/{folder}/sharing/parts/{part}/end", end_part::end),
        Route::page(HandOverData, "/folders/{folder}/sharing/handovers/new", handover::page),
        Route::form(HandOverData, "/folders/{folder}/sharing/handovers", handover::hand_over),
        Route::page(OfferService, "/folders/{folder}/sharing/offers/new", offer::page),
        Route::form(OfferService, "/folders/{folder}/sharing/offers", offer::offer),
        Route::paper(PrintSharing, "/folders/{folder}/sharing/sharing.pdf", print::print),
        Route::page(Act::SeeSharedWithUs, "/shared", inbox::page),
        Route::page(Act::SeeMentorQuestions, "/mentor-consultations", mentor::list),
        Route::page(Act::AnswerMentorQuestion, "/mentor-consultations/{question}", mentor::page),
        Route::form(Act::AnswerMentorQuestion, "/mentor-consultations/{question}", mentor::answer),
        Route::page(SeeSharedItem, "/shared/{item}", item::page),
        Route::form(Act::ConfirmSharedItem, "/shared/{item}/read", item::confirm),
        Route::page(Act::DownloadSharedDocument, "/shared/{item}/document", document::hand_out),
        Route::page(AnswerPart, "/shared/{item}/answer", answer::page),
        Route::form(AnswerPart, "/shared/{item}/answer", answer::answer),
        Route::page(Act::TakeUpHandover, "/shared/{item}/take-up", take_up::page),
        Route::form(Act::TakeUpHandover, "/shared/{item}/take-up", take_up::take_up),
    ]
}
