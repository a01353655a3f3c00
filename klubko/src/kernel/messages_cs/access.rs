//! Why you see this.

use super::InCzech;
use rules::access::{Because, Subject, Tie};
use rules::profession::Mandate;
use std::borrow::Cow;

impl InCzech for Because {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Tie(Tie::KeyWorker) => "Složku vidíte, protože jste klíčový pracovník.",
            Self::Tie(Tie::ServiceHead) => "Složku vidíte, protože vedete službu.",
            Self::Tie(Tie::Assigned) => "Složku vidíte, protože k ní patříte jako přizvaný pracovník.",
            Self::Tie(Tie::Substitute) => "Složku vidíte, protože zastupujete klíčového pracovníka.",
            Self::Tie(Tie::Mentor) => "Vidíte to, co potřebuje mentor klienta.",
            Self::Tie(Tie::Intake) => "Složku vidíte, protože máte příjem a klíčový pracovník ještě není určen.",
            Self::Tie(Tie::HandoverAddressee) => "Vidíte to, protože máte případ převzít.",
            Self::Tie(Tie::Inspection) => "Složku vidíte, protože ji vedoucí služby otevřel kontrole. Jen ke čtení.",
            Self::Tie(Tie::SameService | Tie::OtherService | Tie::Excluded) => "",
            Self::OwnService => "Vidíte to, protože pracujete v této službě.",
            Self::Mandate => "Vidíte to ze svého pověření.",
            Self::Own => "Je to vaše.",
            Self::Consent => "Vidíte to, protože klient souhlasí se sdílením.",
            Self::Law => "Vidíte to, protože sdílení ukládá nebo dovoluje zákon.",
        })
    }
}

impl InCzech for Subject {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::SocialWorker => "sociální pracovník",
            Self::DirectCareWorker => "pracovník v sociálních službách",
            Self::OtherSpecialist => "jiný odborný pracovník",
            Self::PeerMentor => "peer mentor",
            Self::Volunteer => "dobrovolník",
            Self::Trainee => "stážista",
            Self::Dpo => "pověřenec pro ochranu osobních údajů",
            Self::TechnicalAdmin => "správce systému",
            Self::Methodologist => "metodik",
            Self::OtherStaff => "ostatní personál",
            Self::Inspector => "inspektor kvality",
        })
    }
}

impl InCzech for Mandate {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Dpo => "pověřenec pro ochranu osobních údajů",
            Self::TechnicalAdmin => "správce systému",
            Self::Methodologist => "metodik",
            Self::OtherStaff => "ostatní personál",
            Self::Inspector => "inspektor kvality",
        })
    }
}
