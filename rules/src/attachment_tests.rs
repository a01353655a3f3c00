use super::*;
use crate::coded::Coded;
use proptest::prelude::*;

const MB: u64 = MEGABYTE;

fn zip_with(inside: &[u8]) -> Vec<u8> {
    [b"PK\x03\x04\x14\0\0\0\x08\0", inside, b"\0\0\0\0"].concat()
}

/// What a file is, whatever it is called and whatever the browser says.
#[test]
fn the_type_is_read_from_the_bytes_and_foreign_ones_are_told_apart() {
    let foreign = |what| Err(Flaw::Foreign(what));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    let table: &[(&str, &[u8], Result<FileType, Flaw>)] = &[
        ("a photo", b"\xff\xd8\xff\xe0rest", Ok(FileType::Jpeg)),
        ("a photo with a page behind it", b"\xff\xd8\xff\xe0<script>alert(1)</script>", Ok(FileType::Jpeg)),
        ("a screenshot", b"\x89PNG\r\n\x1a\nrest", Ok(FileType::Png)),
        ("a scan", b"%PDF-1.7\n", Ok(FileType::Pdf)),
        ("a scan that is a page too", b"%PDF-1.4 <html>", Ok(FileType::Pdf)),
        ("a note", "Přišla včas.\r\n\tDomluveno.".as_bytes(), Ok(FileType::Text)),
        ("the test string of antivirus programs", eicar.as_bytes(), Ok(FileType::Text)),
        ("a page", b"<!doctype html><script>", foreign(Foreign::WebPage)),
        ("a page after white space", b"\xef\xbb\xbf \r\n <HTML>", foreign(Foreign::WebPage)),
        ("a drawing with a script", b"<svg xmlns='http://www.w3.org/2000/svg'>", foreign(Foreign::WebPage)),
        ("an XML with entities", b"<?xml version='1.0'?><!DOCTYPE a>", foreign(Foreign::WebPage)),
        ("a photo of a telephone", &heic, foreign(Foreign::Heic)),
        ("a film", b"\0\0\0\x18ftypmp42\0\0", foreign(Foreign::Unknown)),
        ("a moving picture", b"GIF89a;", foreign(Foreign::OtherPicture)),
        ("a script that begins as a picture", b"GIF89a=1;alert(1)", foreign(Foreign::OtherPicture)),
        ("a picture of the web", b"RIFF\x10\0\0\0WEBPVP8 ", foreign(Foreign::OtherPicture)),
        ("a fax", b"II*\0\x08", foreign(Foreign::OtherPicture)),
        ("a letter", &zip_with(b"word/document.xml"), foreign(Foreign::Office)),
        ("a table with macros", &zip_with(b"xl/vbaProject.bin"), foreign(Foreign::Office)),
        ("an old letter", b"\xd0\xcf\x11\xe0\xa1\xb1", foreign(Foreign::Office)),
        ("a letter that fetches things", b"{\\rtf1\\object", foreign(Foreign::Office)),
        ("an archive", &zip_with(b"holiday.jpg"), foreign(Foreign::Archive)),
        ("a packed file", b"\x1f\x8b\x08", foreign(Foreign::Archive)),
        ("a program", b"MZ\x90\0\x03", foreign(Foreign::Unknown)),
        ("a program of Linux", b"\x7fELF\x02", foreign(Foreign::Unknown)),
        ("text of an old encoding", b"P\xf8i\xb9la v\xe8as", foreign(Foreign::Unknown)),
        ("text that steers a terminal", b"ahoj\x1b[2J", foreign(Foreign::Unknown)),
        ("a picture cut off at its head", b"\x89PNG", foreign(Foreign::Unknown)),
        ("nothing", b"", Err(Flaw::Empty)),
    ];
    for (what, bytes, expected) in table {
        assert_eq!(sniff(bytes), *expected, "{what}");
    }
}

#[test]
fn names_are_stripped_of_paths_hidden_signs_and_false_ends() {
    let table = [
        ("souhlas.jpg", FileType::Jpeg, "souhlas.jpg"),
        ("Souhlas paní K. 3. 3. 2026.pdf", FileType::Pdf, "Souhlas paní K. 3. 3. 2026.pdf"),
        ("../../etc/passwd", FileType::Text, "passwd.txt"),
        ("..\\..\\windows\\win.ini", FileType::Text, "win.txt"),
        ("C:\\fakepath\\IMG_0001.JPG", FileType::Jpeg, "IMG_0001.jpg"),
        ("souhlas\u{202e}gpj.exe", FileType::Jpeg, "souhlasgpj.jpg"),
        ("page.html", FileType::Jpeg, "page.jpg"),
        ("a\r\nSet-Cookie: x=1.txt", FileType::Text, "a Set-Cookie_ x_1.txt"),
        ("\"><script>.png", FileType::Png, "___script_.png"),
        ("soubor\0.pdf", FileType::Pdf, "soubor.pdf"),
        ("neviditelné\u{200b}\u{feff}.pdf", FileType::Pdf, "neviditelné.pdf"),
        ("...", FileType::Png, "soubor.png"),
        ("", FileType::Pdf, "soubor.pdf"),
        (".htaccess", FileType::Text, "htaccess.txt"),
        ("verze 1.2", FileType::Pdf, "verze 1.2.pdf"),
        ("CON", FileType::Pdf, "CON.pdf"),
    ];
    for (typed, of, clean) in table {
        assert_eq!(clean_name(typed, of), clean, "{typed:?}");
    }
    assert_eq!(clean_name(&"ž".repeat(500), FileType::Pdf).chars().count(), 104);
}

#[test]
fn a_file_is_refused_when_it_is_empty_too_big_or_finds_no_room() {
    let limits = Limits { file: 20 * MB, all: 100 * MB, used: 90 * MB };
    assert_eq!(limits.admit(0), Err(Flaw::Empty));
    assert_eq!(limits.admit(10 * MB), Ok(()));
    assert_eq!(limits.admit(10 * MB + 1), Err(Flaw::NoRoom { most: 100 * MB }));
    assert_eq!(limits.admit(20 * MB + 1), Err(Flaw::TooBig { size: 20 * MB + 1, most: 20 * MB }));
    assert_eq!(Limits { used: u64::MAX, ..limits }.admit(1), Err(Flaw::NoRoom { most: 100 * MB }));
}

#[test]
fn a_picture_of_fifty_thousand_by_fifty_thousand_points_is_never_decoded() {
    assert_eq!(admit_pixels(50_000, 50_000), Err(Flaw::TooManyPixels { millions: 2_500 }));
    assert!(admit_pixels(u64::MAX, u64::MAX).is_err());
    assert_eq!(admit_pixels(4_032, 3_024), Ok(()));
    assert_eq!(admit_pixels(10_000, 5_000), Ok(()));
    assert_eq!(admit_pixels(10_001, 5_000), Err(Flaw::TooManyPixels { millions: 51 }));
}

fn turns_the_direction(text: &str) -> bool {
    text.chars().any(|sign| matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

proptest! {
    #[test]
    fn whatever_a_file_is_called_its_name_is_one_safe_line(name in "\\PC*|[\\x00-\\x7f]{0,40}", which in 0..4_usize) {
        let of = FileType::ALL.get(which).copied().unwrap_or(FileType::Pdf);
        let clean = clean_name(&name, of);
        prop_assert!(clean.ends_with(of.extension()) && clean.chars().count() <= 105);
        prop_assert!(clean.chars().all(|sign| !sign.is_control() && !"/\\\"<>;:%".contains(sign)), "{}", clean);
        prop_assert!(!clean.starts_with('.') && !turns_the_direction(&clean));
        prop_assert_eq!(clean_name(&clean, of), clean.clone());
    }

    #[test]
    fn any_bytes_are_a_type_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        if sniff(&bytes) == Ok(FileType::Text) {
            prop_assert!(std::str::from_utf8(&bytes).is_ok());
            prop_assert!(!bytes.contains(&0));
        }
    }
}
