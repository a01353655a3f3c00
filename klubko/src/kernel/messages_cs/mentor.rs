//! Notices, and what stands in the way of a peer mentor's question.

use super::InCzech;
use rules::mentor::{Conclusion, DirectReason, QuestionBlock};
use rules::notice::NoticeKind;
use std::borrow::Cow;

type Text = Cow<'static, str>;

impl InCzech for NoticeKind {
    fn cs(&self) -> Text {
        match self {
            Self::Shared => "Jiná služba s vámi sdílí informaci",
            Self::PartAsked => "Jiná služba žádá o převzetí části zakázky",
            Self::PartAnswered => "Jiná služba odpověděla na žádost o část zakázky",
            Self::ConsentWithdrawn => "Klient odvolal souhlas s případovou spoluprací",
            Self::MentorAsks => "Peer mentor se vás ptá ve prospěch klienta",
            Self::MentorAnswered => "Na váš dotaz přišla odpověď",
            Self::MentorConsulted => "Peer mentor konzultoval ve prospěch klienta",
            Self::MeetingOutput => "Z\u{a0}porady zbývá zapsat výstup",
        }
        .into()
    }
}

impl InCzech for DirectReason {
    fn cs(&self) -> Text {
        match self {
            Self::Unavailable => "sociální pracovníci naší služby nejsou k\u{a0}dispozici",
            Self::Urgent => "situace je urgentní",
            Self::KnownFromBefore => "z\u{a0}dřívějška je jasné, že to patří do druhé služby",
        }
        .into()
    }
}

impl InCzech for Conclusion {
    fn cs(&self) -> Text {
        match self {
            Self::WithinService => "zakázku zvládne služba mentora",
            Self::OtherService => "vhodnější je druhá služba",
            Self::Answered => "dotaz je zodpovězen",
        }
        .into()
    }
}

impl InCzech for QuestionBlock {
    fn cs(&self) -> Text {
        match self {
            Self::NotPeerMentor => "Tudy se ptá peer mentor. O\u{a0}část zakázky požádejte v\u{a0}části Sdílení",
            Self::NoArea => "Doplňte oblast, které se dotaz týká",
            Self::NoText => "Napište, na co se ptáte",
            Self::NoAddressee => "Vyberte, koho se ptáte",
            Self::NotSocialWorker => "Ve vlastní službě se obraťte na sociálního pracovníka",
            Self::NoReason => {
                "Napřímo do druhé služby se lze obrátit jen z\u{a0}některého ze tří důvodů. Vyberte jej, nebo se zeptejte \
                 sociálního pracovníka své služby"
            }
            Self::NamesClient => {
                "V\u{a0}dotazu je jméno klienta a platný souhlas k\u{a0}tomu není. Napište dotaz beze jména, nebo vyberte \
                 téma souhlasu"
            }
        }
        .into()
    }
}
