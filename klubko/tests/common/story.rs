//! Klára Vzorná, who calls Javořinka on Tuesday 3 March 2026 (scenario 2): the beginnings that several stories share.

use super::{Heard, Town, Worker};
use klubko::kernel::db::Connection;
use klubko::{params, record};

record! {
    /// A task as it is stored; whether it is seen in time is the matter of its pages.
    pub struct TaskRow {
        pub rule: String,
        pub what: String,
        pub due_on: String,
        pub position: Option<String>,
        pub is_done: bool,
    }
}

/// Klára's call as Bohdan Ukázka writes it down.
pub const CALL: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("day", "3. 3. 2026"),
    ("time", "14:20"),
    ("given_name", "Klára"),
    ("family_name", "Vzorná"),
    ("sex", "female"),
    ("phone", "777 123 456"),
    ("asked", "Odešel manžel, nemůže spát. Prosí o konzultaci hned po telefonu."),
];

impl Town {
    /// The tasks of all folders, in the order of their terms.
    pub fn tasks(&self) -> Vec<TaskRow> {
        const TASKS: &str = "
            select rule, what, due_on, position, case when done_at is null then false else true end as is_done
              from task where service_id = $1 order by due_on, rule";
        let reader = Connection::open_reader(&self.place).unwrap();
        reader.read(|unit| unit.all(TASKS, params![klubko::town::JAVORINKA])).unwrap().unwrap()
    }
}

impl Worker<'_> {
    /// Takes Klára's call of 14:20 and answers with the address of her folder. `more` wins over what is typed here.
    pub fn takes_klaras_call(&self, more: &[(&str, &str)]) -> String {
        let not_again = CALL.iter().copied().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
        let typed: Vec<(&str, &str)> = not_again.chain(more.iter().copied()).collect();
        let taken = self.fill("/first-contacts/new", "/first-contacts", &typed);
        taken.must_be(303);
        taken.location.split('?').next().unwrap().to_owned()
    }
}

impl Heard {
    /// The value of the option or box whose words are these.
    pub fn choice(&self, words: &str) -> String {
        let body = self.body();
        let found = body.split("value=\"").skip(1).find(|rest| {
            let shown = rest.split_once('>').map_or("", |(_, text)| text);
            shown.split('<').next().is_some_and(|text| text.trim() == words)
        });
        found.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no choice {words}")).to_owned()
    }
}
