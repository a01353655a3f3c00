//! The first contact of a folder.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, FolderId, StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::intake::Channel;
use rules::profession::Profession;

/// A first contact before it is a row.
pub struct NewFirstContact<'a> {
    pub folder: FolderId,
    pub thread: ThreadId,
    pub activity: ActivityId,
    pub channel: &'a str,
    /// Of the worker who took it, as of then.
    pub profession: Profession,
    pub asked: &'a str,
    pub agreed: &'a str,
    pub consultation_wanted_on: Option<Date>,
}

pub fn insert(change: &mut Change, new: &NewFirstContact) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into first_contact (id, folder_id, activity_id, thread_id, channel, profession, asked, agreed,
                                   consultation_wanted_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let id = change.begin_statement(new.folder, "first_contact")?;
    let (at, by) = (change.at(), change.by());
    let row = params![
        id,
        new.folder,
        new.activity,
        new.thread,
        new.channel,
        new.profession,
        new.asked,
        new.agreed,
        new.consultation_wanted_on,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

record! {
    /// How the person turned to the service, as it is shown in the folder.
    pub struct FirstContact {
        pub id: StatementId,
        pub activity_id: ActivityId,
        pub channel: String,
        pub profession: Profession,
        pub asked: String,
        pub agreed: String,
        pub consultation_wanted_on: Option<Date>,
        pub starts_at: i64,
        pub minutes: i64,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub safe_contact: String,
    }
}

impl FirstContact {
    pub fn channel(&self) -> Option<Channel> {
        rules::coded::Coded::from_code(&self.channel)
    }
}

/// The contacts by which the person turned to the service, newest first.
pub fn of_folder(folder: &Folder) -> Result<Vec<FirstContact>, Failure> {
    const ALL: &str = "
        select c.id as id, c.activity_id as activity_id, c.channel as channel, c.profession as profession,
               c.asked as asked, c.agreed as agreed, c.consultation_wanted_on as consultation_wanted_on,
               v.starts_at as starts_at, v.minutes as minutes, w.title as title,
               w.given_name as given_name, w.family_name as family_name, p.note as safe_contact
          from first_contact c
          join activity_version v on v.activity_id = c.activity_id and v.recorded_at <= $2
                                 and (v.replaced_at is null or v.replaced_at > $2)
          join worker w on w.id = v.worker_id
          join person_version p on p.folder_id = c.folder_id and p.recorded_at <= $2
                               and (p.replaced_at is null or p.replaced_at > $2)
         where c.folder_id = $1 and c.recorded_at <= $2 order by v.starts_at desc, c.id";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

record! { struct Topic { topic: String } }

/// Codes of the topics of an activity, joined by spaces.
pub fn topics(folder: &Folder, activity: ActivityId) -> Result<String, Failure> {
    const TOPICS: &str = "select topic from activity_topic where activity_id = $1 and folder_id = $2 order by topic";
    let topics: Vec<Topic> = folder.db().all(TOPICS, params![activity, folder.id()])?;
    Ok(topics.into_iter().map(|row| row.topic).collect::<Vec<_>>().join(" "))
}

record! {
    /// A consultation that was booked.
    pub struct Booked {
        pub starts_at: i64,
        pub note: String,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
    }
}

/// What is booked with the person, in order.
pub fn booked(folder: &Folder) -> Result<Vec<Booked>, Failure> {
    const BOOKED: &str = "
        select m.starts_at as starts_at, m.note as note, w.title as title, w.given_name as given_name,
               w.family_name as family_name
          from appointment m join worker w on w.id = m.worker_id
         where m.folder_id = $1 and m.kind = 'consultation' and m.cancelled_at is null and m.recorded_at <= $2
         order by m.starts_at, m.id";
    Ok(folder.db().all(BOOKED, params![folder.id(), folder.as_of()])?)
}
