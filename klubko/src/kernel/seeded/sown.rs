//! The checks that can be left out, one at a time, and the proofs that must notice it.
//!
//! What the house does not have yet (suggestions while typing, guests) has no fault here; it comes with the check.

use super::left_out::{Fault, Patch};
use crate::{consent_says, excluded, excluded_from_item, is_key_worker, visible};

const STRANGERS: &str = "strangers::a_hidden_folder_and_an_absent_one_are_the_same_page";
const FORMS: &str = "strangers::a_form_sent_to_a_hidden_folder_is_answered_as_if_it_were_not_there";
const LISTS: &str = "predicate::lists_show_exactly_what_the_policy_lists";
const IN_TIME: &str = "in_time::a_tie_that_is_over_or_has_not_begun_opens_nothing";
const INSPECTION: &str = "in_time::an_inspection_opens_from_its_first_day_to_its_last_and_not_once_it_was_ended";
const DISABLED: &str = "disabled::a_disabled_worker_is_led_to_the_sign_in_page_with_the_next_request";
const LEFT: &str = "disabled::whoever_left_the_service_loses_it_with_the_next_request";
const LOCKED: &str = "unseen::a_screen_left_alone_and_a_session_that_ended_show_nothing";
const KEYLESS: &str = "strangers::a_form_from_a_foreign_page_or_without_its_key_does_nothing";

const ENDED_EARLY: &str = "and not exists (select 1 from inspection_end e where e.inspection_id = n.id)";

const fn words(within: &'static str, check: &'static str, instead: &'static str) -> Patch {
    Patch { within, check, instead }
}

/// A check that is code, asked for by its name where it stands.
const fn code(name: &'static str, caught_by: &'static [&'static str]) -> Fault {
    Fault { name, patches: &[], caught_by }
}

/// A check that stands in statements.
const fn sql(name: &'static str, patches: &'static [Patch], caught_by: &'static [&'static str]) -> Fault {
    Fault { name, patches, caught_by }
}

/// All of them. Five in rotation are tried by `./test`, all by `cargo xtask ci --long`.
pub const FAULTS: &[Fault] = &[
    sql(
        "exclusion_over_head",
        &[words("", concat!("case when ", excluded!()), concat!("case when not $5 and ", excluded!()))],
        &[STRANGERS],
    ),
    sql("exclusion", &[words("", excluded!(), "false")], &[LISTS]),
    sql("other_service", &[words("", "when f.service_id <> $1 then 'other_service'", "")], &[STRANGERS]),
    sql("key_worker_end", &[words("then 'key_worker'", is_key_worker!(), ANY_KEY_WORKER)], &[IN_TIME]),
    sql("assignment_end", &[words("", " and a.ended_at is null", "")], &[IN_TIME]),
    sql("assignment_begin", &[words("", " and a.from_day <= $4", "")], &[IN_TIME]),
    sql("assignment_until", &[words("", " and (a.until_day is null or a.until_day >= $4)", "")], &[IN_TIME]),
    sql("deputy_until", &[words("", " and (h.until_at is null or h.until_at > $3)", "")], &[IN_TIME]),
    sql("substitute_period", &[words("", " and s.from_day <= $4 and s.until_day >= $4", "")], &[IN_TIME]),
    sql("inspection_until", &[words("", " and n.until_day >= $4", "")], &[INSPECTION]),
    sql("inspection_end", &[words("", ENDED_EARLY, "")], &[INSPECTION]),
    sql("disabled_account", &[words("from session s", " and w.disabled_at is null", "")], &[DISABLED]),
    sql("membership_over", &[words("from session s", "m.until_day >= $3", "true")], &[LEFT]),
    sql("session_end", &[words("from session s", " and s.ended_at is null", "")], &[LOCKED]),
    sql("search", &[words("as is_found_by_name", visible!(), "f.service_id = $1")], &[LISTS]),
    sql("same_service_names", &[words("", "'yes') = 'yes'", "'yes') <> ''")], &[LISTS]),
    sql(
        "duplicate_warning",
        &[words("w.title as key_title", visible!(), "f.service_id = $1")],
        &["unseen::whoever_is_excluded_is_not_told_that_a_similar_person_is_there"],
    ),
    sql(
        "count",
        &[words("f.person_id as person_id", visible!(), "f.service_id = $1")],
        &["unseen::whoever_is_excluded_is_not_told_even_a_number"],
    ),
    sql(
        "draft",
        &[words("select fields, revision from draft", " and worker_id = $4", " and $4 = $4")],
        &["unseen::nobody_takes_up_a_colleagues_draft"],
    ),
    sql(
        "withdrawn_consent",
        &[words("from consent c", "left join consent_withdrawal w on w.consent_id = c.id", NO_WITHDRAWAL)],
        &["unseen::a_consent_that_was_withdrawn_carries_nothing"],
    ),
    sql("shared_stop", &[words(ITEM, consent_says!(stopped), "false")], SHARING),
    sql("shared_withdrawn", &[words(ITEM, consent_says!(withdrawn), "false")], SHARING),
    sql("shared_superseded", &[words(ITEM, consent_says!(superseded), "false")], SHARING),
    sql("shared_extent", &[words(ITEM, consent_says!(complete), "true")], SHARING),
    sql("shared_topic", &[words(ITEM, consent_says!(covers_topic), "true")], SHARING),
    sql("shared_direction", &[words(ITEM, consent_says!(allows_direction), "true")], SHARING),
    sql("shared_exclusion", &[words(ITEM, excluded_from_item!(), "false")], SHARING),
    sql(
        "shared_not_yet_valid",
        &[words(ITEM, "t.valid_from <= $4", "true"), words(ITEM, "t.valid_from as", "'2000-01-01' as")],
        SHARING,
    ),
    sql(
        "shared_expired",
        &[words(ITEM, "c.valid_until >= $4", "true"), words(ITEM, "c.valid_until as", "'2999-01-01' as")],
        SHARING,
    ),
    sql(
        "shared_dissent",
        &[words(ITEM, "c.decision = 'consent'", "true"), words(ITEM, "c.decision as", "'consent' as")],
        SHARING,
    ),
    sql(
        "shared_law_reason",
        &[words(ITEM, " and g.reason <> ''", ""), words(ITEM, "g.reason as reason", "'proto' as reason")],
        SHARING,
    ),
    code("mentor_mask", &["in_time::a_mentor_reads_nothing_that_is_not_his_own"]),
    code("content_for_dpo", &[STRANGERS]),
    code("upload", &[FORMS]),
    code("pdf", &[STRANGERS]),
    code("look", &["looks::every_page_about_a_folder_leaves_one_entry_in_a_quarter_of_an_hour"]),
    code("locked_screen", &[LOCKED]),
    code("form_key", &[KEYLESS]),
];

/// Statements about shared items, and the proof that weighs every state of their ground.
const ITEM: &str = "from shared_item i";
const SHARING: &[&str] = &["sharing::the_door_and_the_list_say_what_the_policy_says"];
const ANY_KEY_WORKER: &str =
    "exists (select 1 from key_worker_assignment k where k.folder_id = f.id and k.worker_id = $2)";
const NO_WITHDRAWAL: &str = "left join consent_withdrawal w on 1 = 0 and w.consent_id = c.id";
