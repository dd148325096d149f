import TestSupport
import Testing

/// More files than are held at a time: what neighbouring years decide is decided whatever stands between them.
@Suite struct ManyFilingsTests {
    /// As many as `FilingStream` holds at a time, so that the first and the last stand in different windows.
    private static let between = 2_048

    /// The first and the last file are neighbouring years of one organ; the line of normative documents of the later one
    /// runs together.
    private static let folder: ProgramFolder = {
        let folder = ProgramFolder.forAllTests()
        func sheet(_ year: Int, _ cells: [String]) -> FilingSheet {
            var sheet = FilingSheet(RandomFiling.make(seed: 5, year: year))
            sheet.two[3].cells = cells
            return sheet
        }
        folder.write(FilingLayout.glued.text(sheet(2023, ["88", "55", "698"])), to: "all/0.txt")
        folder.write(FilingLayout.narrow.text(sheet(2022, ["10", "4", "665"])), to: "all/z.txt")
        for name in ["0.txt", "z.txt"] { folder.copy(folder.path("all/" + name), to: "two/" + name) }
        for number in 0..<between {
            folder.write("临汀区财政局\(2000 + number % 20)年政府信息公开工作年度报告\n", to: "all/m/\(10_000 + number).txt")
        }
        return folder
    }()

    private static func parse(_ name: String, _ format: String) -> [Substring] {
        let run = ProgramRunner.run(["parse", name, "--detail", "--format", format], in: folder.root)
        #expect(run.status == 0)
        return run.output.replacing(name + "/", with: "").split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test(arguments: ["jsonl", "json", "csv"]) func farNeighboursDecide(_ format: String) {
        let (all, two) = (Self.parse("all", format), Self.parse("two", format))
        // Brackets around the objects of JSON, a header above the rows of CSV; nothing behind the last line.
        #expect(all.count == Self.between + two.count)
        let front = format == "jsonl" ? 1 : 2
        #expect(all.prefix(front) == two.prefix(front))
        #expect(all.suffix(all.count - front - Self.between) == two.suffix(two.count - front))
        #expect(two.contains { $0.contains("698") })
        let sources = all.compactMap { $0.firstMatch(of: /m\/(\d+)\.txt/)?.output.1 }
        #expect(sources.count == Self.between && sources == sources.sorted())
    }

    @Test func theYearThatDecidesIsNamed() {
        #expect(Self.parse("all", "jsonl")[0].contains("neighbouringYear"))
    }
}
