//! Choosing who is to do something in a folder: somebody of the folder by name, or whoever holds a post.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::ties;
use rules::coded::Coded;
use rules::task::{Addressee, Post};

/// Message 126.
pub const WHO_AND_WHEN: &str = "Úkol musí mít odpovědnou osobu a termín.";
/// Message 128.
const LIMITED: &str = "Spolupráce s tímto pracovníkem je v případu omezena. Vyberte někoho jiného.";

/// The people of the folder by name, as options of a field.
pub fn by_name(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    ties::people_options(folder)
}

/// The same, and before them whoever holds the post at the time.
pub fn with_posts(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let posts = [(Post::KeyWorker, "klíčový pracovník"), (Post::ServiceHead, "vedoucí služby")];
    let posts = posts.into_iter().map(|(post, name)| (post.code().to_owned(), name.to_owned()));
    Ok(posts.chain(by_name(folder)?).collect())
}

/// Reads the field `who`; somebody who is not offered there was not chosen.
pub fn addressee(
    form: &mut Form,
    folder: &Folder,
    missing: &'static str,
) -> Result<Option<Addressee<WorkerId>>, Failure> {
    if let Some(post) = Post::from_code(form.value("who")) {
        return Ok(Some(Addressee::Post(post)));
    }
    Ok(worker(form, folder, missing)?.map(Addressee::Worker))
}

/// Reads the field `who` where only somebody by name will do.
pub fn worker(form: &mut Form, folder: &Folder, missing: &'static str) -> Result<Option<WorkerId>, Failure> {
    let Some(chosen) = form.chosen::<WorkerId>("who", missing) else { return Ok(None) };
    if ties::excluded_ids(folder)?.contains(&chosen) {
        form.problem("who", LIMITED);
        return Ok(None);
    }
    if !ties::people_of(folder)?.iter().any(|one| one.id == chosen) {
        form.problem("who", missing);
        return Ok(None);
    }
    Ok(Some(chosen))
}
