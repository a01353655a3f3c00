//! What is found out about passwords before the writer is asked: Argon2 costs tens of milliseconds and memory, so it
//! runs on threads of its own, on half of the processors at most, and never holds up a form or a page.

use super::failure::Failure;
use super::id::WorkerId;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::LazyLock;

/// Argon2id, m = 19 MiB, t = 2, p = 1.
static ARGON: LazyLock<Argon2<'static>> = LazyLock::new(|| {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
});

/// The outcome, handed to the writer with the request.
#[derive(Clone, Debug)]
pub enum Weighed {
    /// The password is this worker's.
    Known(WorkerId),
    /// Unknown login or wrong password: the answer is the same.
    Unknown,
    /// Too many failures from there; wait so many seconds.
    Wait(i64),
    /// A new password, hashed.
    NewHash(String),
    /// A password made by the house, to be shown once.
    OneTime { plain: Secret, hash: String },
}

/// A text that no log and no message may show.
#[derive(Clone)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// A password for one entry: sixteen letters that are not mistaken for each other, about 79 bits.
pub fn one_time() -> Result<Weighed, Failure> {
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    // The bytes 6 to 8 of such an id are not all by chance.
    let chance = || uuid::Uuid::new_v4().into_bytes().into_iter().enumerate().filter(|(at, _)| !(6..9).contains(at));
    let letters = chance().chain(chance()).take(16).map(|(_, byte)| usize::from(byte) % LETTERS.len());
    let letters: Vec<char> = letters.filter_map(|at| LETTERS.get(at)).map(|byte| char::from(*byte)).collect();
    let plain = letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-");
    Ok(Weighed::OneTime { hash: hash(&plain)?, plain: Secret(plain) })
}

/// Hashes a password.
pub fn hash(password: &str) -> Result<String, Failure> {
    let hashed: Result<PasswordHash, _> = ARGON.hash_password(password.as_bytes());
    hashed.map(|hash| hash.to_string()).map_err(|error| Failure::Broken(error.to_string()))
}

/// Whether the password is the one that was hashed. An unknown login is compared with a hash of nothing, so that it
/// takes the same time.
pub fn verify(password: &str, hashed: Option<&str>) -> bool {
    static OF_NOTHING: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());
    let stored = hashed.unwrap_or(&OF_NOTHING);
    PasswordVerifier::<str>::verify_password(&*ARGON, password.as_bytes(), stored).is_ok() && hashed.is_some()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_password_is_known_by_its_hash_and_a_wrong_one_is_not() {
        let hashed = hash("třešně na okně").unwrap();
        assert!(verify("třešně na okně", Some(&hashed)));
        assert!(!verify("třešně na stole", Some(&hashed)));
        assert!(!verify("nobody has this password", None));
    }
}
