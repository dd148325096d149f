import Foundation
import TestSupport
import Testing

/// Outputs that cannot or must not be written.
@Suite struct BadOutputTests {
    private let input = ProgramFiles.sample("real/洛龙区卫生健康委员会")
    private let folder = ProgramFolder()

    private func report(_ output: String, _ options: String...) -> ProgramRunner.Result {
        ProgramRunner.run(["report", input, "--output", folder.path(output)] + options)
    }

    @Test func aFile() {
        folder.write("mine", to: "out")
        let run = report("out")
        #expect(run.status == 2 && run.errors.contains("out 是文件"))
        #expect(report("out", "--force").status == 2, "force does not replace files")
        #expect(report("out/below").status == 2)
        #expect(folder.text("out") == "mine" && folder.entries == ["out"])
    }

    @Test func aFolderThatIsNoBundle() {
        folder.write("mine", to: "out/letter.txt")
        let run = report("out")
        #expect(run.status == 2 && run.errors.contains("--force") && run.errors.contains("不是本程序生成的成果包"))
        #expect(report("out", "--language", "en").errors.contains("is no bundle of this program"))
        #expect(folder.text("out/letter.txt") == "mine" && folder.entries == ["out"])
        folder.write("{\"schema\": \"other/1\"}", to: "out/manifest.json")
        #expect(report("out").status == 2, "another program's manifest")
        #expect(report("out", "--force").status == 0)
        #expect(folder.text("out/letter.txt").isEmpty && folder.text("out/manifest.json").contains("tongjian.bundle/1"))
        #expect(folder.entries == ["out"])
    }

    @Test func aBundleIsReplacedWhole() {
        #expect(report("out").status == 0)
        folder.write("stale", to: "out/charts/stale.png")
        #expect(report("out").status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/charts/stale.png")))
        #expect(folder.entries == ["out"])
    }

    @Test func anEmptyFolderAndFoldersOnTheWay() {
        folder.makeFolder("empty")
        #expect(report("empty").status == 0)
        #expect(report("new/folders/out/").status == 0)
        #expect(!folder.text("new/folders/out/index.html").isEmpty)
        #expect(folder.entries == ["empty", "new"])
    }

    /// What is refused is refused before the inputs are read.
    @Test func anExistingBundleOutlivesAFailedRun() {
        #expect(report("out").status == 0)
        let before = ProgramFiles.tree(folder.path("out"))
        #expect(ProgramRunner.run("report", folder.path("nowhere"), "--output", folder.path("out")).status == 2)
        #expect(ProgramFiles.tree(folder.path("out")) == before)
        #expect(folder.entries == ["out"])
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere")) func aReadOnlyPlace() throws {
        folder.makeFolder("closed")
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path("closed"))
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("closed"))
        }
        let run = report("closed/out")
        #expect(run.status == 2 && run.errors.contains("无法写入"))
    }

    @Test func aPlaceWhereNobodyWrites() {
        let run = ProgramRunner.run("report", input, "--output", "/proc/tongjian")
        #expect(run.status == 2 && run.errors.contains("无法写入 /proc/tongjian"), "\(run.errors)")
    }

    @Test func aSelectionOfNothing() {
        #expect(report("out", "--where", "district=999999").status == 2)
        #expect(report("out", "--years", "1999").status == 2)
        #expect(folder.entries.isEmpty)
    }

    @Test func chartsToBadPlaces() {
        func chart(_ output: String) -> ProgramRunner.Result {
            ProgramRunner.run("chart", "penalties-by-organ", input, "--output", folder.path(output))
        }
        #expect(chart("no/such/folder.png").status == 2)
        folder.makeFolder("folder.svg")
        #expect(chart("folder.svg").status == 2)
        #expect(chart("picture.gif").status == 64)
        #expect(folder.entries == ["folder.svg"])
        for (name, start) in [("a.png", "\u{89}PNG"), ("a.SVG", "<?xml"), ("a.pdf", "%PDF-")] {
            #expect(chart(name).status == 0)
            let data = FileManager.default.contents(atPath: folder.path(name)) ?? Data()
            #expect(data.starts(with: start.unicodeScalars.map { UInt8($0.value) }), "\(name)")
        }
    }
}
