//! „Takto to uvidí služba …“: exactly what will cross, with what in it gives somebody away, before it crosses.

use crate::kernel::id::WorkerId;
use crate::kernel::messages_cs::InCzech;
use rules::anonymity;
use sha2::{Digest, Sha256};

/// What is shown before it is sent.
pub(super) struct Preview {
    pub(super) service: String,
    pub(super) people: String,
    /// „téma odvolání“, or the ground in the law with its reason.
    pub(super) rests: String,
    pub(super) title: String,
    pub(super) body: String,
    /// The document that goes with it, by its title.
    pub(super) document: String,
    /// Birth numbers, phones and addresses found in the text.
    pub(super) marks: Vec<String>,
}

impl Preview {
    /// A mark of exactly what was previewed: what was changed after it is shown again before it crosses.
    pub(super) fn digest(&self) -> String {
        let parts = [&self.service, &self.people, &self.rests, &self.title, &self.body, &self.document];
        let mut hash = Sha256::new();
        parts.iter().for_each(|part| hash.update(format!("{}:{part}", part.len())));
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What of the text would give somebody away.
    pub(super) fn marks_in(text: &str) -> Vec<String> {
        anonymity::identifying_marks(text).iter().map(|one| one.cs().into_owned()).collect()
    }
}

/// `Mgr. Eva Poradná a Lenka Páteřní`
pub(super) fn named(people: &[(String, String)], ids: &[WorkerId]) -> String {
    let is_chosen = |id: &String| ids.iter().any(|one| one.to_string() == *id);
    let names: Vec<&str> = people.iter().filter(|(id, _)| is_chosen(id)).map(|(_, name)| name.as_str()).collect();
    names.join(", ")
}
