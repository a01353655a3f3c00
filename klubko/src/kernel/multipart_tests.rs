//! Forms with a file, cut in every way; cut off; too large; broken.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use proptest::prelude::*;

const HEAD: &str = "Content-Disposition: form-data; name=";

fn body(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let part = |(head, bytes): &(&str, &[u8])| {
        [b"--x\r\n", HEAD.as_bytes(), head.as_bytes(), b"\r\n\r\n", bytes, b"\r\n"].concat()
    };
    [parts.iter().flat_map(part).collect(), b"--x--\r\n".to_vec()].concat()
}

/// Reads a body in pieces of so many bytes.
fn read(body: &[u8], piece: usize, most: usize) -> Option<Filled> {
    let mut reader = Reader::new("x", 1_000, most);
    for piece in body.chunks(piece) {
        reader.feed(piece).ok()?;
    }
    reader.end()
}

const PHOTO: &str = "\"file\"; filename=\"IMG_1.jpg\"\r\nContent-Type: image/jpeg";

#[test]
fn fields_and_a_file_are_read_however_they_are_cut() {
    let tricky = b"\r\n--\r\n--y\r\n-\r--x \r\n\r\n--";
    let whole = body(&[("\"title\"", "Souhlas paní K.".as_bytes()), ("\"note\"", b""), (PHOTO, tricky)]);
    for piece in 1..whole.len() + 1 {
        let (form, file) = read(&whole, piece, 1_000).unwrap();
        assert_eq!(form, [("title".into(), "Souhlas paní K.".into()), ("note".into(), String::new())], "{piece}");
        let file = file.unwrap();
        assert_eq!((file.name.as_str(), file.size, file.bytes.as_ref()), ("IMG_1.jpg", 23, &tricky[..]), "{piece}");
    }
}

#[test]
fn a_file_that_is_too_large_is_counted_and_the_fields_around_it_stay() {
    let whole = body(&[("\"a\"", b"1"), (PHOTO, &[7; 5_000]), ("\"b\"", b"2")]);
    let (form, file) = read(&whole, 64, 4_999).unwrap();
    assert_eq!(form.len(), 2);
    assert_eq!((file.as_ref().unwrap().size, file.unwrap().bytes.len()), (5_000, 0));
}

#[test]
fn no_chosen_file_is_no_file_and_a_second_one_is_left_out() {
    let none = body(&[("\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream", b"")]);
    assert!(read(&none, 10, 100).unwrap().1.is_none());
    let (_, file) = read(&body(&[(PHOTO, b"first"), (PHOTO, b"second")]), 10, 100).unwrap();
    assert_eq!(file.unwrap().bytes.as_ref(), b"first");
}

#[test]
fn a_body_that_is_cut_off_or_no_form_at_all_is_refused() {
    let whole = body(&[("\"a\"", b"1"), (PHOTO, b"bytes")]);
    for end in 0..whole.len() - 4 {
        assert!(read(&whole[..end], 7, 100).is_none(), "{end}");
    }
    assert!(read(b"--x\r\nContent-Type: text/plain\r\n\r\nb\r\n--x--", 9, 100).is_none());
    assert!(read(b"--x!!", 2, 100).is_none());
    assert!(read(&body(&[("\"a\"", &[b'a'; 1_001])]), 100, 100).is_none());
    assert!(read(&[b"--x\r\n", &[b'a'; 20_000][..]].concat(), 100, 100).is_none());
    let many = body(&vec![("\"a\"", &b""[..]); 501]);
    assert!(read(&many, 100, 100).is_none());
}

#[test]
fn a_body_broken_off_in_the_file_still_gives_the_fields() {
    let mut reader = Reader::new("x", 1_000, 100);
    let whole = body(&[("\"title\"", b"t"), (PHOTO, &[7; 500])]);
    reader.feed(&whole[..400]).unwrap();
    reader.break_off();
    let (form, file) = reader.end().unwrap();
    assert_eq!(form, [("title".to_owned(), "t".to_owned())]);
    assert!(file.unwrap().size > 100);
}

#[test]
fn the_boundary_stands_in_the_type() {
    assert_eq!(boundary("multipart/form-data; boundary=----WebKitFormBoundaryAb1"), Some("----WebKitFormBoundaryAb1"));
    assert_eq!(boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), Some("a b"));
    assert_eq!(boundary("application/x-www-form-urlencoded"), None);
    assert_eq!(boundary("multipart/form-data; boundary="), None);
    assert_eq!(boundary("multipart/mixed; boundary=x"), None);
}

#[test]
fn names_in_a_head_are_taken_as_browsers_write_them() {
    let line = "Content-Disposition: form-data; name=\"file\"; filename=\"a%22;b=c.jpg\"";
    assert_eq!(parameter(line, "filename").as_deref(), Some("a\";b=c.jpg"));
    assert_eq!(parameter(line, "name").as_deref(), Some("file"));
    assert_eq!(parameter("Content-Disposition: form-data; filename=\"x\"", "name"), None);
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_end_with_a_form_or_without(
        bytes in proptest::collection::vec(prop_oneof![Just(b'\r'), Just(b'\n'), Just(b'-'), Just(b'x'), any::<u8>()], 0..300),
        piece in 1..40_usize,
    ) {
        let _ = read(&bytes, piece, 100);
        let inside = body(&[(PHOTO, &bytes)]);
        if memmem::find(&bytes, b"\r\n--x").is_none() && !bytes.starts_with(b"--x") {
            let file = read(&inside, piece, 1_000).unwrap().1.unwrap();
            prop_assert_eq!(file.bytes.as_ref(), &bytes[..]);
        }
    }
}
