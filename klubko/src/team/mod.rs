//! Who works with the client: key worker and handover, invited workers, mentors, substitutes, limited cooperation.
//!
//! For the workers of a folder. What is known of a folder's ties stands in `ties`.

mod pages;
mod store;

use crate::kernel::route::Route;
pub use crate::ties::{KeyWorker, colleague_options, key_worker, limited, name_key_worker};
use pages::{answer, assignment, deputy, exclusion, handover, overview, substitution};
use rules::access::Act;
pub use store::{Waiting, waiting_for_me};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeTeam, "/folders/{folder}/team", overview::page),
        Route::page(Act::ProposeHandover, "/folders/{folder}/handovers/new", handover::new),
        Route::form(Act::ProposeHandover, "/folders/{folder}/handovers", handover::propose),
        Route::page(Act::AnswerHandover, "/folders/{folder}/handovers/{handover}", answer::page),
        Route::form(Act::AnswerHandover, "/folders/{folder}/handovers/{handover}/answer", answer::give),
        Route::page(Act::AssignWorker, "/folders/{folder}/assignments/new", assignment::new),
        Route::form(Act::AssignWorker, "/folders/{folder}/assignments", assignment::assign),
        Route::form(Act::AssignWorker, "/folders/{folder}/assignments/{assignment}/end", assignment::end),
        Route::page(Act::ExcludeWorker, "/folders/{folder}/exclusions/new", exclusion::new),
        Route::form(Act::ExcludeWorker, "/folders/{folder}/exclusions", exclusion::exclude),
        Route::form(Act::ExcludeWorker, "/folders/{folder}/exclusions/{exclusion}/end", exclusion::end),
        Route::page(Act::ExcludeWorker, "/folders/{folder}/deputies/new", deputy::new),
        Route::form(Act::ExcludeWorker, "/folders/{folder}/deputies", deputy::name),
        Route::page(Act::PlanSubstitution, "/substitutions", substitution::page),
        Route::form(Act::PlanSubstitution, "/substitutions", substitution::plan),
        Route::form(Act::PlanSubstitution, "/substitutions/{substitution}/end", substitution::end),
    ]
}
