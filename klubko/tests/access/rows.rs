//! A row in every table of a folder, with a canary in every free text.

mod digests;

pub use super::coded::CODED;
use super::common::Town;
use super::common::plant::{Column, DAY, Planted, named, then, worker};
use super::scene::canary;
use digests::{digest, of_notice};
use klubko::kernel::value::Value;
use klubko::town::PM;
use uuid::Uuid;

/// Rows of a folder that are planted here, parents before children.
pub const FILLED: &[&str] = &[
    "activity",
    "activity_version",
    "activity_topic",
    "progress_record",
    "record_addendum",
    "record_strike_out",
    "anonymous_contact",
    "anonymous_link",
    "first_contact",
    "intake_negotiation",
    "commission",
    "information_given",
    "basic_counselling",
    "social_inquiry",
    "intro_consultation",
    "appointment",
    "crisis_intervention",
    "negotiation_outcome",
    "assessment",
    "assessment_participant",
    "consent",
    "consent_withdrawal",
    "consent_terms",
    "consent_topic",
    "consent_receiver",
    "consent_text",
    "notice",
    "mentor_consultation",
    "mentor_consultation_answer",
    "mentor_consultation_note",
    "secrecy_release",
    "secrecy_release_withdrawal",
    "document",
    "agreement",
    "refusal",
    "refusal_notice",
    "waiting_list_entry",
    "waiting_list_offer",
    "waiting_list_removal",
    "negotiation_reopening",
    "agreement_amendment",
    "agreement_termination",
    "legal_capacity",
    "plan_decision",
    "individual_plan",
    "personal_goal",
    "plan_step",
    "plan_agreement",
    "plan_note",
    "evaluation",
    "goal_evaluation",
    "case_closure",
    "record_goal",
    "key_worker_handover",
    "task",
    "draft",
    "warning_answer",
    "attachment",
    "attachment_strike_out",
    "screen_signing",
    "screen_signature",
    "shared_item",
    "shared_item_ground",
    "shared_item_receiver",
    "shared_item_reading",
    "shared_item_stop",
    "data_handover",
    "data_handover_answer",
    "commission_part",
    "commission_part_item",
    "commission_part_answer",
    "commission_part_end",
    "service_offer",
    "folder_join",
    "case_management",
    "case_management_phase",
    "case_management_member",
    "case_management_exit",
    "case_management_lead",
    "case_management_participation",
    "case_management_part",
    "case_management_proposal",
    "case_management_choice",
    "case_management_end",
    "team_communication",
    "meeting_series",
    "team_meeting",
    "meeting_request",
    "meeting_output",
    "meeting_goal",
    "meeting_goal_evaluation",
    "meeting_task",
    "meeting_output_record",
];

/// Heads and ties, which are planted by hand.
pub const BY_HAND: &[&str] = &[
    "assignment",
    "case_thread",
    "folder_pseudonym",
    "handover_answer",
    "head_deputy",
    "inspected_folder",
    "key_worker_assignment",
    "person_version",
    "search_word",
    "text_due",
    "statement",
    "worker_exclusion",
];

/// Cells that are filled though a row may do without them: they tie it to the folder.
const ALWAYS: &[&str] = &["folder_id", "far_folder_id", "worker_id", "consultation_id"];

/// A row in every table of a folder, with a canary in every free text.
pub fn fill(town: &Town, one: &Planted, tag: &str, login: &str) {
    let columns = town.columns();
    let content = town.plant_content(format!("{}vsouboru", canary(tag)).as_bytes());
    for table in FILLED {
        let of_table: Vec<&Column> = columns.iter().filter(|column| column.table == *table).collect();
        let texts: Vec<String> = of_table.iter().enumerate().map(|(n, column)| text_of(column, tag, n)).collect();
        let digest = if *table == "refusal_notice" { of_notice(&of_table, &texts) } else { digest(&of_table, &texts) };
        let id = row_id(one, table);
        if has_head(table) {
            let head = [("id", id.into()), ("folder_id", one.folder.into()), ("kind", (*table).into())];
            town.plant_row("statement", &head);
        }
        let row: Vec<(&str, Value<'_>)> = of_table
            .iter()
            .zip(&texts)
            .filter(|(column, _)| column.is_required || ALWAYS.contains(&column.name.as_str()))
            .map(|(column, text)| (column.name.as_str(), cell(column, text, one, login)))
            .map(|(name, value)| match (*table, name) {
                ("attachment", "digest") => (name, Value::from(&content)),
                (_, "digest") => (name, Value::from(&digest)),
                _ => (name, value),
            })
            .collect();
        town.plant_row(table, &row);
    }
}

/// The id of a folder's row in a table, known without looking.
pub fn row_id(one: &Planted, table: &str) -> Uuid {
    named(&format!("{table} in {}", one.folder))
}

fn has_head(table: &str) -> bool {
    // Statements of legal weight.
    const HEADS: &str = "first_contact intake_negotiation commission basic_counselling social_inquiry intro_consultation \
        crisis_intervention negotiation_outcome assessment consent consent_text secrecy_release document agreement plan_decision \
        individual_plan personal_goal plan_step plan_agreement plan_note evaluation case_closure \
        key_worker_handover attachment refusal refusal_notice waiting_list_entry negotiation_reopening \
        agreement_amendment agreement_termination legal_capacity service_offer case_management";
    HEADS.split(' ').any(|one| one == table)
}

fn text_of(column: &Column, tag: &str, n: usize) -> String {
    let name = format!("{}.{}", column.table, column.name);
    match CODED.iter().find(|(coded, _)| *coded == name) {
        Some((_, code)) => (*code).to_owned(),
        // A contact without a name belongs to the desk: everybody of the service reads it.
        None if ["anonymous_contact", "team_meeting"].contains(&column.table.as_str()) => format!("anonym {n}"),
        None => format!("{}{n}{}", canary(tag), column.table.replace('_', "")),
    }
}

fn is_day(name: &str) -> bool {
    ["_on", "_day"].iter().any(|end| name.ends_with(end))
        || ["valid_from", "valid_until", "retain_until"].contains(&name)
}

fn cell<'a>(column: &'a Column, text: &'a str, one: &Planted, login: &str) -> Value<'a> {
    let parent = |table: &str| Value::from(row_id(one, table));
    match (column.kind.as_str(), column.name.as_str()) {
        ("text", name) if is_day(name) => Value::from(DAY),
        ("text", _) => Value::from(text),
        ("uuid", "folder_id") => Value::from(one.folder),
        ("uuid", "service_id") => Value::from(one.service),
        ("uuid", "person_id") => Value::from(one.person),
        ("uuid", "thread_id") => Value::from(one.thread),
        ("uuid", "id") if ["data_handover", "commission_part"].contains(&column.table.as_str()) => {
            parent("shared_item")
        }
        ("uuid", "id") => parent(&column.table),
        ("uuid", "item_id" | "part_id" | "handover_id") => parent("shared_item"),
        ("uuid", "far_folder_id") => Value::from(one.folder),
        ("uuid", "far_service_id") => Value::from(one.service),
        ("uuid", "receiver_service_id" | "offered_service_id") => Value::from(PM),
        ("uuid", "activity_id") => parent("activity"),
        ("uuid", "anonymous_contact_id") => parent("anonymous_contact"),
        ("uuid", "assessment_id") => parent("assessment"),
        ("uuid", "attachment_id") => parent("attachment"),
        ("uuid", "consent_id") => parent("consent"),
        ("uuid", "consultation_id") if column.table.starts_with("mentor_") => parent("mentor_consultation"),
        ("uuid", "consultation_id") => parent("intro_consultation"),
        ("uuid", "signing_id") => parent("screen_signing"),
        ("uuid", "document_id") => parent("document"),
        ("uuid", "commission_id") => parent("commission"),
        ("uuid", "goal_id") if column.table == "meeting_goal_evaluation" => parent("meeting_goal"),
        ("uuid", "goal_id") => parent("personal_goal"),
        ("uuid", "step_id") => parent("plan_step"),
        ("uuid", "evaluation_id") => parent("evaluation"),
        ("uuid", "outcome_id") => parent("negotiation_outcome"),
        ("uuid", "release_id") => parent("secrecy_release"),
        ("uuid", "refusal_id") => parent("refusal"),
        ("uuid", "entry_id") => parent("waiting_list_entry"),
        ("uuid", "agreement_id") => parent("agreement"),
        ("uuid", name) if parent_of(name).is_some() => parent(parent_of(name).unwrap()),
        ("uuid", "object_id") => Value::from(one.folder),
        ("uuid", "to_worker_id") => Value::from(worker("peclivy")),
        ("uuid", _) => Value::from(worker(login)),
        ("bigint", name) if name.ends_with("_at") => Value::from(then()),
        ("bigint", "sequence") => Value::from((one.folder.0.as_u128() % 1_000_000) as i64),
        ("bigint", _) => Value::from(1),
        ("boolean", _) => Value::from(false),
        _ => Value::from(&[0; 32]),
    }
}

/// The table of case management or of meetings that a column leads to.
fn parent_of(name: &str) -> Option<&'static str> {
    let tables = [
        ("case_id", "case_management"),
        ("member_id", "case_management_member"),
        ("proposal_id", "case_management_proposal"),
        ("series_id", "meeting_series"),
        ("meeting_id", "team_meeting"),
        ("output_id", "meeting_output"),
    ];
    tables.iter().find(|(column, _)| *column == name).map(|(_, table)| *table)
}
