//! Who called the services of the town without giving a name.

use super::people::{JAVORINKA, OSP, PM, SAS};
use super::residents::Nameless;

pub(super) const NAMELESS: &[Nameless] = &[
    (
        JAVORINKA,
        "2025-11-12T10:15",
        "zkusma",
        20,
        "separation",
        "Jak se mluví s dětmi o rozchodu.",
        "Doporučili jsme rodinné centrum.",
    ),
    (
        OSP,
        "2026-01-21T09:30",
        "paterni",
        15,
        "health",
        "Kde půjčí mechanický vozík.",
        "Dostala kontakt na půjčovnu pomůcek.",
    ),
    (
        OSP,
        "2026-02-11T14:00",
        "poradna",
        35,
        "benefits",
        "Jak dlouho trvá řízení o příspěvku.",
        "Vysvětlili jsme postup a lhůty.",
    ),
    (
        PM,
        "2026-02-05T10:00",
        "kolecko",
        12,
        "work",
        "Zda lze k mentorovi i bez průkazu.",
        "Ano, průkaz není podmínkou.",
    ),
    (
        SAS,
        "2026-02-09T08:20",
        "terenni",
        25,
        "school",
        "Dítě odmítá chodit do školy.",
        "Doporučili jsme pedagogickou poradnu.",
    ),
];
