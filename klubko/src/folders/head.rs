//! The head of every page of a folder: about whom it is, how far they are, what may be done.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::access::{Act, Mask, Verdict, decide};

/// What `kernel/folder_layout.html` shows; texts ready to print.
pub struct FolderHead {
    pub id: String,
    pub number: String,
    pub service: String,
    pub mark: String,
    pub name: String,
    pub address_as: Option<String>,
    /// 0 none yet, 1 Zájemce, 2 Smlouva, 3 Plán, 4 Hodnocení, 5 Ukončeno
    pub stage: u8,
    pub badges: Vec<(&'static str, String)>,
    pub facts: Vec<(&'static str, String, String)>,
    pub why: String,
    pub bars: Vec<(&'static str, String, String, String)>,
    pub tabs: Vec<(&'static str, String, usize, bool)>,
    pub actions: Vec<(&'static str, String)>,
    pub may_write: bool,
}

/// The parts of a folder: key, name, page, act that opens it.
const TABS: &[(&str, &str, &str, Act)] = &[
    ("summary", "Přehled", "", Act::SeeFolder),
    ("timeline", "Zápisy", "/timeline", Act::SeeTimeline),
    ("negotiation", "Jednání", "/negotiation", Act::SeeNegotiation),
    ("consents", "Souhlasy", "/consents", Act::SeeConsents),
    ("tasks", "Úkoly", "/tasks", Act::SeeFolderTasks),
    ("team", "Tým", "/team", Act::SeeTeam),
    ("data", "Údaje", "/data", Act::SeePersonalData),
    ("looks", "Kdo nahlížel", "/looks", Act::SeeLooks),
];

/// The head of a page; `here` is the key of its tab.
pub fn head(visit: &Visit, folder: &Folder, here: &str) -> Result<FolderHead, Failure> {
    let viewer = visit.viewer()?;
    let may = |act| matches!(decide(viewer.subject(), folder.tie(), act), Verdict::Granted { .. });
    let tabs = TABS.iter().filter(|(.., act)| may(*act));
    let tabs = tabs.map(|(key, name, page, _)| (*name, folder.path(page), 0, *key == here)).collect();
    Ok(FolderHead {
        id: folder.id().to_string(),
        number: folder.number().to_owned(),
        service: viewer.service_name().to_owned(),
        mark: viewer.service_mark().to_owned(),
        name: folder.name(),
        address_as: None,
        stage: 0,
        badges: Vec::new(),
        facts: Vec::new(),
        why: folder.because().cs().into_owned(),
        bars: Vec::new(),
        tabs,
        actions: Vec::new(),
        may_write: may(Act::WriteRecord) && folder.mask() != Mask::Handover,
    })
}
