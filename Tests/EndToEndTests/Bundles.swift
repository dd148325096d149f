import Foundation
import TestSupport

/// A published bundle, read into memory; its folder is gone.
struct Bundle {
    var files: [String: Data]
    var run: ProgramRunner.Result
    /// What lay beside the bundle afterwards.
    var neighbours: [String]

    func text(_ path: String) -> String { String(decoding: files[path] ?? Data(), as: UTF8.self) }

    /// `report INPUT --output <temp>/NAME OPTIONS`.
    static func make(
        _ input: String, named name: String = "bundle", options: [String] = [], environment: [String: String] = [:]
    )
        -> Bundle
    {
        let folder = ProgramFolder()
        let output = folder.path(name)
        let run = ProgramRunner.run(["report", input, "--output", output] + options, environment: environment)
        return Bundle(files: ProgramFiles.tree(output), run: run, neighbours: folder.entries)
    }

    /// Text files of a bundle by path.
    var texts: [String: String] {
        files.filter { !$0.key.hasSuffix(".png") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}

/// Bundles that several tests look at, made once.
enum SampleBundles {
    /// All of Samples.
    static let whole = Bundle.make(ProgramFiles.samples)
    /// One invented district with its project file: 35 filings.
    static let district = Bundle.make(districtFolder.root)
    static let districtFolder: ProgramFolder = {
        let folder = ProgramFolder.forAllTests()
        folder.copy(ProgramFiles.sample("tongjian.yml"), to: "tongjian.yml")
        folder.copy(ProgramFiles.sample("云溪市/松泉区"), to: "松泉区")
        return folder
    }()
}

/// What `sha256sum` says of some bytes: an oracle that is not ours.
enum SystemDigest {
    /// By path below `files`.
    static func of(_ files: [String: Data]) -> [String: String] {
        let folder = ProgramFolder()
        for (path, data) in files { folder.write(data, to: "f/" + path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sha256sum"] + files.keys.sorted()
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path("f"))
        _ = FileManager.default.createFile(atPath: folder.path("sums"), contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: folder.path("sums"))!
        try! process.run()
        process.waitUntilExit()
        return Dictionary(
            uniqueKeysWithValues: folder.text("sums").split(separator: "\n").map { line in
                (String(line.dropFirst(66)), String(line.prefix(64)))
            })
    }
}
