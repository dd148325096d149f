import Foundation
import TestSupport

/// The tracked files of the repository; nil outside a clone.
enum RepositoryFiles {
    static let tracked: [String]? = {
        let folder = ProgramFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-c", "core.quotepath=off", "ls-files"]
        process.currentDirectoryURL = URL(fileURLWithPath: ProgramFiles.root)
        _ = FileManager.default.createFile(atPath: folder.path("out"), contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: folder.path("out"))!
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        let names = folder.text("out").split(separator: "\n").map(String.init)
        let existing = names.filter { FileManager.default.fileExists(atPath: ProgramFiles.root + "/" + $0) }
        return process.terminationStatus == 0 && !existing.isEmpty ? existing : nil
    }()

    /// Swift files below a folder of the package, by their path from its root.
    static func swift(below folder: String) -> [String] {
        (FileManager.default.subpaths(atPath: ProgramFiles.root + "/" + folder) ?? [])
            .filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
    }

    static func text(_ path: String) -> String { ProgramFiles.text(path) ?? "" }
}
