//! Meetings of two services (porady): their series, an agenda that makes itself of what the client's consent opens, internal
//! minutes, and the output that goes into the folders (R-074–, D6, D15).
//!
//! For the social-service workers of the two services; a peer mentor comes to the points of his clients. A client is named
//! only while his consent lets it, asked for in the statement that reads; after a withdrawal he is on no agenda. The
//! output crosses the wall as a task for the key worker of each folder, who writes it into his own folder by one deed.

mod pages;
mod store;
mod words;

use crate::kernel::route::Route;
pub use pages::goals::number as overdue_goals;
use pages::{close, consult, evaluate, flag, goals, invite, list, live, outputs, plan, print, show, write};
use rules::access::Act;
pub use store::goals::queries;

pub fn routes() -> Vec<Route> {
    use Act::{BringToMeeting, PlanMeeting, RunMeeting, SeeMeeting, SeeMeetingOutputs, SeeMinutes, WriteMeetingOutput};
    vec![
        Route::page(Act::SeeMeetings, "/meetings", list::page),
        Route::page(Act::SeeMeetings, "/meetings/goals", goals::page),
        Route::page(PlanMeeting, "/meetings/new", plan::page),
        Route::form(PlanMeeting, "/meetings/new", plan::plan),
        Route::page(SeeMeeting, "/meetings/{meeting}", show::page),
        Route::page(SeeMinutes, "/meetings/{meeting}/live", live::page),
        Route::form(RunMeeting, "/meetings/{meeting}/live", live::save),
        Route::page(RunMeeting, "/meetings/{meeting}/guests/new", invite::page),
        Route::form(RunMeeting, "/meetings/{meeting}/guests/new", invite::invite),
        Route::page(RunMeeting, "/meetings/{meeting}/consultations/new", consult::page),
        Route::form(RunMeeting, "/meetings/{meeting}/consultations/new", consult::add),
        Route::page(RunMeeting, "/meetings/{meeting}/end", close::page),
        Route::form(RunMeeting, "/meetings/{meeting}/end", close::close),
        Route::paper(Act::PrintMeeting, "/meetings/{meeting}/output.pdf", print::print),
        Route::page(SeeMeetingOutputs, "/folders/{folder}/meetings", outputs::page),
        Route::page(BringToMeeting, "/folders/{folder}/meetings/new", flag::page),
        Route::form(BringToMeeting, "/folders/{folder}/meetings/new", flag::bring),
        Route::form(BringToMeeting, "/folders/{folder}/meetings/requests/{request}/end", flag::end),
        Route::page(WriteMeetingOutput, "/folders/{folder}/meetings/{output}", write::page),
        Route::form(WriteMeetingOutput, "/folders/{folder}/meetings/{output}", write::write),
        Route::page(WriteMeetingOutput, "/folders/{folder}/meetings/goals/{goal}", evaluate::page),
        Route::form(WriteMeetingOutput, "/folders/{folder}/meetings/goals/{goal}", evaluate::evaluate),
    ]
}
