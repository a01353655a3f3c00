//! A new password typed twice; the same questions at the set-up and in the profile.

use crate::kernel::messages_cs::InCzech;
use rules::password::check;

/// What is wrong, and in which field: `new_password` or `new_password_again`.
pub fn flaw(new: &str, again: &str, own_words: &[String]) -> Option<(&'static str, String)> {
    let own: Vec<&str> = own_words.iter().map(String::as_str).chain(["klubko"]).collect();
    match check(new, &own) {
        Err(flaw) => Some(("new_password", flaw.cs().into_owned())),
        Ok(()) if new != again => Some(("new_password_again", "Hesla se liší. Napište je znovu".to_owned())),
        Ok(()) => None,
    }
}
