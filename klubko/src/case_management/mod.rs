//! Case management of one client (R-065–, D7, D8): who leads it, who entered and for which need, the
//! phases, the parts of the commission with the service that answers for each, the client's part in it, what the team
//! proposes and what the client chooses, and the end.
//!
//! For the workers of the folder. A team of two services runs on the client's consent only: without it no case is opened,
//! and with its end the case stops. The other service sees in its own joined folder what the consent lets it see.

mod known;
mod linked;
mod pages;
mod people;
mod store;

use crate::kernel::route::Route;
pub use known::{Purpose, ask_about_known, overlap};
pub use linked::follow_key_worker;
pub use pages::consented;
use pages::{case, communication, end, helpers, lead, member, overview, part, participation, phase, proposal};
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    use Act::{LeadCaseManagement, PrintCaseManagement, SeeCaseManagement};
    let page = |path, page| Route::page(LeadCaseManagement, path, page);
    let form = |path, form| Route::form(LeadCaseManagement, path, form);
    vec![
        Route::page(SeeCaseManagement, "/folders/{folder}/case-management", overview::page),
        Route::paper(PrintCaseManagement, "/folders/{folder}/case-management/helpers.pdf", helpers::print),
        page("/folders/{folder}/case-management/new", case::new),
        form("/folders/{folder}/case-management/new", case::open),
        page("/folders/{folder}/case-management/{case}/edit", case::edit),
        form("/folders/{folder}/case-management/{case}/edit", case::save),
        page("/folders/{folder}/case-management/{case}/phase", phase::page),
        form("/folders/{folder}/case-management/{case}/phase", phase::enter),
        page("/folders/{folder}/case-management/{case}/lead", lead::page),
        form("/folders/{folder}/case-management/{case}/lead", lead::name),
        page("/folders/{folder}/case-management/{case}/members/new", member::new),
        form("/folders/{folder}/case-management/{case}/members/new", member::enter),
        page("/folders/{folder}/case-management/{case}/members/{member}/exit", member::leaving),
        form("/folders/{folder}/case-management/{case}/members/{member}/exit", member::leave),
        page("/folders/{folder}/case-management/{case}/participation", participation::page),
        form("/folders/{folder}/case-management/{case}/participation", participation::record),
        page("/folders/{folder}/case-management/{case}/communications/new", communication::page),
        form("/folders/{folder}/case-management/{case}/communications/new", communication::record),
        page("/folders/{folder}/case-management/{case}/parts/new", part::page),
        form("/folders/{folder}/case-management/{case}/parts/new", part::add),
        form("/folders/{folder}/case-management/{case}/parts/{part}/end", part::end),
        page("/folders/{folder}/case-management/{case}/proposals/new", proposal::new),
        form("/folders/{folder}/case-management/{case}/proposals/new", proposal::add),
        page("/folders/{folder}/case-management/{case}/proposals/{proposal}/choice", proposal::choice),
        form("/folders/{folder}/case-management/{case}/proposals/{proposal}/choice", proposal::choose),
        page("/folders/{folder}/case-management/{case}/proposals/{proposal}/step", proposal::step),
        form("/folders/{folder}/case-management/{case}/proposals/{proposal}/step", proposal::adopt),
        page("/folders/{folder}/case-management/{case}/end", end::page),
        form("/folders/{folder}/case-management/{case}/end", end::end),
    ]
}
