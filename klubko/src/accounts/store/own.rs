//! What a worker sets for himself.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::WorkerId;
use crate::kernel::own::Own;
use crate::{params, record};

record! {
    pub struct Profile {
        pub login: String,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub greeting: String,
        pub theme: String,
        pub keys_off: bool,
        pub version: i64,
        pub is_one_time: bool,
    }
}

pub fn profile(own: &Own) -> Result<Profile, Failure> {
    const FIND: &str = "
        select login, title, given_name, family_name, greeting, theme, keys_off, version, is_one_time
          from worker where id = $1";
    own.db().first(FIND, params![own.worker()])?.ok_or(Failure::Absent)
}

/// What the worker chose for himself, over the version that he read.
pub struct Chosen<'c> {
    pub greeting: &'c str,
    pub theme: &'c str,
    pub keys_off: bool,
}

pub fn choose(change: &mut Change, worker: WorkerId, version: i64, chosen: &Chosen<'_>) -> Result<(), Failure> {
    const UPDATE: &str = "
        update worker set greeting = $3, theme = $4, keys_off = $5, version = version + 1
         where id = $1 and version = $2";
    change.replace(UPDATE, params![worker, version, chosen.greeting, chosen.theme, chosen.keys_off])
}

/// A new password; `is_one_time` when the house made it.
pub fn set_password(change: &mut Change, worker: WorkerId, hash: &str, is_one_time: bool) -> Result<(), Failure> {
    const UPDATE: &str = "update worker set password_hash = $2, password_set_at = $3, is_one_time = $4 where id = $1";
    let now = change.at();
    change.run(UPDATE, params![worker, hash, now, is_one_time]).map(drop)
}

record! { struct Word { word: String } }

/// Words that a password must not be made of: the names of his services and of the provider.
pub fn words_around(own: &Own, worker: WorkerId) -> Result<Vec<String>, Failure> {
    const WORDS: &str = "
        select s.name as word from membership m join service s on s.id = m.service_id where m.worker_id = $1
        union select name as word from provider";
    let words: Vec<Word> = own.db().all(WORDS, params![worker])?;
    Ok(words.into_iter().map(|word| word.word).collect())
}
