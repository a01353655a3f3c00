//! Somebody of a folder turns to the service again: another first contact, in the thread that goes on or in a new one.

use super::choices::form_of;
use super::store::contact::{self as store, NewFirstContact};
use crate::activity::{self, NewActivity};
use crate::folders::OpenedFolder;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, ServiceId, StatementId, ThreadId};
use rules::activity::Kind;
use rules::coded::Coded;
use rules::intake::Channel;
use rules::profession::Profession;

/// What was said and how.
#[derive(Clone, Copy, Debug)]
pub struct AskedAgain<'a> {
    pub channel: Channel,
    pub starts_at: i64,
    pub asked: &'a str,
    /// Of the worker who took it.
    pub profession: Profession,
}

/// The timed row alone: the thread has its first contact already.
pub fn record_again(change: &mut Change, folder: &Folder, again: &AskedAgain) -> Result<ActivityId, Failure> {
    let new = NewActivity {
        service: folder.service(),
        folder: Some(folder.id()),
        anonymous: None,
        kind: Kind::FirstContact,
        form: form_of(again.channel),
        starts_at: again.starts_at,
        minutes: 0,
        on_behalf_of_client: false,
        place: "",
        worker: folder.viewer()?,
        topics: &[],
    };
    activity::begin(change, &new)
}

/// Somebody whom another service of the provider told about: the first contact of a folder just opened.
pub fn receive_told(
    change: &mut Change,
    (service, opened): (ServiceId, &OpenedFolder),
    again: &AskedAgain,
) -> Result<StatementId, Failure> {
    let timed = NewActivity {
        service,
        folder: Some(opened.folder),
        anonymous: None,
        kind: Kind::FirstContact,
        form: form_of(again.channel),
        starts_at: again.starts_at,
        minutes: 0,
        on_behalf_of_client: false,
        place: "",
        worker: change.by(),
        topics: &[],
    };
    let activity = activity::begin(change, &timed)?;
    let new = NewFirstContact {
        folder: opened.folder,
        thread: opened.thread,
        activity,
        channel: again.channel.code(),
        profession: again.profession,
        asked: again.asked,
        agreed: "",
        consultation_wanted_on: None,
    };
    store::insert(change, &new)
}

/// The first contact of a new thread.
pub fn receive_again(
    change: &mut Change,
    folder: &Folder,
    thread: ThreadId,
    again: &AskedAgain,
) -> Result<StatementId, Failure> {
    let activity = record_again(change, folder, again)?;
    let new = NewFirstContact {
        folder: folder.id(),
        thread,
        activity,
        channel: again.channel.code(),
        profession: again.profession,
        asked: again.asked,
        agreed: "",
        consultation_wanted_on: None,
    };
    store::insert(change, &new)
}
