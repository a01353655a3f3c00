//! People and ties put into a town past every door, for proofs that need a certain tie and not its story.

use super::Town;
use jiff::civil::Date;
use klubko::kernel::clock;
use klubko::kernel::czech;
use klubko::kernel::db::{Connection, Place, Unit};
use klubko::kernel::id::{FolderId, ServiceId, WorkerId};
use klubko::kernel::value::Value;
use klubko::town;
use rules::text::search_words;
use std::sync::OnceLock;
use uuid::Uuid;

/// The moment at which the proofs take place.
pub const MOMENT: &str = "2026-03-03T14:20";
/// When everything planted had happened.
pub const DAY: &str = "2026-02-01";

pub fn then() -> i64 {
    clock::start_of(DAY.parse::<Date>().unwrap())
}

/// A folder with its person, first thread, pseudonym and search words.
#[derive(Clone, Copy, Debug)]
pub struct Planted {
    pub folder: FolderId,
    pub person: Uuid,
    pub thread: Uuid,
    pub service: ServiceId,
}

pub fn worker(login: &str) -> WorkerId {
    town::PEOPLE.iter().find(|one| one.login() == login).unwrap_or_else(|| panic!("nobody is called {login}")).id()
}

/// The same id for the same words, in every town.
pub fn named(words: &str) -> Uuid {
    let sum = words.bytes().fold(0x9e37_79b9_7f4a_7c15_u128, |sum, byte| {
        sum.wrapping_mul(0x0100_0000_01b3_0000_0001).rotate_left(17) ^ u128::from(byte)
    });
    Uuid::from_u128(sum)
}

/// A column as both engines know it.
pub struct Column {
    pub table: String,
    pub name: String,
    pub kind: String,
    pub is_required: bool,
}

pub type Given<'a> = (&'a str, Value<'a>);

impl Town {
    pub fn columns(&self) -> &'static [Column] {
        // A town in a file has the same tables every time; reading them anew for each row would take most of a proof.
        static OF_A_FILE: OnceLock<Vec<Column>> = OnceLock::new();
        match &self.place {
            Place::File(_) => OF_A_FILE.get_or_init(|| self.read_columns()),
            Place::Schema { .. } => self.read_columns().leak(),
        }
    }

    fn read_columns(&self) -> Vec<Column> {
        let reader = Connection::open_reader(&self.place).unwrap();
        let columns = reader.read(Unit::columns).unwrap().unwrap();
        let column = |(name, kind): (String, String)| {
            let (table, name) = name.split_once('.').unwrap();
            let is_required = kind.ends_with("not null");
            let kind = kind.trim_end_matches(" not null").to_owned();
            Column { table: table.to_owned(), name: name.to_owned(), kind, is_required }
        };
        columns.into_iter().map(column).collect()
    }

    /// One row past every door: what is given, and something harmless wherever a value must be.
    pub fn plant_row(&self, table: &str, given: &[Given<'_>]) {
        let columns = self.columns();
        let wanted: Vec<&Column> = columns
            .iter()
            .filter(|one| one.table == table && (one.is_required || given.iter().any(|(name, _)| *name == one.name)))
            .collect();
        let value = |one: &&Column| {
            let found = given.iter().find(|(name, _)| *name == one.name).map(|(_, value)| value.clone());
            found.unwrap_or_else(|| harmless(one))
        };
        let values: Vec<Value<'_>> = wanted.iter().map(value).collect();
        let names: Vec<&str> = wanted.iter().map(|one| one.name.as_str()).collect();
        let places: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
        let sql = format!("insert into {table} ({}) values ({})", names.join(", "), places.join(", "));
        let sql: &'static str = Box::leak(sql.into_boxed_str());
        let writer = Connection::open_writer(&self.place).unwrap();
        writer.plant(|plant| plant(sql, &values)).unwrap_or_else(|error| panic!("{table}: {error}"));
    }

    /// `n` tells folders apart and is their number: 9001 and up do not meet the stories.
    pub fn plant_folder(&self, n: i64, service: ServiceId, given: &str, family: &str, opened_by: &str) -> Planted {
        let id = |kind: &str| named(&format!("{kind} {n} of {service}"));
        let planted = Planted { folder: FolderId(id("folder")), person: id("person"), thread: id("thread"), service };
        let (folder, service_id) = (Value::from(planted.folder), Value::from(service));
        let by = Value::from(worker(opened_by));
        let number = format!("2026/{n:04}");
        self.plant_row("person", &[("id", Value::from(planted.person)), ("service_id", service_id.clone())]);
        let cover = [
            ("id", folder.clone()),
            ("service_id", service_id.clone()),
            ("person_id", Value::from(planted.person)),
            ("year", Value::from(2026)),
            ("sequence", Value::from(n)),
            ("number", Value::from(&number)),
            ("opened_by", by.clone()),
        ];
        self.plant_row("client_folder", &cover);
        let pseudonym = Value::from(id("pseudonym"));
        self.plant_row("folder_pseudonym", &[("folder_id", folder.clone()), ("pseudonym", pseudonym)]);
        let thread = [("id", Value::from(planted.thread)), ("folder_id", folder.clone()), ("recorded_by", by.clone())];
        self.plant_row("case_thread", &thread);
        let order = czech::order_key(&format!("{family} {given}"));
        let person = [
            ("person_id", Value::from(planted.person)),
            ("service_id", service_id.clone()),
            ("folder_id", folder.clone()),
            ("given_name", Value::from(given)),
            ("family_name", Value::from(family)),
            ("name_order", Value::from(&order)),
            ("recorded_by", by),
        ];
        self.plant_row("person_version", &person);
        let words = search_words(&format!("{given} {family}")).into_iter().map(|word| (word, true));
        for (word, is_name) in words.chain([(format!("2026{n:04}"), false)]) {
            let word = word.into_bytes();
            let row = [
                ("service_id", service_id.clone()),
                ("word", Value::from(&word)),
                ("folder_id", folder.clone()),
                ("is_name", Value::from(is_name)),
            ];
            self.plant_row("search_word", &row);
        }
        planted
    }

    fn plant_tie(&self, table: &str, planted: Planted, login: &str, more: &[Given<'_>]) {
        let who = Value::from(worker(login));
        let id = Value::from(named(&format!("{table} {login} {}", planted.folder)));
        let mut row = vec![
            ("id", id),
            ("folder_id", Value::from(planted.folder)),
            ("worker_id", who.clone()),
            ("recorded_by", who),
        ];
        row.extend_from_slice(more);
        self.plant_row(table, &row);
    }

    pub fn plant_key_worker(&self, planted: Planted, login: &str) {
        self.plant_tie("key_worker_assignment", planted, login, &[]);
    }

    pub fn plant_assignment(&self, planted: Planted, login: &str, as_mentor: bool) {
        self.plant_tie("assignment", planted, login, &[("as_mentor", Value::from(as_mentor))]);
    }

    pub fn plant_exclusion(&self, planted: Planted, login: &str) {
        let reason = [("reason", Value::from("personal_relation"))];
        self.plant_tie("worker_exclusion", planted, login, &reason);
    }

    pub fn plant_deputy(&self, planted: Planted, login: &str) {
        self.plant_tie("head_deputy", planted, login, &[]);
    }

    /// `login` stands in for `absent` for the whole year.
    pub fn plant_substitution(&self, service: ServiceId, absent: &str, login: &str) {
        let row = [
            ("id", Value::from(named(&format!("substitution {absent} {login}")))),
            ("service_id", Value::from(service)),
            ("worker_id", Value::from(worker(absent))),
            ("substitute_id", Value::from(worker(login))),
            ("until_day", Value::from("2026-12-31")),
            ("recorded_by", Value::from(worker(login))),
        ];
        self.plant_row("substitution", &row);
    }

    /// `login` inspects the folder in some days, as it was on the day of everything planted.
    pub fn plant_inspection(&self, planted: Planted, login: &str, (from, until): (&str, &str)) -> Uuid {
        let id = named(&format!("inspection {login} {} {from} {until}", planted.folder));
        let row = [
            ("id", Value::from(id)),
            ("service_id", Value::from(planted.service)),
            ("worker_id", Value::from(worker(login))),
            ("from_day", Value::from(from)),
            ("until_day", Value::from(until)),
            ("recorded_by", Value::from(worker(login))),
        ];
        self.plant_row("quality_inspection", &row);
        let folder = [("inspection_id", Value::from(id)), ("folder_id", Value::from(planted.folder))];
        self.plant_row("inspected_folder", &folder);
        id
    }

    /// The case is offered to `login`, who has not answered.
    pub fn plant_handover(&self, planted: Planted, from: &str, login: &str) -> Uuid {
        let id = named(&format!("handover {}", planted.folder));
        let folder = Value::from(planted.folder);
        self.plant_row(
            "statement",
            &[("id", Value::from(id)), ("folder_id", folder.clone()), ("kind", "handover".into())],
        );
        let row = [
            ("id", Value::from(id)),
            ("folder_id", folder),
            ("from_worker_id", Value::from(worker(from))),
            ("to_worker_id", Value::from(worker(login))),
            ("reason", Value::from("other")),
            ("recorded_by", Value::from(worker(from))),
        ];
        self.plant_row("key_worker_handover", &row);
        id
    }
}

fn harmless(column: &Column) -> Value<'static> {
    let Column { table, name, kind, .. } = column;
    let is_moment = name.ends_with("_at");
    let is_day = ["_on", "_day", "valid_from", "valid_until", "starts_on"].iter().any(|end| name.ends_with(end));
    match kind.as_str() {
        "uuid" => Value::from(named(&format!("{table}.{name}"))),
        "text" if is_day => Value::from(DAY),
        "text" => Value::from(""),
        "bigint" if is_moment => Value::from(then()),
        "bigint" => Value::from(1),
        "boolean" => Value::from(false),
        "blob" | "bytea" => Value::from(&[0; 32]),
        other => panic!("{table}.{name} is of kind {other}"),
    }
}
