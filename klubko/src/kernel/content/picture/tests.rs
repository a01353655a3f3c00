//! A photo of a paper goes in and comes out: the same to the eye, with nothing beside it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use proptest::prelude::*;

/// A photo of a paper: light, a red corner at the top left, lines.
fn photo(width: usize, height: usize) -> Points {
    let point = |at: usize| {
        let (x, y) = (at % width, at / width);
        match (x < width / 3 && y < height / 3, y % 16 < 2) {
            (true, _) => [200, 30, 30],
            (false, true) => [90, 90, 120],
            (false, false) => [240, 238, 230],
        }
    };
    Points { width, height, parts: 3, bytes: (0..width * height).flat_map(point).collect() }
}

fn as_jpeg(points: &Points) -> Vec<u8> {
    write_jpeg(&points.bytes, points.width as u16, points.height as u16).unwrap()
}

/// What a telephone writes beside a photo: how it was held, and where.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    tiff.extend(orientation.to_be_bytes());
    tiff.extend([0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]);
    tiff.extend(b"GPSLatitude 49.5955N 18.1431E Na Kopci 12");
    tiff
}

fn with_exif(jpeg: &[u8], tiff: &[u8]) -> Vec<u8> {
    let length = (tiff.len() as u16 + 8).to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", tiff, &jpeg[2..]].concat()
}

fn differs_by_at_most(one: &Points, other: &Points, most: i32) -> bool {
    let far = |(a, b): (&u8, &u8)| (i32::from(*a) - i32::from(*b)).abs() > most;
    let outliers = one.bytes.iter().zip(&other.bytes).filter(|pair| far(*pair)).count();
    (one.width, one.height) == (other.width, other.height) && outliers * 100 < one.bytes.len()
}

#[test]
fn a_photo_made_anew_looks_the_same() {
    for (width, height) in [(64, 48), (37, 53), (8, 8), (1, 1), (1, 300), (200, 9)] {
        let before = photo(width, height);
        let after = read_jpeg(&anew(&as_jpeg(&before), FileType::Jpeg).unwrap()).unwrap();
        assert!(differs_by_at_most(&before, &after, 40), "{width} × {height}");
    }
}

#[test]
fn where_and_with_what_a_photo_was_taken_does_not_come_in() {
    let taken = with_exif(&as_jpeg(&photo(32, 32)), &exif(1));
    assert!(String::from_utf8_lossy(&taken).contains("GPSLatitude"));
    let clean = anew(&taken, FileType::Jpeg).unwrap();
    let text = String::from_utf8_lossy(&clean);
    assert!(!text.contains("GPS") && !text.contains("Exif") && !text.contains("Kopci"));
}

#[test]
fn what_is_hidden_behind_a_picture_is_gone() {
    let mut jpeg = as_jpeg(&photo(16, 16));
    jpeg.extend(b"PK\x03\x04<script>alert(1)</script>");
    let mut png = write_png(&photo(16, 16)).unwrap();
    png.extend(b"PK\x03\x04<script>alert(1)</script>");
    for (bytes, of) in [(jpeg, FileType::Jpeg), (png, FileType::Png)] {
        assert!(!String::from_utf8_lossy(&anew(&bytes, of).unwrap()).contains("script"), "{of:?}");
    }
}

#[test]
fn a_photo_held_sideways_is_turned_upright() {
    let corner = |points: &Points, x: usize, y: usize| {
        points.bytes[(y * points.width + x) * 3] > 150 && points.bytes[(y * points.width + x) * 3 + 1] < 90
    };
    let held = photo(48, 24);
    let at = |way| {
        let upright = read_jpeg(&with_exif(&as_jpeg(&held), &exif(way))).unwrap();
        let (right, bottom) = (upright.width - 3, upright.height - 3);
        let red = [(2, 2), (right, 2), (2, bottom), (right, bottom)].map(|(x, y)| corner(&upright, x, y));
        (upright.width, red.iter().position(|is_red| *is_red).unwrap())
    };
    let ways: Vec<_> = (1..=8).map(at).collect();
    let (lies, stands) = (48, 24);
    let expected = [(lies, 0), (lies, 1), (lies, 3), (lies, 2), (stands, 0), (stands, 1), (stands, 3), (stands, 2)];
    assert_eq!(ways, expected);
}

#[test]
fn a_screenshot_keeps_each_point() {
    for parts in 1..=4 {
        let bytes: Vec<u8> = (0..20 * 10 * parts).map(|n| (n * 7) as u8).collect();
        let before = Points { width: 20, height: 10, parts, bytes };
        assert_eq!(read_png(&anew(&write_png(&before).unwrap(), FileType::Png).unwrap()).unwrap(), before);
    }
}

/// A head that promises so much, without the points.
fn promising(width: u32, height: u32) -> Vec<u8> {
    let whole = write_png(&photo(2, 2)).unwrap();
    let mut head = [b"IHDR", &width.to_be_bytes()[..], &height.to_be_bytes(), &whole[24..29]].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&head);
    head.extend(sum.sum().to_be_bytes());
    [&whole[..12], &head, &whole[33..]].concat()
}

#[test]
fn a_picture_that_promises_too_many_points_takes_no_memory() {
    assert_eq!(anew(&promising(50_000, 50_000), FileType::Png), Err(Flaw::TooManyPixels { millions: 2_500 }));
    assert!(anew(&promising(0x7fff_ffff, 0x7fff_ffff), FileType::Png).is_err());
    assert!(matches!(anew(&promising(40_000, 1), FileType::Png), Err(Flaw::TooManyPixels { .. })));
    let mut wide = as_jpeg(&photo(8, 8));
    let sides = wide.windows(2).position(|two| two == [0xff, 0xc0]).unwrap() + 5;
    wide[sides..sides + 4].copy_from_slice(&[0x3f, 0xff, 0x3f, 0xff]);
    assert_eq!(anew(&wide, FileType::Jpeg), Err(Flaw::TooManyPixels { millions: 269 }));
}

#[test]
fn half_a_picture_is_none() {
    let png = write_png(&photo(64, 64)).unwrap();
    assert_eq!(anew(&png[..png.len() / 2], FileType::Png), Err(Flaw::Unreadable));
    assert_eq!(anew(b"\xff\xd8\xff\xe0<html>", FileType::Jpeg), Err(Flaw::Unreadable));
    assert_eq!(anew(b"%PDF-1.7", FileType::Pdf), Err(Flaw::Unreadable));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_picture_with_broken_bytes_is_a_picture_or_a_reason(at in 0..2_000_usize, with in any::<u8>(), png in any::<bool>()) {
        let (mut bytes, of) = if png {
            (write_png(&photo(40, 30)).unwrap(), FileType::Png)
        } else {
            (with_exif(&as_jpeg(&photo(40, 30)), &exif(6)), FileType::Jpeg)
        };
        let place = at % bytes.len();
        bytes[place] ^= with;
        let _ = anew(&bytes, of);
    }

    #[test]
    fn any_exif_is_one_of_the_eight_ways(bytes in proptest::collection::vec(any::<u8>(), 0..80), big in any::<bool>()) {
        let head: &[u8] = if big { b"MM\0*" } else { b"II*\0" };
        let ways: Vec<_> = (1..=8).map(|way| Orientation::of_exif(&exif(way))).collect();
        prop_assert!(ways.contains(&Orientation::of_exif(&[head, &bytes].concat())));
    }
}
