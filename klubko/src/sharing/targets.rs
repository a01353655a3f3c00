//! The other services of the provider as somewhere to send to: what the client's consent lets cross there, and to whom.

use crate::crossing::{self, Topics};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::{Form, Group};
use crate::kernel::format_cs::date;
use crate::kernel::id::{ServiceId, StatementId, WorkerId};
use crate::settings;

/// One other service.
pub(super) struct Target {
    pub(super) id: ServiceId,
    pub(super) name: String,
    pub(super) mark: String,
    /// Topics of consents in force; none: nothing may cross.
    pub(super) topics: Vec<Topics>,
    /// Those who work with clients there: id, name with the mark of the service.
    pub(super) people: Vec<(String, String)>,
}

/// Every other service of the provider, in its order.
pub(super) fn targets(folder: &Folder) -> Result<Vec<Target>, Failure> {
    let others = settings::services(folder.db())?.into_iter().filter(|one| one.id != folder.service());
    others
        .map(|one| {
            let people = crossing::receivers(folder, one.id)?;
            let named = |it: crossing::Receiver| (it.id.to_string(), format!("{} ({})", it.name, one.mark));
            Ok(Target {
                topics: crossing::grounds(folder, one.id)?,
                people: people.into_iter().map(named).collect(),
                id: one.id,
                name: one.name,
                mark: one.mark,
            })
        })
        .collect()
}

/// What was chosen in „O čem a komu“: the service, the consent and its topic.
pub(super) struct Chosen<'t> {
    pub(super) target: &'t Target,
    pub(super) consent: StatementId,
    pub(super) topic: String,
}

impl Target {
    /// Topics as choices: a value that names service, consent and topic, and a text.
    fn options(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.topics.iter().map(|one| {
            let value = format!("{}|{}|{}", self.id, one.consent_id, one.topic);
            (value, format!("{} – {}, souhlas do {}", one.topic, self.name, date(one.valid_until)))
        })
    }

    /// The workers ticked in the form, of this service alone.
    pub(super) fn ticked(&self, form: &mut Form) -> Vec<WorkerId> {
        let known = |id: &&str| self.people.iter().any(|(one, _)| one == id);
        let chosen = form.all("receivers");
        let is_strange = chosen.iter().any(|id| !known(id));
        let ids: Vec<WorkerId> = chosen.iter().filter(|id| known(id)).filter_map(|id| id.parse().ok()).collect();
        if is_strange {
            form.problem("receivers", format!("Vyberte jen pracovníky služby {}", self.name));
        } else if ids.is_empty() {
            form.problem("receivers", "Vyberte aspoň jednoho pracovníka, kterému to přijde");
        }
        ids
    }
}

/// Everything the consents allow, over all services.
pub(super) fn options(targets: &[Target]) -> Vec<(String, String)> {
    targets.iter().flat_map(Target::options).collect()
}

/// Workers of every other service, each service for itself.
pub(super) fn people(targets: &[Target]) -> Vec<Group> {
    targets.iter().map(|one| (one.name.clone(), one.people.clone())).collect()
}

/// Those of the services to which a consent lets something cross.
pub(super) fn open_people(targets: &[Target]) -> Vec<Group> {
    let open = targets.iter().filter(|one| !one.topics.is_empty());
    open.map(|one| (one.name.clone(), one.people.clone())).collect()
}

/// Reads what was chosen; a consent that ended in the meantime is not among the choices any more.
pub(super) fn chosen<'t>(form: &mut Form, targets: &'t [Target]) -> Option<Chosen<'t>> {
    let value = form.value("topic").to_owned();
    let found = targets.iter().find_map(|target| {
        let place = target.options().position(|(known, _)| known == value)?;
        let one = target.topics.get(place)?;
        Some(Chosen { target, consent: one.consent_id, topic: one.topic.clone() })
    });
    if found.is_none() {
        let gone = "Souhlas s tímto tématem už neplatí. Vyberte téma, se kterým klient souhlasí";
        form.problem("topic", if value.is_empty() { "Vyberte téma a službu" } else { gone });
    }
    found
}
