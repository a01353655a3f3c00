//! A peer mentor reads the steps of the plan that name him, and of the plan nothing else (02-access).

use crate::common::course::{agreement, assign, client};
use crate::common::planning::{goal, head};
use crate::common::{Town, stage};
use jiff::civil::date;

#[test]
fn jan_reads_the_step_that_names_him_and_nothing_else_of_the_plan() {
    for town in Town::everywhere() {
        let marek = client(&town, ("Marek", "Vymyšlený"), "rampova", "2026-02-02T09:00");
        agreement(&town, &marek, date(2026, 2, 10));
        assign(&town, &marek, "vozik", true, date(2026, 2, 11));
        let house = town.at("2026-03-20T12:00");
        let iva = house.worker("rampova");
        head(&iva, &marek.page(""), &[]).must_be(303);
        let vozik = stage::worker("vozik");
        let steps = [
            ("goal", "Jezdit sám městem"),
            ("in_own_words", "Chci být samostatný."),
            ("step_1_what", "Ukázat trasu na úřad"),
            ("step_1_who", vozik.as_str()),
            ("step_1_due", "1. 4. 2026"),
            ("step_2_what", "Objednat plošinu"),
            ("step_2_who", "client"),
        ];
        goal(&iva, &marek.page(""), &steps, &[]).must_be(303);
        let jan = house.worker("vozik");
        let seen = jan.see(&marek.page("/plan"));
        seen.must_say("Kroky plánu, které jsou vaše").must_say("Ukázat trasu na úřad");
        for others in ["Objednat plošinu", "Jezdit sám městem", "Chci být samostatný.", "ráda si věci píše"] {
            seen.must_not_say(others);
        }
        for page in ["/plan/edit", "/plan/goals/new", "/plan/versions", "/plan/plan.pdf", "/closure"] {
            jan.see(&marek.page(page)).must_be(403);
        }
    }
}
