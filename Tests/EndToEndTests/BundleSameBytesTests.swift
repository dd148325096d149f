import Foundation
import TestSupport
import Testing

/// Same inputs, same bytes.
@Suite struct BundleSameBytesTests {
    private func expectSame(_ a: Bundle, _ b: Bundle, _ what: Comment) {
        #expect(a.run.status == 0 && b.run.status == 0, "\(b.run.errors)")
        #expect(Set(a.files.keys) == Set(b.files.keys), what)
        for path in a.files.keys.sorted() { #expect(a.files[path] == b.files[path], "\(what.rawValue): \(path)") }
    }

    @Test func whateverThePathsTheJobsAndTheLocale() {
        let folder = ProgramFolder()
        folder.copy(SampleBundles.districtFolder.root, to: "moved")
        let one = Bundle.make(
            folder.path("moved"), named: "另一个 文件夹", options: ["--jobs", "1"],
            environment: [
                "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/nonexistent",
            ])
        let eight = Bundle.make(folder.path("moved") + "/", named: "deep/er/b", options: ["--jobs", "8", "--quiet"])
        expectSame(SampleBundles.district, one, "one job")
        expectSame(SampleBundles.district, eight, "eight jobs")
        #expect(eight.run.errors.isEmpty, "quiet")
    }

    @Test func fromParsedFilings() {
        let folder = ProgramFolder()
        folder.write(SampleRuns.parsed.output, to: "all.jsonl")
        expectSame(SampleBundles.whole, Bundle.make(folder.path("all.jsonl")), "parsed filings")
    }

    @Test func fromAnArrayOfParsedFilings() {
        let folder = ProgramFolder()
        let array = ProgramRunner.run("parse", SampleBundles.districtFolder.root, "--detail", "--format", "json")
        folder.write(array.output, to: "array.json")
        expectSame(SampleBundles.district, Bundle.make(folder.path("array.json")), "an array of parsed filings")
    }

    /// A bundle's own data are those parsed filings.
    @Test func aBundleHoldsItsParsedFilings() {
        let folder = ProgramFolder()
        folder.write(SampleBundles.district.files["data/filings.jsonl"] ?? Data(), to: "filings.jsonl")
        let again = ProgramRunner.run("parse", folder.path("filings.jsonl"), "--detail")
        let first = ProgramRunner.run("parse", SampleBundles.districtFolder.root, "--detail")
        #expect(again.output == first.output)
    }

    @Test func noMachinePathAndNoClock() {
        let user = ProcessInfo.processInfo.environment["HOME"] ?? "/nowhere"
        let places = [
            ProgramFiles.root, SampleBundles.districtFolder.root, FileManager.default.temporaryDirectory.path + "/",
            user + "/",
        ]
        let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        let (year, month, day) = (now.year!, now.month!, now.day!)
        let pad = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
        let clocks = [
            "\(year)-\(pad(month))-\(pad(day))", "\(year)年\(month)月\(day)日", "\(year)\(pad(month))\(pad(day))",
        ]
        for (path, text) in SampleBundles.district.texts {
            for word in places + clocks { #expect(!text.contains(word), "\(path) holds \(word)") }
        }
        let stamps = ["tIME".utf8, "tEXt".utf8].map { Data($0) }
        for (path, data) in SampleBundles.district.files where path.hasSuffix(".png") {
            #expect(stamps.allSatisfy { data.range(of: $0) == nil }, "\(path)")
        }
    }

    @Test func nothingElseIsWritten() {
        let folder = ProgramFolder()
        folder.copy(SampleBundles.districtFolder.root, to: "in")
        let before = ProgramFiles.tree(folder.path("in"))
        let run = ProgramRunner.run("report", "in", "--output", "out", in: folder.root)
        #expect(run.status == 0)
        #expect(folder.entries == ["in", "out"])
        #expect(ProgramFiles.tree(folder.path("in")) == before)
        #expect(SampleBundles.whole.neighbours == ["bundle"])
    }
}
