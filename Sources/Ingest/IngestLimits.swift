/// What an input may be at most. Real filings have some ten to a few hundred kilobytes.
package enum IngestLimits {
    /// Bytes of one file.
    package static let fileBytes = 32 << 20
    /// Bytes of one file of parsed filings, which may hold very many.
    package static let parsedBytes = 8 << 30
    /// Lines of one text.
    package static let lines = 200_000
    /// Characters of one line; crawled texts put a whole filing on one.
    package static let lineCharacters = 2_000_000
    /// Cells of one row.
    package static let rowCells = 1_000
    /// Cells of one document.
    package static let documentCells = 2_000_000
    /// Cells of one sheet of a spreadsheet or a CSV file that is no table of ours.
    package static let sheetCells = 4_000_000
    /// Bytes of one cell of a spreadsheet: four times what the format allows in characters.
    package static let cellBytes = 128 << 10
    /// Folders within folders.
    package static let folderDepth = 32
    /// Files of one run.
    package static let files = 1_000_000
}
