//! What is to be done and when: pages over tasks and appointments, of a worker, of his service, of one folder.
//!
//! For every worker of a service. Rows are kept by `tasks` and `calendar`, which other slices fill; here people see
//! them, add their own, finish them and take that back (R-143, decisions 9 and 10).

mod appointments;
mod people;
mod store;
mod tasks;
mod words;

use crate::kernel::route::Route;
use rules::access::Act;
pub use store::{Appointment, Task, my_appointments, tasks_of_my_day};
pub use tasks::of_service;
pub use words::{AppointmentLine, TaskLine};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeTasks, "/tasks", tasks::list),
        Route::page(Act::SeeFolderTasks, "/folders/{folder}/tasks", tasks::of_folder),
        Route::form(Act::WriteTask, "/folders/{folder}/tasks", tasks::set),
        Route::page(Act::WriteTask, "/folders/{folder}/tasks/{task}/done", tasks::finishing),
        Route::form(Act::WriteTask, "/folders/{folder}/tasks/{task}/done", tasks::finish),
        Route::form(Act::WriteTask, "/folders/{folder}/tasks/{task}/reopening", tasks::reopen),
        Route::page(Act::PlanAppointment, "/folders/{folder}/appointments/new", appointments::new),
        Route::form(Act::PlanAppointment, "/folders/{folder}/appointments", appointments::plan),
        Route::form(
            Act::PlanAppointment,
            "/folders/{folder}/appointments/{appointment}/cancellation",
            appointments::cancel,
        ),
    ]
}
