import Filings

/// Who must file: organs with the years from and to which they must. Read from a CSV with the columns organ, district,
/// function, from, to (or 机关, 区划, 职能, 起始, 截止); all but the organ may be empty.
package struct Register: Sendable {
    package struct Entry: Sendable {
        package var organ: String
        /// Six digits.
        package var district: String?
        package var function: String?
        package var from: Int?
        package var to: Int?
        /// The line of the file, counted from 1.
        package var line: Int

        func mustFile(for year: Int) -> Bool { (from ?? 0) <= year && year <= (to ?? 9999) }
    }

    /// Everything that is wrong with a register, each with its line.
    package struct Problems: Error, Sendable {
        package var words: [Words]
    }

    package let file: String
    package let entries: [Entry]

    private static let columns: [(name: String, chinese: String)] = [
        ("organ", "机关"), ("district", "区划"), ("function", "职能"), ("from", "起始"), ("to", "截止"),
    ]

    /// `rows` are the fields of each of the file's lines, empty ones too, its header first; `file` is a name for messages.
    package init(rows: [[String]], file: String) throws(Problems) {
        self.file = file
        var problems: [Words] = []
        let header = rows.first ?? []
        let positions = Self.columns.map { column in header.firstIndex { $0 == column.name || $0 == column.chinese } }
        guard positions[0] != nil else {
            throw Problems(words: [Words("\(file):1 登记表须有“organ”（机关）列", "\(file):1 a register needs a column “organ”")])
        }
        for name in header where !Self.columns.contains(where: { $0.name == name || $0.chinese == name }) {
            problems.append(
                Words(
                    "\(file):1 不认识的列“\(name)”",
                    "\(file):1 unknown column “\(name)”; known: organ, district, function, from, to"))
        }
        var entries: [Entry] = []
        for (index, row) in rows.enumerated().dropFirst() where row.contains(where: { !$0.isEmpty }) {
            let fields = positions.map { position in
                position.flatMap { $0 < row.count ? row[$0].trimmingSpaces : nil } ?? ""
            }
            entries.append(Self.entry(fields, line: index + 1, file, &problems))
        }
        guard problems.isEmpty else { throw Problems(words: problems) }
        self.entries = entries
    }

    private static func entry(_ fields: [String], line: Int, _ file: String, _ problems: inout [Words]) -> Entry {
        func report(_ zh: String, _ en: String) {
            problems.append(Words("\(file):\(line) \(zh)", "\(file):\(line) \(en)"))
        }
        func year(_ text: String) -> Int? {
            if text.isEmpty { return nil }
            if let year = Int(text), FilingYears.plausible.contains(year) { return year }
            report("“\(text)”不是年份", "“\(text)” is no year")
            return nil
        }
        if fields[0].isEmpty { report("缺机关名称", "the organ is empty") }
        let district = fields[1]
        if !district.isEmpty, district.utf8.count != 6 || !district.utf8.allSatisfy({ (48...57).contains($0) }) {
            report("区划代码应为六位数字，现为“\(district)”", "a division's code has six digits, not “\(district)”")
        }
        return Entry(
            organ: fields[0], district: district.isEmpty ? nil : district,
            function: fields[2].isEmpty ? nil : fields[2],
            from: year(fields[3]), to: year(fields[4]), line: line)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
