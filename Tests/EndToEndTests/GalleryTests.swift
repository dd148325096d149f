import Foundation
import TestSupport
import Testing

/// `tongjian gallery` and what `tongjian chart` writes, by the built program.
@Suite struct GalleryTests {
    private let folder = ProgramFolder()

    private func gallery(_ arguments: String...) -> ProgramRunner.Result {
        ProgramRunner.run(["gallery", ProgramFiles.samples, "--output", folder.path("g")] + arguments)
    }

    private func specifications() throws -> [String: [String: Any]] {
        var found: [String: [String: Any]] = [:]
        for (name, data) in ProgramFiles.tree(folder.path("g")) {
            found[name] = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        }
        return found
    }

    private func values(_ specification: [String: Any]?) -> [[String: Any]] {
        (specification?["data"] as? [String: Any])?["values"] as? [[String: Any]] ?? []
    }

    @Test func everyChartTwiceTheSame() throws {
        #expect(gallery("--format", "png", "svg", "--scale", "0.5").status == 0)
        let first = ProgramFiles.tree(folder.path("g"))
        #expect(first.count >= 2 * 24)
        #expect(gallery("--format", "png", "svg", "--scale", "0.5").status == 0)
        #expect(ProgramFiles.tree(folder.path("g")) == first)
    }

    /// Inline data say what the picture says: the steps of a waterfall meet its total, the sides of a flow are equal.
    @Test func specificationsHoldTheFigures() throws {
        #expect(gallery("--format", "vega-lite").status == 0)
        let found = try specifications()
        #expect(found.count >= 24)
        for (name, specification) in found {
            #expect((specification["$schema"] as? String)?.contains("vega-lite/v6") == true, "\(name)")
            #expect(!values(specification).isEmpty, "\(name)")
        }
        let steps = values(found["requests-contribution.vl.json"])
        let total = try #require(steps.last { $0["kind"] as? String == "total" }?["end"] as? Double)
        let last = try #require(steps.last { $0["kind"] as? String != "total" }?["end"] as? Double)
        #expect(abs(total - last) < 1e-9 && total > 0)
        let flow = values(found["request-flow.vl.json"])
        let sides = Dictionary(grouping: flow, by: { $0["name"] as? String ?? "" })
            .mapValues { $0.reduce(0) { $0 + ($1["value"] as? Double ?? 0) } }
        #expect(sides.count == 2 && Set(sides.values).count == 1)
    }

    @Test func textsOfALiveSVGCanBeSearched() throws {
        let file = folder.path("x.svg")
        let arguments = ["chart", "requests-trend", ProgramFiles.samples, "--output", file]
        #expect(ProgramRunner.run(arguments).status == 0)
        #expect(!folder.text("x.svg").contains("<text"))
        #expect(ProgramRunner.run(arguments + ["--svg-text", "live"]).status == 0)
        #expect(folder.text("x.svg").contains("<text") && folder.text("x.svg").contains("来源："))
    }

    @Test func aSizeIsDrawnAnew() throws {
        let input = ProgramFiles.samples
        for (size, width) in [("web-narrow", "358"), ("slide", "1280"), ("chart", "1200")] {
            let file = folder.path("x.svg")
            #expect(ProgramRunner.run("chart", "requests-trend", input, "--output", file, "--size", size).status == 0)
            #expect(folder.text("x.svg").contains("width=\"\(width)\""))
        }
    }

    @Test func anUnknownEndingIsWrongUsage() {
        let run = ProgramRunner.run("chart", "requests-trend", ProgramFiles.samples, "--output", folder.path("x.gif"))
        #expect(run.status == 64 && run.errors.contains(".vl.json"))
        #expect(folder.entries.isEmpty)
    }
}
