//! Two windows, one record: the second to save loses nothing, and overwrites nothing.

use crate::common::Town;
use crate::common::course::{agreement, client};
use jiff::civil::date;

#[test]
fn whoever_is_slower_keeps_the_text_as_a_draft_and_the_faster_version_stands() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        agreement(&town, &klara, date(2026, 3, 16));
        let house = town.at("2026-03-20T12:00");
        let (office, phone) = (house.worker("prikladna"), house.worker("prikladna"));
        let typed = |body: &'static str| {
            [("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", body)]
        };
        office.fill(&klara.page("/records/new"), &klara.page("/records"), &typed("Původní znění.")).must_be(303);
        let timeline = office.see(&klara.page("/timeline")).body();
        let start = klara.page("/records/");
        let links = timeline.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let record = links.filter(|link| link.starts_with(&start)).find(|link| !link.ends_with("/new")).unwrap();
        let edit = format!("{record}/edit");
        let (in_office, on_phone) = (office.see(&edit), phone.see(&edit));
        office.send(&in_office, &edit, &typed("Z kanceláře.")).must_be(303);
        let slower = phone.send(&on_phone, &edit, &typed("Z telefonu."));
        slower.must_be(409).must_say("Zbývá dopsat");
        phone.see(record).must_say("Z kanceláře.").must_say("Původní znění.").must_not_say("Z telefonu.");
        let back = phone.see("/drafts").address(&format!("{edit}?draft="), "");
        let kept = phone.see(&back);
        kept.must_say("Z telefonu.");
        phone.send(&kept, &edit, &typed("Z kanceláře i z telefonu.")).must_be(303);
        phone.see(record).must_say("3. znění").must_say("Z kanceláře i z telefonu.");
    }
}
