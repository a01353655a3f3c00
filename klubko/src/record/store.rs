//! Rows of records: texts, addenda, strike-outs. The timed row itself belongs to `activity`.

pub(super) mod around;
pub(super) mod events;
pub(super) mod goals;
pub(super) mod pick;
pub(super) mod read;

use crate::drafts;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, FolderId};
use crate::{params, record};
use rules::activity::Form;
use rules::coded::Coded;
use rules::record_text::RecordText;
use uuid::Uuid;

/// The form of the service's own work: in the service, or in the field.
pub fn form_of_service(folder: &Folder) -> Result<Form, Failure> {
    record! { struct Own { delivery_form: String } }
    const OWN: &str = "
        select s.delivery_form as delivery_form from service s join client_folder f on f.service_id = s.id
         where f.id = $1 and f.service_id = $2";
    let own: Option<Own> = folder.db().first(OWN, params![folder.id(), folder.service()])?;
    Ok(own.and_then(|own| Form::from_code(&own.delivery_form)).unwrap_or(Form::Ambulatory))
}

/// Writes the texts of a version of an activity; the texts before it stay readable.
pub fn write_text(
    change: &mut Change,
    folder: FolderId,
    (activity, version): (ActivityId, i64),
    text: &RecordText,
) -> Result<(), Failure> {
    const REPLACED: &str = "
        update progress_record set replaced_at = $3
         where activity_id = $1 and folder_id = $2 and replaced_at is null";
    const INSERT: &str = "
        insert into progress_record (activity_id, version, folder_id, statement, observation, reasoning, agreed, course,
                                     recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let (at, by) = (change.at(), change.by());
    change.run(REPLACED, params![activity, folder, at])?;
    let RecordText { course, statement, observation, reasoning, agreement } = text;
    let row = params![activity, version, folder, statement, observation, reasoning, agreement, course, at, by];
    change.run(INSERT, row)?;
    drafts::text_is_settled(change, folder, activity)
}

pub fn write_addendum(
    change: &mut Change,
    folder: FolderId,
    activity: ActivityId,
    text: &str,
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into record_addendum (id, activity_id, folder_id, text, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let id: Uuid = change.new_id();
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![id, activity, folder, text, at, by])?;
    Ok(id)
}

pub fn strike_out(change: &mut Change, folder: FolderId, activity: ActivityId, reason: &str) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into record_strike_out (activity_id, folder_id, reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![activity, folder, reason, at, by])?;
    drafts::text_is_settled(change, folder, activity)
}

/// Whether the folder has another introductory consultation that nobody struck out.
pub fn has_other_consultation(folder: &Folder, than: ActivityId) -> Result<bool, Failure> {
    record! { struct Others { others: i64 } }
    const OTHERS: &str = "
        select count(*) as others from intro_consultation c
         where c.folder_id = $1 and c.activity_id <> $2
           and not exists (select 1 from record_strike_out u where u.activity_id = c.activity_id)";
    let others: Option<Others> = folder.db().first(OTHERS, params![folder.id(), than])?;
    Ok(others.is_some_and(|row| row.others > 0))
}
