//! What a service says about itself: papers and the start of every contract are filled from it.

use crate::kernel::form::Form;
use crate::record;

record! {
    /// The profile of a service as it is stored and shown.
    pub struct ServiceProfile {
        pub name: String,
        pub mark: String,
        pub kind: String,
        pub delivery_form: String,
        pub registration: String,
        pub place: String,
        pub opening_hours: String,
        pub mission: String,
        pub circle_of_persons: String,
    }
}

impl ServiceProfile {
    /// From the fields of `settings/service_fields.html`; each failure is a problem of its field.
    pub fn read(form: &mut Form) -> Self {
        let line = |form: &mut Form, name, missing| rules::text::tidy(&form.required(name, missing));
        let name = line(form, "name", "Doplňte název služby");
        let mark = line(form, "mark", "Doplňte značku služby");
        if mark.chars().count() > 4 {
            form.problem("mark", "Značka má nejvýš 4 písmena. Zkraťte ji");
        }
        let kind = known(form, "kind", "service_kind", "Vyberte druh služby");
        let delivery_form = known(form, "delivery_form", "delivery_form", "Vyberte formu služby");
        let registration = rules::text::tidy(&form.text("registration"));
        let place = line(form, "place", "Doplňte místo, kde službu poskytujete");
        let opening_hours = line(form, "opening_hours", "Doplňte, kdy je služba otevřená");
        let mission = form.required("mission", "Doplňte poslání služby");
        let circle_of_persons = form.required("circle_of_persons", "Doplňte okruh osob, kterým je služba určena");
        Self { name, mark, kind, delivery_form, registration, place, opening_hours, mission, circle_of_persons }
    }

    /// Stands in the form until somebody types over it.
    pub fn prefill(self, form: &mut Form) {
        let fields = [
            ("name", self.name),
            ("mark", self.mark),
            ("kind", self.kind),
            ("delivery_form", self.delivery_form),
            ("registration", self.registration),
            ("place", self.place),
            ("opening_hours", self.opening_hours),
            ("mission", self.mission),
            ("circle_of_persons", self.circle_of_persons),
        ];
        for (name, value) in fields {
            form.prefill(name, value);
        }
    }
}

fn known(form: &mut Form, name: &'static str, list: &str, missing: &'static str) -> String {
    let chosen = form.value(name).to_owned();
    if super::starting(list).iter().all(|(code, _)| *code != chosen) {
        form.problem(name, missing);
    }
    chosen
}
