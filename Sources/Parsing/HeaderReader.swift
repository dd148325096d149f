import Filings

/// Which cells of a table's header stand over which column.
struct HeaderGeometry: Sendable {
    /// Column -> index of its heading within the header row, where the row's cells are countable.
    var indices: [Int: Int] = [:]
    /// The columns that the header names; empty when no header was found.
    var named: Set<Int> = []
    /// How many columns the form has.
    var width: Int
    /// How many cells the rows have that name the columns, where all have as many and name each column once.
    var cellCount: Int?
    /// The cells of those rows that name something else.
    var others: Set<Int> = []
    /// The columns as one line names them all, where that is another order than the form's; nil for a column of subtotals
    /// or of remarks.
    var order: [Int?]?
    /// Whether those of the form stand in its order.
    var isFormOrder: Bool { order.map { $0.compactMap { $0 } == Array(0..<width) } ?? true }

    var isKnown: Bool { named.count >= 3 }
}

/// Reads the applicant headings above table three.
enum HeaderReader {
    /// Headings stand in so many rows above the table at most, one cell a line included.
    static let reach = 14

    static func header(in rows: [TableRow], before start: Int) -> HeaderGeometry {
        var header = HeaderGeometry(width: ApplicantColumn.allCases.count)
        let from = max(0, start - reach)
        var isCountable = true
        var counts: Set<Int> = []
        var names = 0
        for row in rows[from..<start] { header.order = order(of: row) ?? header.order }
        for row in rows[from..<start] where !row.isParagraph || row.cells.count > 1 {
            var hits = 0
            let isHeading = row.cells.count { $0.words?.applicantColumn != nil } >= leastNames
            for (index, cell) in row.cells.enumerated() {
                let started = isHeading ? column(startedBy: cell.words) : nil
                guard let column = cell.words?.applicantColumn ?? started else { continue }
                header.named.insert(ApplicantColumn.allCases.firstIndex(of: column)!)
                header.indices[ApplicantColumn.allCases.firstIndex(of: column)!] = index
                hits += 1
            }
            if hits > 0, row.cells.count < 5 { isCountable = false }
            if hits > 0 { counts.insert(row.cells.count) }
            names += hits
        }
        let areAllNamed = names == header.width || NamedColumns.names(above: start, in: rows).count == names
        if areAllNamed, names > 1, header.named.count == names, Set(header.indices.values).count == names,
            counts.count == 1
        {
            header.cellCount = counts.first
            for row in rows[from..<start] where row.cells.count == header.cellCount {
                header.others.formUnion(row.cells.indices.filter { row.cells[$0].words != nil })
            }
            header.others.subtract(header.indices.values)
        }
        // Where spans were lost, headings of two levels stand one behind the other: their places tell nothing.
        let places = header.indices.sorted { $0.key < $1.key }.map(\.value)
        let isInOrder = places == places.sorted()
        if !isCountable || !header.isKnown || !isInOrder && header.cellCount == nil { header.indices = [:] }
        if !header.isKnown, start < rows.count, rows[start].isGlued { readGlued(rows[start], into: &header) }
        return header
    }

    /// Where the pieces of headings stand that are no wider than a column.
    static func places(in rows: [TableRow], above start: Int) -> [Range<Int>] {
        rows[max(0, start - reach)..<start].reversed().prefix { !$0.holdsValue }.flatMap(\.cells)
            .filter { ($0.words?.approximateLength ?? 0) <= longestPiece }.compactMap(\.span)
    }

    /// 社会公益组织 has six characters; what heads several columns has more, or none of its own.
    private static let longestPiece = 6

    /// A row that names so many columns heads the table; headings that wrap are but begun in it.
    private static let leastNames = 3

    /// The column whose heading starts so and wraps: `社会公益组` above `织`.
    private static func column(startedBy words: CellWords?) -> ApplicantColumn? {
        guard let text = words?.text.string, !text.isEmpty else { return nil }
        return ApplicantColumn.allCases.first { $0.words.contains { $0.hasPrefix(text) } }
    }

    /// The columns in the order in which a row names all of them; nil for the form's order.
    private static func order(of row: TableRow) -> [Int?]? {
        let words = row.cells.compactMap(\.words)
        guard words.count == row.cells.count || words.count >= ApplicantColumn.allCases.count,
            words.reduce(0, { $0 + $1.approximateLength }) <= longestHeading
        else { return nil }
        let text = words.map(\.text.string).joined().utf8Bytes.without(NamedColumns.groups)
        let places = stems.compactMap(text.place)
        guard places.count == ApplicantColumn.allCases.count, Set(places).count == places.count else { return nil }
        let order = places.indices.sorted { places[$0] < places[$1] }
        let subtotal = text.place(of: SurplusColumns.subtotal)
        let remarks = text.place(of: Self.remarks)
        let isFormOrder = order == Array(places.indices)
        guard order != linesInOne, !isFormOrder || subtotal == nil && remarks != nil else { return nil }
        let named = order.map { (column: Optional($0), place: places[$0]) }
        let others = [subtotal, remarks].compactMap { $0 }.map { (column: Int?.none, place: $0) }
        return (named + others).sorted { $0.place < $1.place }.map(\.column)
    }

    /// What heads a column of words.
    private static let remarks = "备注"

    /// The form's two lines of headings, one behind the other: 自然人、法人或其他组织、总计, then what organisations are.
    private static let linesInOne = [0, 6, 1, 2, 3, 4, 5]

    /// What of each heading stands on its first line where it wraps, in the order of `ApplicantColumn`.
    private static let stems = ["自然人", "商业", "科研", "公益", "法律", "其他", "总计"]

    /// All headings together have some 30 characters, and beside them may stand the note on how the lines add up.
    private static let longestHeading = 100

    /// Headings that run together in front of the first line's label. 其他 is also a word of 法人或其他组织, so it
    /// counts behind the last organisation only.
    private static func readGlued(_ row: TableRow, into header: inout HeaderGeometry) {
        guard let text = row.cells.first?.words?.text.string, text.includes("自然人"), text.includes("法律服务") else {
            return
        }
        for (index, column) in ApplicantColumn.allCases.enumerated() {
            let isNamed =
                column == .otherOrganisation
                ? text.includes(anyOf: ["法律服务机构其他", "法律服务机构其它", "法律服务其他"]) : text.includes(anyOf: column.words)
            if isNamed { header.named.insert(index) }
        }
    }
}

extension [UInt8] {
    /// Where a word stands first.
    fileprivate func place(of word: String) -> Int? {
        withUnsafeBufferPointer { ByteSearch.first(word.utf8Bytes, in: $0) }
    }
}
