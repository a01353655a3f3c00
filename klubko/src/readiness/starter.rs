//! The criteria in our own words, as the house brings them, each with whether it is taken for a fundamental one. The sources
//! do not agree about these marks: a head corrects them in the settings.

use rules::readiness::Criterion;

pub(super) fn wording(criterion: Criterion) -> (&'static str, bool) {
    match criterion {
        Criterion::CircleOfPersons => ("Víme, že člověk patří mezi ty, pro které služba je", true),
        Criterion::OwnWill => ("Je zapsáno, co si člověk sám přeje", true),
        Criterion::Rights => ("Rizika jsou pojmenovaná a počítá se s nimi", true),
        Criterion::ConflictOfInterest => ("Ve složce nepracuje nikdo, s kým je spolupráce omezena", true),
        Criterion::Information => ("Člověk se o službě dozvěděl, co potřebuje, a rozuměl tomu", true),
        Criterion::Negotiation => ("Je dojednáno, co člověk chce a s čím služba pomoci může", true),
        Criterion::Refusal => ("Odmítnutí má zákonný důvod, poradenství a oznámení, když o ně člověk požádal", false),
        Criterion::AgreementRules => ("Smlouva vznikla podle šablony, která v té době platila", true),
        Criterion::Understanding => ("Člověk rozumí obsahu smlouvy, nebo ho někdo platně zastupuje", true),
        Criterion::AgreementContents => ("Smlouva říká vše, co má, a rozsah vychází z osobního cíle", true),
        Criterion::PlanningWay => ("Je rozhodnuto, jak se bude plánovat", true),
        Criterion::PlanningTogether => ("Plánuje se spolu s klientem podle jeho cílů", true),
        Criterion::Evaluation => ("S klientem se průběžně hodnotí, zda se cíle plní", true),
        Criterion::KeyWorker => ("Klient má právě jednoho určeného pracovníka", true),
        Criterion::HandingOver => ("Předání případu mezi pracovníky je dotažené", false),
        Criterion::Documentation => ("Je jasné, na čem zpracování údajů stojí", true),
        Criterion::Retention => ("Po ukončení je určeno, jak dlouho se složka uchová", false),
        Criterion::Complaints => ("Člověk ví, jak a komu si může stěžovat", true),
        Criterion::OtherServices => ("Když pomůže jiná služba, je nabídnutá", false),
        Criterion::PlaceAndTime => ("Místo a čas služby jsou dohodnuté", false),
        Criterion::Satisfaction => ("Při hodnocení zaznělo, jak spolupráci vidí klient", false),
    }
}
