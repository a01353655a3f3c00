//! One timed row for everything that was done: when, how long, who, with whom, in what form (decision 5).
//!
//! For every slice that records work. Units and visits are derived from these rows and never stored (R-054, 3.1).

mod store;

pub use store::{
    ActivityFacts, Agreed, Cooperation, NewActivity, VisitCounter, acts, agreement_last_day, agreement_on, begin,
    cooperation, correct, count_visits, of_folder, visit_counter,
};
