use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::{params, record};

record! {
    /// What a paper says about the service.
    pub(in crate::agreement) struct Profile {
        pub(in crate::agreement) name: String,
        pub(in crate::agreement) kind: String,
        pub(in crate::agreement) provider: String,
        pub(in crate::agreement) delivery_form: String,
        pub(in crate::agreement) place: String,
        pub(in crate::agreement) opening_hours: String,
        pub(in crate::agreement) mission: String,
        pub(in crate::agreement) circle_of_persons: String,
    }
}

impl Profile {
    /// How the service is given, inside the sentence of the agreement (§ 33).
    pub(in crate::agreement) fn form(&self) -> &'static str {
        match self.delivery_form.as_str() {
            "field" => "terénně",
            "residential" => "pobytově",
            _ => "ambulantně",
        }
    }
}

pub(in crate::agreement) fn of_service(unit: &Unit, service: ServiceId) -> Result<Profile, Failure> {
    const PROFILE: &str = "
        select s.id as service_id, s.name as name, s.kind as kind,
               p.name || ', IČO ' || p.company_number || ', ' || p.address as provider, s.delivery_form as delivery_form, s.place as place,
               s.opening_hours as opening_hours, s.mission as mission, s.circle_of_persons as circle_of_persons
          from service s cross join provider p where s.id = $1";
    let profile: Option<Profile> = unit.first(PROFILE, params![service])?;
    profile.ok_or(Failure::Absent)
}
