import Testing

@testable import Filings

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("2025-01-20", "2025-01-20"), ("2025年1月2日", "2025-01-02"), ("2025/1/20 10:00:00", "2025-01-20"),
        ("2024-02-29", "2024-02-29"),
    ])
    func printedDays(_ text: String, _ day: String) { #expect(CalendarDay(printed: text)?.description == day) }

    @Test(arguments: ["", "2025-01", "2025-02-29", "2025-13-01", "1999-01-01", "x2025-01-01", "20250120", "99999-1-1"])
    func whatIsNoDay(_ text: String) { #expect(CalendarDay(printed: text) == nil) }

    @Test(arguments: [(45677, "2025-01-20"), (45292, "2024-01-01"), (45351, "2024-02-29"), (44197, "2021-01-01")])
    func spreadsheetNumbers(_ number: Int, _ day: String) {
        #expect(CalendarDay(spreadsheetNumber: number)?.description == day)
    }

    @Test func numbersOutsideAreNoDays() {
        for number in [0, -1, 12, .max, .min] { #expect(CalendarDay(spreadsheetNumber: number) == nil) }
    }
}
