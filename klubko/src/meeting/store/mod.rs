//! Rows of meetings. What names a client is read with the predicate of sharing in the same statement.

pub(super) mod agenda;
pub(super) mod folder;
pub(super) mod goals;
pub(super) mod meetings;
pub(super) mod outputs;

/// Row `i` is of the two services `$5` and `$6`, the viewer `$2` works in one of them and is excluded from neither of the
/// two folders; a peer mentor (`$7` false) mentors the client.
#[macro_export]
#[doc(hidden)]
macro_rules! seen_by_viewer {
    () => {
        concat!(
            "(i.service_id = $1 or i.receiver_service_id = $1) and (i.service_id = $5 and i.receiver_service_id = $6
                                 or i.service_id = $6 and i.receiver_service_id = $5)
             and not exists (select 1 from worker_exclusion x
                              where x.worker_id = $2 and x.from_at <= $3 and (x.until_at is null or x.until_at > $3)
                                and (x.folder_id = i.folder_id or x.folder_id = ",
            $crate::far_of_row!(),
            "))
             and ($7 or exists (select 1 from assignment a
                                 where a.worker_id = $2 and a.as_mentor and a.ended_at is null and a.from_day <= $4
                                   and (a.until_day is null or a.until_day >= $4)
                                   and (a.folder_id = i.folder_id or a.folder_id = ",
            $crate::far_of_row!(),
            ")))"
        )
    };
}
