//! What a client's consent opens of the meetings of two services, in words of SQL that the agenda, the outputs in the folders
//! and the tasks share: row `i` is something about one client, with `folder_id`, `service_id` and `receiver_service_id`.
//!
//! Parameters as in every listing: `$4` is today.

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

/// Output `i` may be read in folder `$1` as known at `$3`: it brought the client, wrote the output down already, or the
/// consent opens it today. Of a past day (`$2` false) no consent opens anything.
#[macro_export]
#[doc(hidden)]
macro_rules! output_open_to_folder {
    () => {
        concat!(
            "(i.folder_id = $1 or i.far_folder_id = $1) and i.recorded_at <= $3
             and (i.folder_id = $1
                  or exists (select 1 from meeting_output_record r
                              where r.output_id = i.id and r.folder_id = $1 and r.recorded_at <= $3)
                  or $2 and ",
            $crate::consent_of_row!(""),
            ")"
        )
    };
}

/// Task `$task` asks the other service to write an output down, and the consent that opened it has ended: nobody writes it
/// any more. It follows from the consent at each read; a newer consent lets the task live again.
#[macro_export]
macro_rules! task_has_lapsed {
    ($task:literal) => {
        concat!(
            "(",
            $task,
            ".rule = 'r078' and exists (select 1 from meeting_output i where i.id = ",
            $task,
            ".origin_id and i.far_folder_id = ",
            $task,
            ".folder_id and not ",
            $crate::consent_of_row!(""),
            "))"
        )
    };
}
