//! Pictures are decoded and made anew: what a camera wrote beside them (where, when, with what) does not come in, and
//! neither does anything that was hidden behind them. The way the camera was held is applied first.
//!
//! The sides are read and weighed before memory is taken for the points (M16, a picture of 50,000 × 50,000).

mod turn;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rules::attachment::{FileType, Flaw, admit_pixels};
use std::io::Cursor;
use turn::Orientation;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// No side of a kept picture is longer.
const LONGEST_SIDE: usize = 16_384;
/// A photo has one or a dozen; more is a way to keep the processor busy.
const MOST_SCANS: usize = 30;
/// Memory for what stands beside the points of a PNG.
const MOST_BESIDE: usize = 16 * 1024 * 1024;

/// Points as they are: so many bytes for each.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Points {
    width: usize,
    height: usize,
    /// 1 grey, 2 grey and clear, 3 red, green and blue, 4 the same and clear.
    parts: usize,
    bytes: Vec<u8>,
}

/// The same picture without anything beside it.
pub(super) fn anew(bytes: &[u8], of: FileType) -> Result<Vec<u8>, Flaw> {
    match of {
        FileType::Jpeg => {
            let points = read_jpeg(bytes)?;
            let side = |side: usize| u16::try_from(side).map_err(|_| Flaw::Unreadable);
            write_jpeg(&points.bytes, side(points.width)?, side(points.height)?)
        }
        FileType::Png => write_png(&read_png(bytes)?),
        FileType::Pdf | FileType::Text => Err(Flaw::Unreadable),
    }
}

/// As good as a photo of a paper needs to be read; as PNG it would be ten times as large.
const QUALITY: u8 = 88;

/// A picture of three bytes a point, colours as fine as light, nothing beside the points.
pub(crate) fn write_jpeg(rgb: &[u8], width: u16, height: u16) -> Result<Vec<u8>, Flaw> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.encode(rgb, width, height, ColorType::Rgb).map_err(|_| Flaw::Unreadable)?;
    Ok(out)
}

fn read_jpeg(bytes: &[u8]) -> Result<Points, Flaw> {
    let options = DecoderOptions::default()
        .set_max_width(LONGEST_SIDE)
        .set_max_height(LONGEST_SIDE)
        .jpeg_set_max_scans(MOST_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Flaw::Unreadable)?;
    let info = decoder.info().ok_or(Flaw::Unreadable)?;
    let (width, height) = (usize::from(info.width), usize::from(info.height));
    admit_pixels(width as u64, height as u64)?;
    let orientation = decoder.exif().map_or(Orientation::UPRIGHT, |exif| Orientation::of_exif(exif));
    let bytes = decoder.decode().map_err(|_| Flaw::Unreadable)?;
    whole(Points { width, height, parts: 3, bytes }).map(|points| orientation.applied_to(points))
}

fn read_png(bytes: &[u8]) -> Result<Points, Flaw> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: MOST_BESIDE });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let info = decoder.read_header_info().map_err(|_| Flaw::Unreadable)?;
    admit_pixels(u64::from(info.width), u64::from(info.height))?;
    if info.width.max(info.height) as usize > LONGEST_SIDE {
        return Err(Flaw::TooManyPixels { millions: u64::from(info.width) * u64::from(info.height) / 1_000_000 });
    }
    let mut reader = decoder.read_info().map_err(|_| Flaw::Unreadable)?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or(Flaw::Unreadable)?];
    let frame = reader.next_frame(&mut bytes).map_err(|_| Flaw::Unreadable)?;
    bytes.truncate(frame.buffer_size());
    let (width, height, parts) = (frame.width as usize, frame.height as usize, frame.color_type.samples());
    let exif = reader.info().exif_metadata.as_deref();
    let orientation = exif.map_or(Orientation::UPRIGHT, Orientation::of_exif);
    whole(Points { width, height, parts, bytes }).map(|points| orientation.applied_to(points))
}

/// A picture without points, or with fewer than its sides promise, is none.
fn whole(points: Points) -> Result<Points, Flaw> {
    let promised = points.width * points.height * points.parts;
    if promised == 0 || points.bytes.len() != promised { Err(Flaw::Unreadable) } else { Ok(points) }
}

fn write_png(points: &Points) -> Result<Vec<u8>, Flaw> {
    let side = |side: usize| u32::try_from(side).map_err(|_| Flaw::Unreadable);
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side(points.width)?, side(points.height)?);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(match points.parts {
        1 => png::ColorType::Grayscale,
        2 => png::ColorType::GrayscaleAlpha,
        3 => png::ColorType::Rgb,
        _ => png::ColorType::Rgba,
    });
    let mut writer = encoder.write_header().map_err(|_| Flaw::Unreadable)?;
    writer.write_image_data(&points.bytes).map_err(|_| Flaw::Unreadable)?;
    writer.finish().map_err(|_| Flaw::Unreadable)?;
    Ok(out)
}

#[cfg(test)]
mod tests;
