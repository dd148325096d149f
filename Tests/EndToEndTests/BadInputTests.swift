import Foundation
import TestSupport
import Testing

/// Bad inputs beside a good one are named and never fatal; alone they end the run with 2.
@Suite struct BadInputTests {
    private static let good = ProgramFiles.sample("real/洛龙区卫生健康委员会/2024.txt")

    /// A folder with one good filing.
    private func folder() -> ProgramFolder {
        let folder = ProgramFolder()
        folder.copy(Self.good, to: "in/good.txt")
        return folder
    }

    /// The run reads the good filing and names `file` with `words`.
    private func expectNamed(
        _ file: String, _ words: String, in folder: ProgramFolder, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let run = ProgramRunner.run("parse", folder.path("in"), "--verbose")
        #expect(run.status == 0, sourceLocation: sourceLocation)
        #expect(run.output.split(separator: "\n").count == 1, "only the good filing", sourceLocation: sourceLocation)
        let line = run.messages.first { $0.contains(file + ":") }
        #expect(line?.contains(words) == true, "\(run.errors)", sourceLocation: sourceLocation)
    }

    private func expectNothing(
        _ run: ProgramRunner.Result, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == 2, sourceLocation: sourceLocation)
        #expect(run.output.isEmpty, sourceLocation: sourceLocation)
        #expect(run.errors.contains("没有读到任何年度报告"), sourceLocation: sourceLocation)
        #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: sourceLocation)
    }

    @Test func aFolderWithoutFilings() {
        let folder = ProgramFolder()
        folder.makeFolder("in/empty")
        folder.write("# 说明\n", to: "in/README.md")
        let commands: [[String]] = [
            ["parse"], ["check"], ["query", "--indicator", "requests-received"],
            ["report", "--output", folder.path("out")],
        ]
        for command in commands {
            expectNothing(ProgramRunner.run(command + [folder.path("in")]), "README.md: ")
        }
        #expect(folder.entries == ["in"])
    }

    @Test func aMissingPath() {
        let folder = folder()
        expectNothing(ProgramRunner.run("parse", folder.path("nowhere")), "nowhere: 找不到")
        let both = ProgramRunner.run("parse", folder.path("nowhere"), folder.path("in"))
        #expect(both.status == 0 && both.errors.contains("nowhere: 找不到"))
        #expect(ProgramRunner.run("parse", folder.path("nowhere"), "--language", "en").errors.contains("no such file"))
    }

    @Test func anEmptyFile() {
        let folder = folder()
        folder.write("", to: "in/empty.txt")
        expectNamed("empty.txt", "空文件", in: folder)
        expectNothing(ProgramRunner.run("parse", folder.path("in/empty.txt")), "空文件")
    }

    @Test func binaryGarbage() {
        let folder = folder()
        var state: UInt64 = 42
        let bytes = (0..<20_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        folder.write(Data(bytes), to: "in/garbage.txt")
        folder.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]), to: "in/picture.png")
        expectNamed("garbage.txt", "不是可识别的文本", in: folder)
        expectNamed("picture.png", "不是可识别的文本", in: folder)
        expectNothing(ProgramRunner.run("parse", folder.path("in/garbage.txt")), "不是可识别的文本")
    }

    /// Refused by its size, before a byte is read.
    @Test func aHugeText() throws {
        let folder = folder()
        folder.write("", to: "in/huge.txt")
        try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("in/huge.txt"))).truncate(atOffset: 200 << 20)
        expectNamed("huge.txt", "文件有 200 MB，超过上限 32 MB", in: folder)
        expectNothing(ProgramRunner.run("parse", folder.path("in/huge.txt")), "200 MB")
        let run = ProgramRunner.run("report", folder.path("in"), "--output", folder.path("out"))
        #expect(run.status == 0 && run.errors.contains("huge.txt"))
    }

    @Test func aLoopOfFolders() throws {
        let folder = folder()
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path("in/self"), withDestinationPath: ".")
        folder.makeFolder("in/a/b")
        try manager.createSymbolicLink(atPath: folder.path("in/a/b/up"), withDestinationPath: "../..")
        try manager.createSymbolicLink(atPath: folder.path("in/gone.txt"), withDestinationPath: "nowhere")
        expectNamed("self", "成环", in: folder)
        expectNamed("a/b/up", "成环", in: folder)
        expectNamed("gone.txt", "找不到", in: folder)
    }

    @Test func aLongWayDown() {
        let folder = folder()
        folder.write("x", to: "in/" + String(repeating: "d/", count: 40) + "x.txt")
        expectNamed(String(repeating: "d/", count: 32) + "d", "层数超过", in: folder)
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything")) func anUnreadableFileAndFolder() throws {
        let folder = folder()
        folder.copy(Self.good, to: "in/locked.txt")
        folder.copy(Self.good, to: "in/closed/x.txt")
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("in/locked.txt"))
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("in/closed"))
        defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("in/closed")) }
        expectNamed("locked.txt", "无法读取", in: folder)
        expectNamed("closed", "无法读取", in: folder)
        expectNothing(ProgramRunner.run("parse", folder.path("in/locked.txt")), "无法读取")
    }

    @Test func devicesAreNoFiles() {
        expectNothing(ProgramRunner.run("parse", "/dev/zero"), "不是普通文件")
        expectNothing(ProgramRunner.run("parse", "/dev/null"), "不是普通文件")
    }

    @Test
    func aNamedPipe() {
        let folder = folder()
        mkfifo(folder.path("in/pipe.txt"), 0o600)
        expectNamed("pipe.txt", "不是普通文件", in: folder)
    }

    @Test func twoProjectFiles() {
        let folder = folder()
        folder.write("overrides: []\n", to: "in/tongjian.yml")
        folder.copy(folder.path("in"), to: "more")
        let run = ProgramRunner.run("parse", folder.path("in"), folder.path("more"))
        #expect(run.status == 2 && run.errors.contains("--overrides") && run.errors.contains("more/tongjian.yml"))
    }

    @Test func aBrokenProjectFile() {
        let folder = folder()
        folder.write("overrides: [\ndistrict: []\n", to: "in/tongjian.yml")
        let syntax = ProgramRunner.run("parse", folder.path("in"))
        #expect(syntax.status == 2 && syntax.output.isEmpty)
        #expect(syntax.errors.firstMatch(of: #/tongjian\.yml:\d+:\d+: /#) != nil, "\(syntax.errors)")
        folder.write("overides: []\n", to: "in/tongjian.yml")
        #expect(
            ProgramRunner.run("parse", folder.path("in")).errors.contains(
                "tongjian.yml:1:1: 未知的键“overides”，是否为“overrides”？"))
        let missing = ProgramRunner.run("parse", folder.path("in"), "--overrides", folder.path("no.yml"))
        #expect(missing.status == 2 && missing.errors.contains("no.yml: 找不到"))
    }
}
