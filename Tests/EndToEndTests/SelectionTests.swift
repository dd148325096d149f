import Foundation
import TestSupport
import Testing

/// A report over a part of its inputs speaks of that part.
@Suite struct SelectionTests {
    /// One of two districts of the prefecture.
    private static let bundle = Bundle.make(
        ProgramFiles.sample("云溪市/松泉区"),
        options: [
            ProgramFiles.sample("云溪市/临汀区"), "--overrides", ProgramFiles.sample("tongjian.yml"), "--where",
            "district=松泉区", "--years", "2024-2025",
        ])

    @Test func figuresAreThoseOfTheSelection() {
        #expect(Self.bundle.run.status == 0)
        let rows = Self.bundle.text("tables/requests-by-district.csv").split(whereSeparator: \.isNewline)
        #expect(rows.count == 2 && rows[1].hasPrefix("松泉区,2025,"))
        let years = Self.bundle.text("tables/table-1.csv").split(whereSeparator: \.isNewline).dropFirst().map {
            $0.prefix(4)
        }
        #expect(years == ["2024", "2025"])
        #expect(!Self.bundle.text("data/metrics.csv").contains("临汀区"))
    }

    @Test func theyAreNotCalledThePrefectures() {
        let page = Self.bundle.text("index.html")
        let head = page.firstMatch(of: #/<h1>(.*?)<\/h1>/#)?.1 ?? ""
        #expect(!head.contains("云溪市"))
    }

    @Test func whatIsLeftOutIsNotShown() {
        let page = Self.bundle.text("index.html")
        let namesOthers = page.contains("临汀区")
        let countsOthers = page.contains("70 份报告")
        #expect(!namesOthers)
        #expect(!countsOthers)
    }
}
