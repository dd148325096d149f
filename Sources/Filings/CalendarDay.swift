/// A day of the calendar: of a signature or of a publication.
package struct CalendarDay: Hashable, Comparable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int

    /// Nil for a day that the calendar does not have, or that no filing can bear.
    package init?(year: Int, month: Int, day: Int) {
        guard FilingYears.plausible.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(of: month, in: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The first year, month and day of a text: `2025-01-20`, `2025年1月20日`, `2025/1/20 10:00`.
    package init?(printed text: String) {
        var numbers: [Int] = []
        for run in text.utf8.split(whereSeparator: { !(48...57).contains($0) }).prefix(3) {
            guard run.count <= 4, let number = Int(String(decoding: run, as: UTF8.self)) else { return nil }
            numbers.append(number)
        }
        guard numbers.count == 3, text.utf8.first.map({ (48...57).contains($0) }) ?? false else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Whether a text is a day as `2026-03-01`; days so written sort as text.
    package static func isWellFormed(_ text: String) -> Bool { CalendarDay(printed: text)?.description == text }

    /// A spreadsheet's day number: days since 30 December 1899. Source: ECMA-376 part 1, 18.17.4.1.
    package init?(spreadsheetNumber number: Int) {
        guard (1...100_000).contains(number) else { return nil }
        var rest = number - 2
        var year = 1900
        while rest >= Self.days(in: year) {
            rest -= Self.days(in: year)
            year += 1
        }
        var month = 1
        while rest >= Self.length(of: month, in: year) {
            rest -= Self.length(of: month, in: year)
            month += 1
        }
        self.init(year: year, month: month, day: rest + 1)
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    private static func days(in year: Int) -> Int { isLeap(year) ? 366 : 365 }
    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDay: CustomStringConvertible {
    /// ISO 8601: `2025-01-20`.
    package var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
