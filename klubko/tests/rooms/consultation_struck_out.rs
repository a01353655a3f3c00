//! An introductory consultation that was written by mistake is struck out like a record: it stays readable, and nothing
//! waits because of it.

use crate::common::Town;
use crate::common::klara::Klara;

#[test]
fn a_consultation_is_struck_out_with_a_reason_and_the_term_of_the_assessment_waits_no_more() {
    for town in Town::everywhere() {
        let klara = Klara::consulted(&town);
        const TERM: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r029' and done_at is null";
        assert_eq!(klara.count(TERM), 1);
        let house = town.at("2026-03-04T09:00");
        let bohdan = house.worker("ukazka");
        let timeline = bohdan.see(&klara.page("/timeline")).body();
        let start = klara.page("/records/");
        let links = timeline.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let records: Vec<_> = links.filter(|link| link.starts_with(&start) && !link.ends_with("/new")).collect();
        let says = |link: &&&str| bohdan.see(link).says("Manžel odešel minulý týden");
        let consultation = records.iter().find(says).unwrap();
        let page = format!("{consultation}/strike-out");
        bohdan.fill(&page, &page, &[]).must_be(422).must_say("Napište, proč zápis přeškrtáváte");
        bohdan.fill(&page, &page, &[("reason", "patří do jiné složky")]).must_be(303);
        bohdan.see(consultation).must_say("přeškrtnuto").must_say("patří do jiné složky");
        bohdan.see(consultation).must_say("Manžel odešel minulý týden");
        assert_eq!(klara.count(TERM), 0);
        bohdan.see(&klara.folder).must_say("Zapsat úvodní konzultaci");
        bohdan.see(&klara.page("/assessment/new")).must_be(403);
        bohdan.see(&page).must_be(403);
    }
}
