//! The access matrix, written out for people: `docs/access-matrix.txt`. It is generated from the policy and the site
//! map; a change of either shows there, so nobody changes access unseen. `MATRIX=write` writes it anew.

use jiff::civil::date;
use klubko::routes::site_map;
use rules::access::{
    Act, Attendance, Ground, GroundKind, Listed, Mask, Relation, Scope, Share, Subject, Tie, Verdict, decide,
    decide_caseload, decide_desk, decide_house, decide_meeting, decide_shared, listed,
};
use rules::coded::Coded;
use rules::consent::Decision;
use std::fmt::Write;
use std::path::PathBuf;

const HEAD: &str = "\
# Who may do what. Generated from rules::access and the site map by the test `access`; MATRIX=write writes it anew.
#
# W   the whole of it        M   a mentor's view: cover, commission, own notes     H   what a handover shows
# -   refused, and the viewer may know that the folder exists (403)
# .   the same page as if it did not exist (404)
";

fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Granted { mask: Mask::Whole, .. } => 'W',
        Verdict::Granted { mask: Mask::Mentor, .. } => 'M',
        Verdict::Granted { mask: Mask::Handover, .. } => 'H',
        Verdict::Refused { reveal: true, .. } => '-',
        Verdict::Refused { reveal: false, .. } => '.',
    }
}

fn acts(scope: Scope) -> impl Iterator<Item = Act> {
    Act::ALL.iter().copied().filter(move |act| act.scope() == scope)
}

fn folder_table(subject: Subject) -> String {
    let mut table = format!("{:28}", "");
    Tie::ALL.iter().for_each(|tie| write!(table, "{:19}", tie.code()).unwrap());
    for act in acts(Scope::Folder) {
        write!(table, "\n{:28}", act.code()).unwrap();
        Tie::ALL.iter().for_each(|tie| write!(table, "{:19}", letter(decide(subject, *tie, act))).unwrap());
    }
    for (line, sees) in [("in lists (names shown)", true), ("in lists (names hidden)", false)] {
        write!(table, "\n{line:28}").unwrap();
        for tie in Tie::ALL {
            let how = match listed(subject, *tie, sees) {
                Listed::No => ".",
                Listed::NameOnly => "name",
                Listed::Fully => "W",
            };
            write!(table, "{how:19}").unwrap();
        }
    }
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Subjects with the same table stand together.
fn folders() -> String {
    let mut groups: Vec<(Vec<&str>, String)> = Vec::new();
    for subject in Subject::ALL {
        let table = folder_table(*subject);
        match groups.iter_mut().find(|(_, other)| *other == table) {
            Some((subjects, _)) => subjects.push(subject.code()),
            None => groups.push((vec![subject.code()], table)),
        }
    }
    groups.into_iter().map(|(subjects, table)| format!("\n## Folder: {}\n\n{table}\n", subjects.join(", "))).collect()
}

fn desks_lists_and_house() -> String {
    let mut text = String::from("\n## Desk of a service: worker, head\n\n");
    for act in acts(Scope::Desk) {
        write!(text, "{:28}", act.code()).unwrap();
        for subject in Subject::ALL {
            let (worker, head) = (decide_desk(*subject, false, act), decide_desk(*subject, true, act));
            write!(text, "{} {}{}  ", subject.code(), letter(worker), letter(head)).unwrap();
        }
        text = format!("{}\n", text.trim_end());
    }
    text.push_str("\n## Lists over folders: worker, head\n\n");
    for act in acts(Scope::Caseload) {
        write!(text, "{:28}", act.code()).unwrap();
        for subject in Subject::ALL {
            let (worker, head) = (decide_caseload(*subject, false, act), decide_caseload(*subject, true, act));
            write!(text, "{} {}{}  ", subject.code(), letter(worker), letter(head)).unwrap();
        }
        text = format!("{}\n", text.trim_end());
    }
    text.push_str("\n## House\n\n");
    for act in acts(Scope::House) {
        let who = Subject::ALL.iter().filter(|subject| letter(decide_house(**subject, act)) == 'W');
        let who: Vec<_> = who.map(|subject| subject.code()).collect();
        writeln!(text, "{:28}{}", act.code(), who.join(", ")).unwrap();
    }
    text
}

/// What may be wrong with the ground of a shared item, each in front of somebody to whom it came.
fn grounds() -> [(&'static str, Ground, bool); 11] {
    let day = |text: &str| text.parse().ok();
    let whole = Ground {
        kind: GroundKind::CaseManagement,
        decision: Some(Decision::Consent),
        is_withdrawn: false,
        is_superseded: false,
        valid_from: day("2026-01-01"),
        valid_until: day("2026-12-31"),
        is_complete: true,
        covers_topic: true,
        allows_direction: true,
        names_receiver: true,
        has_reason: false,
    };
    [
        ("in_force", whole, false),
        ("not_yet_asked", Ground { decision: None, ..whole }, false),
        ("dissent", Ground { decision: Some(Decision::Dissent), ..whole }, false),
        ("withdrawn", Ground { is_withdrawn: true, ..whole }, false),
        ("superseded", Ground { is_superseded: true, ..whole }, false),
        ("not_yet_valid", Ground { valid_from: day("2026-06-02"), ..whole }, false),
        ("expired", Ground { valid_until: day("2026-05-31"), ..whole }, false),
        ("no_extent", Ground { is_complete: false, ..whole }, false),
        ("other_topic", Ground { covers_topic: false, ..whole }, false),
        ("other_direction", Ground { allows_direction: false, ..whole }, false),
        ("stopped", whole, true),
    ]
}

/// Shared items: every state of the consent × how the viewer is related to the item.
fn shared() -> String {
    let mut text = String::from("\n## What another service shared: state of the consent, relation to the item\n\n");
    write!(text, "{:28}", "").unwrap();
    Relation::ALL.iter().for_each(|one| write!(text, "{:13}", one.code()).unwrap());
    for kind in [GroundKind::CaseManagement, GroundKind::DataHandover] {
        for (name, ground, is_stopped) in grounds() {
            text = format!("{}\n{:28}", text.trim_end(), format!("{} {name}", kind.code().replace("_management", "")));
            for relation in Relation::ALL {
                let share = Share { relation: *relation, is_stopped, ground: Ground { kind, ..ground } };
                let verdict = decide_shared(Subject::SocialWorker, &share, Act::SeeSharedItem, date(2026, 6, 1));
                write!(text, "{:13}", letter(verdict)).unwrap();
            }
        }
    }
    for kind in [GroundKind::VitalInterest, GroundKind::LegalDuty] {
        let in_force = grounds()[0].1;
        let of_law =
            Ground { kind, decision: Some(Decision::Dissent), is_withdrawn: true, has_reason: true, ..in_force };
        let states = [("with_reason", of_law, false), ("no_reason", Ground { has_reason: false, ..of_law }, false)];
        for (name, ground, is_stopped) in states.into_iter().chain([("stopped", of_law, true)]) {
            text = format!("{}\n{:28}", text.trim_end(), format!("{} {name}", kind.code()));
            for relation in Relation::ALL {
                let share = Share { relation: *relation, is_stopped, ground };
                let verdict = decide_shared(Subject::SocialWorker, &share, Act::SeeSharedItem, date(2026, 6, 1));
                write!(text, "{:13}", letter(verdict)).unwrap();
            }
        }
    }
    let acts: Vec<&str> = acts(Scope::Shared).map(Coded::code).collect();
    format!("{}\n\nfor {}; whoever does not work with clients: nothing\n", text.trim_end(), acts.join(", "))
}

/// Deeds that write on the other side of the wall, by name: there are no others.
fn crossing() -> &'static str {
    "\n## Deeds that cross the wall\n
take_up_handover           an applicant's folder here; the sheet there says that it was taken up
answer_part                accepted: a step in the sender's plan, the part in the own folder; no capacity: a task there
end_part                   the part is closed on both sides
withdraw_consent           open parts end on both sides, each side gets its task
run_meeting                the end: the output waits as a task in both folders, goals at their horizons
"
}

/// Meetings of two services: whoever works in one of them, a peer mentor who was invited, and anybody else.
fn meetings() -> String {
    let mut text = String::from("\n## Meeting: of one of the two services, invited, of another service\n\n");
    let here = Attendance { is_of_the_services: true, is_invited: false };
    let attendances = [here, Attendance { is_invited: true, ..here }, Attendance { is_of_the_services: false, ..here }];
    for act in acts(Scope::Meeting) {
        write!(text, "{:28}", act.code()).unwrap();
        for subject in Subject::ALL {
            let letters: String = attendances.iter().map(|one| letter(decide_meeting(*subject, *one, act))).collect();
            write!(text, "{} {letters}  ", subject.code()).unwrap();
        }
        text = format!("{}\n", text.trim_end());
    }
    text
}

fn routes() -> String {
    let mut lines: Vec<String> = site_map()
        .iter()
        .map(|route| {
            let (act, scope) = (route.act().code(), format!("{:?}", route.act().scope()).to_lowercase());
            let path = format!("{:5}{}", route.method(), route.path());
            format!("{path:66} {act:26} {scope:9} {:5} {}", route.kind(), route.slice())
        })
        .collect();
    lines.sort();
    format!("\n## Routes: method, path, act, scope, kind, slice\n\n{}\n", lines.join("\n"))
}

#[test]
fn the_access_matrix_says_what_the_policy_and_the_site_map_say() {
    let tables = [folders(), desks_lists_and_house(), shared(), meetings(), crossing().to_owned(), routes()];
    let matrix = format!("{HEAD}{}", tables.concat());
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/access-matrix.txt");
    if std::env::var_os("MATRIX").is_some_and(|wish| wish == "write") {
        std::fs::write(&file, &matrix).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = matrix.lines().zip(written.lines()).find(|(now, then)| now != then);
    assert!(matrix == written, "MATRIX=write cargo test --test access matrix, then read the change: {differs:?}");
}
