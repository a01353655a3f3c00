//! Rows of meetings. What names a client is read with the predicate of sharing in the same statement.

pub(super) mod agenda;
pub(super) mod folder;
pub(super) mod meetings;
pub(super) mod outputs;

/// The folder of the other service joined with that of row `i`, if there is one.
#[macro_export]
#[doc(hidden)]
macro_rules! far_of_row {
    () => {
        "(select case when j.folder_id = i.folder_id then j.far_folder_id else j.folder_id end from folder_join j
           where j.folder_id = i.folder_id and j.far_service_id = i.receiver_service_id
              or j.far_folder_id = i.folder_id and j.service_id = i.receiver_service_id
           order by j.joined_at, j.id limit 1)"
    };
}

/// The consents that may speak about row `i`: given in its folder, or in one joined with it.
#[macro_export]
#[doc(hidden)]
macro_rules! consent_of_row {
    ($more:expr) => {
        concat!(
            "exists (select 1 from consent c join consent_terms t on t.consent_id = c.id
                      where c.kind = 'case_management'
                        and (c.folder_id = i.folder_id
                             or c.folder_id in (select j.far_folder_id from folder_join j where j.folder_id = i.folder_id
                                                union
                                                select j.folder_id from folder_join j where j.far_folder_id = i.folder_id))
                        and ",
            $crate::consent_lets!(),
            $more,
            ")"
        )
    };
}

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
