import Foundation
import Synchronization

/// A temporary folder that goes with its owner.
package final class ProgramFolder: Sendable {
    package let root: String

    package init() {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("tongjian-test-\(UUID().uuidString)")
        root = url.path
        try! FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// A folder for a `static let`, which nobody owns: it goes when the tests end.
    package static func forAllTests() -> ProgramFolder {
        let folder = ProgramFolder()
        kept.withLock { folders in
            if folders.isEmpty {
                atexit {
                    ProgramFolder.kept.withLock { folders in
                        for folder in folders { try? FileManager.default.removeItem(atPath: folder.root) }
                    }
                }
            }
            folders.append(folder)
        }
        return folder
    }

    private static let kept = Mutex<[ProgramFolder]>([])

    package func path(_ name: String) -> String { root + "/" + name }

    /// Writes a file below the folder, with the folders on the way; gives its path.
    @discardableResult package func write(_ text: String, to name: String) -> String {
        write(Data(text.utf8), to: name)
    }

    @discardableResult package func write(_ data: Data, to name: String) -> String {
        try! FileManager.default.createDirectory(
            atPath: (path(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try! data.write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    @discardableResult package func makeFolder(_ name: String) -> String {
        try! FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        return path(name)
    }

    /// Copies a file or folder of the package into this folder.
    @discardableResult package func copy(_ source: String, to name: String) -> String {
        try! FileManager.default.createDirectory(
            atPath: (path(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try! FileManager.default.copyItem(atPath: source, toPath: path(name))
        return path(name)
    }

    package func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
    }

    /// What lies directly in the folder, hidden entries too.
    package var entries: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted() }
}

/// The package's own files.
package enum ProgramFiles {
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    package static let samples = root + "/Samples"

    /// A folder or file of Samples.
    package static func sample(_ name: String) -> String { samples + "/" + name }

    package static func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file below a folder by its path below it, read into memory.
    package static func tree(_ folder: String) -> [String: Data] {
        var files: [String: Data] = [:]
        for name in FileManager.default.subpaths(atPath: folder) ?? [] {
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[name] = FileManager.default.contents(atPath: path)
        }
        return files
    }
}
