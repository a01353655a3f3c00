//! A form sent many times acts once: impatient fingers, a phone that repeats, fifty at once.

use crate::common::course::{agreement, client};
use crate::common::{Heard, Town};
use jiff::civil::date;

#[test]
fn fifty_identical_records_sent_at_once_are_one_record() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        agreement(&town, &klara, date(2026, 3, 16));
        let house = town.at("2026-03-20T12:00");
        let alena = house.worker("prikladna");
        let hidden = alena.see(&klara.page("/records/new")).hidden(&klara.page("/records"));
        let mut form: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.extend([("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "50")]);
        form.push(("body", "Jednou a dost."));
        let (alena, form, to) = (&alena, &form, klara.page("/records"));
        let heard: Vec<Heard> = std::thread::scope(|scope| {
            let sent: Vec<_> = (0..50).map(|_| scope.spawn(|| alena.post(&to, form))).collect();
            sent.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let first = heard.first().unwrap();
        for answer in &heard {
            answer.must_be(303);
            assert_eq!(answer.location, first.location);
        }
        let page = alena.see(&klara.page("/timeline"));
        assert_eq!(page.text().matches("Jednou a dost.").count(), 1);
        const TEXTS: &str = "select count(*) as n from progress_record where folder_id = $1";
        assert_eq!(crate::common::stage::count(&town, TEXTS, &klara.page("")), 1);
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}
