//! A provider grown by forms is made as large as it has to be: each folder is copied with all its rows and its entries
//! of the journal, chained by the same rule. Who keeps a copy and in which service it lies moves with it.

use crate::colleagues::{self, FOLDERS_OF_ONE};
use crate::tables::{self, Held, Table};
use anyhow::Result;
use klubko::kernel::db::{Connection, Place, Plant};
use klubko::kernel::journal::{self, APPEND, Row};
use klubko::town;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// So many folders are stored under one commit.
const AT_ONCE: usize = 1000;
/// Entries of a folder when the provider is full: fifty times a hundred thousand is five million.
const ENTRIES: usize = 50;
/// Where a copied id differs from the one it is a copy of: in its time, so that a copy lies beside itself in every index,
/// as what is written together does.
const COPY_AT: u32 = 112;
const ENTRIES_OF_ALL: &str = "
    select seq, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose, decision, ground,
           object_id, salt, text, digest, prev, hash
      from journal order by seq";

/// A folder as forms left it.
#[derive(Default)]
struct Template {
    rows: Vec<(usize, Vec<Held>)>,
    entries: Vec<Row>,
    number: (i64, i64),
    own: HashSet<Uuid>,
}

/// What copies are made of; read once, while the provider holds nothing but its templates.
pub struct Source {
    inserts: Vec<&'static str>,
    tables: Vec<Table>,
    templates: Vec<Template>,
    folders: Vec<Uuid>,
    copies: usize,
}

impl Source {
    /// Reads the folders that were grown, in the order of `folders`.
    pub fn read(place: &Place, folders: &[String]) -> Result<Self> {
        let ids = folders.iter().map(|address| address.rsplit('/').next().unwrap_or_default().parse::<Uuid>());
        let folders = ids.collect::<std::result::Result<Vec<_>, _>>()?;
        let mut tables = tables::read(place)?;
        let mut templates = take_apart(&mut tables, &folders);
        let reader = Connection::open_reader(place)?;
        hand_out(reader.read(|unit| unit.all(ENTRIES_OF_ALL, &[]))??, &mut templates);
        let inserts = tables.iter().map(Table::insert).collect();
        Ok(Self { inserts, tables, templates, folders, copies: 0 })
    }

    /// Adds copies until there are so many folders; answers the addresses of what was added.
    pub fn grow_to(&mut self, place: &Place, many: usize, people: usize) -> Result<Vec<String>> {
        let writer = Connection::open_writer(place)?;
        let blocks = self.templates.len().div_ceil(FOLDERS_OF_ONE);
        let mut chain = Chain::of(&writer)?;
        let mut added = Vec::new();
        let have = (self.copies + 1) * self.templates.len();
        let copies: Vec<_> = (have..many).map(|n| (n / self.templates.len(), n % self.templates.len())).collect();
        for batch in copies.chunks(AT_ONCE) {
            let store = |plant: Plant<'_>| {
                for &(copy, nth) in batch {
                    let Some(template) = self.templates.get(nth) else { continue };
                    let moved = Moved { copy, shift: blocks * copy, people, own: &template.own };
                    self.store(plant, template, &moved, &mut chain)?;
                    let folder = self.folders.get(nth).copied().unwrap_or_default();
                    added.push(format!("/folders/{}", moved.id(folder)));
                }
                Ok(())
            };
            writer.plant(store)?;
        }
        self.copies = (many / self.templates.len()).max(1) - 1;
        Ok(added)
    }

    fn store(
        &self,
        plant: Plant<'_>,
        template: &Template,
        moved: &Moved<'_>,
        chain: &mut Chain,
    ) -> klubko::kernel::db::Result<()> {
        let (year, sequence) = template.number;
        let larger = sequence + (moved.copy * self.templates.len()) as i64;
        for (table, row) in &template.rows {
            let (Some(table), Some(insert)) = (self.tables.get(*table), self.inserts.get(*table)) else { continue };
            let mut row: Vec<_> = row.iter().map(|held| moved.held(held)).collect();
            if !renumber(table, &mut row, (year, sequence), larger) {
                continue;
            }
            let values: Vec<_> = row.iter().map(Held::value).collect();
            plant(insert, &values)?;
        }
        let looks = template.entries.iter().filter(|row| row.quarter.is_some()).cycle();
        let more = ENTRIES.saturating_sub(template.entries.len());
        let again = looks.take(more).enumerate().map(|(n, row)| (n as i64 + 1, row));
        for (later, row) in template.entries.iter().map(|row| (0, row)).chain(again) {
            chain.add(plant, moved.entry(row, later))?;
        }
        Ok(())
    }
}

/// Where the ids of a copy lie.
struct Moved<'t> {
    copy: usize,
    shift: usize,
    people: usize,
    own: &'t HashSet<Uuid>,
}

impl Moved<'_> {
    fn id(&self, id: Uuid) -> Uuid {
        if self.own.contains(&id) {
            return Uuid::from_u128(id.as_u128() ^ ((self.copy as u128) << COPY_AT));
        }
        if id == Uuid::from(town::JAVORINKA) {
            return colleagues::service_of(self.shift);
        }
        colleagues::moved(id, self.shift, self.people)
    }

    fn held(&self, held: &Held) -> Held {
        if let Held::Id(id) = held { Held::Id(self.id(*id)) } else { held.clone() }
    }

    /// The same entry about the copy; an added look falls into a quarter of an hour of its own.
    fn entry(&self, row: &Row, later: i64) -> Row {
        let mut row = row.clone();
        row.actor = self.id(row.actor);
        row.person = row.person.map(|person| self.id(person));
        row.concerns_id = self.id(row.concerns_id);
        row.object_id = row.object_id.map(|object| self.id(object));
        row.quarter = row.quarter.map(|quarter| quarter - later);
        row
    }
}

/// The end of the journal.
struct Chain {
    seq: i64,
    prev: Vec<u8>,
}

impl Chain {
    fn of(writer: &Connection) -> Result<Self> {
        let seq = writer.read(journal::last_seq)??;
        let prev = writer.read(|unit| journal::hash_of(unit, seq))??;
        Ok(Self { seq, prev: prev.unwrap_or_else(|| vec![0; 32]) })
    }

    fn add(&mut self, plant: Plant<'_>, row: Row) -> klubko::kernel::db::Result<()> {
        self.seq += 1;
        let row = Row { seq: self.seq, ..row }.digested().after(std::mem::take(&mut self.prev));
        plant(APPEND, &row.values())?;
        self.prev = row.hash;
        Ok(())
    }
}

/// A copy has a number of its own, and is found by it. A word that two ways of writing the number share is stored once:
/// the answer is whether the row is.
fn renumber(table: &Table, row: &mut [Held], (year, was): (i64, i64), is: i64) -> bool {
    let mut set = |column: &str, held: Held| {
        if let Some(place) = table.place(column).and_then(|at| row.get_mut(at)) {
            *place = held;
        }
    };
    match table.name.as_str() {
        "client_folder" => {
            set("sequence", Held::Int(is));
            set("number", Held::Text(format!("{year}/{is:04}")));
        }
        "search_word" => {
            let number = |n: i64| [format!("{year}{n:04}"), format!("{n:04}"), format!("{year}{n}"), n.to_string()];
            let Some(word) = table.place("word").and_then(|at| row.get_mut(at)) else { return true };
            let same = number(was).into_iter().position(|one| *word == Held::Blob(one.into_bytes()));
            let Some(nth) = same else { return true };
            let [padded @ .., _, _] = number(is);
            let new = number(is).into_iter().nth(nth).unwrap_or_default();
            if nth > 1 && padded.contains(&new) {
                return false;
            }
            *word = Held::Blob(new.into_bytes());
        }
        _ => {}
    }
    true
}

/// Gives every row to the folder it belongs to; what is left is shared.
fn take_apart(tables: &mut [Table], folders: &[Uuid]) -> Vec<Template> {
    const NOT_COPIED: &[&str] = &["draft", "form_token", "session", "journal"];
    let mut nth: HashMap<Uuid, usize> = folders.iter().enumerate().map(|(n, id)| (*id, n)).collect();
    nth.extend(persons(tables, &nth));
    let mut templates: Vec<Template> = folders.iter().map(|_| Template::default()).collect();
    let mut shared = HashSet::new();
    for (at, table) in tables.iter_mut().enumerate().filter(|(_, table)| !NOT_COPIED.contains(&&*table.name)) {
        let is_whole = ["client_folder", "person"].contains(&&*table.name);
        let key = table.place(if is_whole { "id" } else { "folder_id" });
        let year_and_sequence = (table.place("year"), table.place("sequence"));
        for row in std::mem::take(&mut table.rows) {
            let cell = |place: Option<usize>| place.and_then(|place| row.get(place));
            let owner = cell(key).and_then(Held::id).and_then(|id| nth.get(&id));
            let Some(template) = owner.and_then(|&n| templates.get_mut(n)) else {
                shared.extend(row.iter().filter_map(Held::id));
                continue;
            };
            if let (Some(Held::Int(year)), Some(Held::Int(sequence))) =
                (cell(year_and_sequence.0), cell(year_and_sequence.1))
            {
                template.number = (*year, *sequence);
            }
            template.own.extend(row.iter().filter_map(Held::id));
            template.rows.push((at, row));
        }
    }
    templates.iter_mut().for_each(|template| template.own.retain(|id| !shared.contains(id)));
    templates
}

/// The person of a folder has a row of its own, without the folder's id.
fn persons(tables: &[Table], folders: &HashMap<Uuid, usize>) -> HashMap<Uuid, usize> {
    let Some(table) = tables.iter().find(|table| table.name == "client_folder") else { return HashMap::new() };
    let (id, person) = (table.place("id").unwrap_or_default(), table.place("person_id").unwrap_or_default());
    let of = |row: &Vec<Held>| {
        let folder = folders.get(&row.get(id)?.id()?)?;
        Some((row.get(person)?.id()?, *folder))
    };
    table.rows.iter().filter_map(of).collect()
}

/// Gives every entry of the journal to the folder it speaks of.
fn hand_out(entries: Vec<Row>, templates: &mut [Template]) {
    let of: HashMap<Uuid, usize> =
        templates.iter().enumerate().flat_map(|(n, one)| one.own.iter().map(move |id| (*id, n))).collect();
    for entry in entries {
        let template = of.get(&entry.concerns_id).and_then(|&n| templates.get_mut(n));
        template.into_iter().for_each(|template| template.entries.push(entry.clone()));
    }
}
