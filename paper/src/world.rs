//! What the typesetter may see: the template, the house style, one file of data and the fonts. Nothing else exists for
//! it, no disk, no network and no clock, so a template cannot take anything into a paper that was not handed over.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use crate::PaperError;
use crate::text::Glyphs;

/// Libertinus carries the text; the other one has the signs it lacks (boxes, arrows, ticks).
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

/// What all papers share; laid out once.
pub(crate) struct Stock {
    library: LazyHash<Library>,
    fonts: FontStore,
    template: FileId,
    data: FileId,
    house: Source,
}

impl Stock {
    pub(crate) fn new() -> Result<(Self, Glyphs), PaperError> {
        let chosen = || typst_kit::fonts::embedded().filter(|(_, info)| FAMILIES.contains(&info.family.as_str()));
        let glyphs = Glyphs::new(chosen().map(|(_, info)| info.coverage));
        let mut fonts = FontStore::new();
        fonts.extend(chosen());
        // The extras let a template say that a cell heads its row (PDF/UA-1, 7.5).
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let stock = Self {
            library: LazyHash::new(library),
            fonts,
            template: file_id("/paper.typ")?,
            data: file_id("/data.json")?,
            house: Source::new(file_id("/house.typ")?, include_str!("house.typ").into()),
        };
        Ok((stock, glyphs))
    }

    pub(crate) fn lay_out(&self, template: &str, data: Vec<u8>) -> Desk<'_> {
        Desk { stock: self, template: Source::new(self.template, template.into()), data: Bytes::new(data) }
    }
}

/// The files of one paper.
pub(crate) struct Desk<'a> {
    stock: &'a Stock,
    template: Source,
    data: Bytes,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.stock.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.stock.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.template, &self.stock.house].into_iter().find(|s| s.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.stock.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.stock.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(path: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(path).map_err(|why| PaperError::Setup { cause: format!("{why:?}") })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}
