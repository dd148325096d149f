import Filings
import TestSupport
import Testing

@testable import Ingest
@testable import Parsing

/// Tables in narrow columns: labels wrap over lines with the figures beside their middle, and only places part the cells.
@Suite struct WrappedLabelTests {
    /// How a table is drawn.
    struct Drawing: Sendable, CustomTestStringConvertible {
        /// Characters in a line of each column of labels.
        var labels: [Int]
        /// Columns of the page that an ideograph takes up.
        var ideograph: Int
        var printsZeros = true

        var testDescription: String { "\(labels) \(ideograph) \(printsZeros)" }
    }

    private static let figureColumns = 5

    private static func width(_ text: String, _ drawing: Drawing) -> Int {
        text.unicodeScalars.reduce(0) {
            $0 + ($1.value >= 0x2E80 || "“”".unicodeScalars.contains($1) ? drawing.ideograph : 1)
        }
    }

    private static func wrapped(_ text: String, _ count: Int) -> [String] {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: count).map {
            String(characters[$0..<min($0 + count, characters.count)])
        }
    }

    /// The lines of a row, each cell's in the middle of its height.
    private static func lines(_ row: FilingSheet.Row, _ drawing: Drawing) -> [String] {
        let figures = row.cells.map { row.isHeading || drawing.printsZeros || $0 != "0" ? $0 : "" }
        let cells =
            zip(row.labels, drawing.labels).map { wrapped($0, $1) } + figures.map { wrapped($0, row.isHeading ? 2 : 9) }
        let starts = (drawing.labels.map { $0 * drawing.ideograph + 2 } + figures.map { _ in figureColumns }).reduce(
            into: [0]
        ) { $0.append($0.last! + $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            for (cell, start) in zip(cells, starts) {
                let index = line - (height - cell.count) / 2
                guard cell.indices.contains(index) else { continue }
                text += String(repeating: " ", count: max(0, start - width(text, drawing))) + cell[index]
            }
            return text
        }
    }

    private static func text(_ sheet: FilingSheet, _ drawing: Drawing) -> String {
        func table(_ rows: [FilingSheet.Row]) -> [String] { rows.flatMap { lines($0, drawing) } }
        return
            ([sheet.title, "", "一、总体情况"] + sheet.opening + ["", "二、主动公开政府信息情况", "第二十条第（一）项"] + table(sheet.two)
            + ["", "三、收到和处理政府信息公开申请情况"] + table(sheet.three) + ["", "四、政府信息公开行政复议、行政诉讼情况"]
            + sheet.four.map { ($0.labels + $0.cells).joined(separator: "\t") } + [""] + sheet.closing)
            .joined(separator: "\n")
    }

    @Test(
        arguments: [
            Drawing(labels: [3, 4, 3], ideograph: 1), Drawing(labels: [3, 4, 3], ideograph: 2),
            Drawing(labels: [4, 8, 6], ideograph: 1), Drawing(labels: [4, 8, 6], ideograph: 2),
        ], [2019, 2024])
    func everyFigureComesBack(_ drawing: Drawing, _ year: Int) throws {
        for seed in 0..<8 {
            let truth = RandomFiling.make(seed: seed, year: year)
            let read = try Reader.read(Self.text(FilingSheet(truth), drawing))
            let comparison = FilingComparison(read: read, truth: truth)
            #expect(comparison.wrong.isEmpty && comparison.open.isEmpty, "seed \(seed)")
        }
    }

    /// A row without any figure is left open; none of its neighbours' figures becomes its own.
    @Test(arguments: [
        Drawing(labels: [3, 4, 3], ideograph: 2, printsZeros: false),
        Drawing(labels: [4, 8, 6], ideograph: 1, printsZeros: false),
    ])
    func zerosLeftOut(_ drawing: Drawing) throws {
        for seed in 0..<8 {
            let truth = RandomFiling.make(seed: seed, year: 2024)
            let read = try Reader.read(Self.text(FilingSheet(truth), drawing))
            #expect(FilingComparison(read: read, truth: truth).wrong.isEmpty, "seed \(seed)")
        }
    }

    /// The first figure stands one space behind a part of the label that says nothing by itself.
    @Test func aFigureBehindALabelsFirstPart() throws {
        let truth = RandomFiling.make(seed: 5, year: 2024)
        let drawing = Drawing(labels: [3, 4, 3], ideograph: 1)
        let text = Self.text(FilingSheet(truth), drawing)
        let parted = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let label = line.range(of: "国家秘  ") else { return String(line) }
            return line[..<label.lowerBound] + "国家秘 " + line[label.upperBound...]
        }
        let read = try Reader.read(parted.joined(separator: "\n"))
        #expect(FilingComparison(read: read, truth: truth).wrong.isEmpty)
    }

    @Test func ideographsAreAsWideAsTheFiguresSay() throws {
        for ideograph in [1, 2] {
            let sheet = FilingSheet(RandomFiling.make(seed: 1, year: 2024))
            let body = try TextBody(Array(Self.text(sheet, Drawing(labels: [3, 4, 3], ideograph: ideograph)).utf8))
            #expect(IdeographWidth.of(body) == ideograph)
        }
        #expect(IdeographWidth.of(try TextBody(Array("规章  1  2  3\n".utf8))) == IdeographWidth.usual)
    }
}
