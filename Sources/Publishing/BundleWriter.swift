import Foundation

/// Puts a bundle in place: written beside its target and renamed when complete. Nothing half-written remains.
package struct BundleWriter {
    package let target: String
    /// Whether an existing folder that is no bundle may be replaced.
    package let force: Bool

    package init(target: String, force: Bool) {
        var target = target
        while target.count > 1, target.hasSuffix("/") { target.removeLast() }
        self.target = target
        self.force = force
    }

    /// What can be known before any work is done: whether the target may be written or replaced.
    package func verify() throws(PublishingError) {
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        if manager.fileExists(atPath: target, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .isAFile(path: target) }
            guard force || isEmpty || isBundle else { throw .notABundle(path: target) }
        }
        var parent = parentFolder
        while !manager.fileExists(atPath: parent, isDirectory: &isFolder), parent != "/", parent != "." {
            parent = (parent as NSString).deletingLastPathComponent
            if parent.isEmpty { parent = "." }
        }
        guard isFolder.boolValue else { throw .notWritable(path: target, reason: "\(parent) is a file") }
        guard manager.isWritableFile(atPath: parent) else {
            throw .notWritable(path: target, reason: "\(parent) is read-only")
        }
    }

    package func write(_ files: [BundleFile]) throws(PublishingError) {
        try verify()
        removeLeftovers()
        let manager = FileManager.default
        let staging =
            parentFolder
            + "/.\((target as NSString).lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part"
        do {
            try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
            for file in files {
                let path = staging + "/" + file.path
                try manager.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try Data(file.bytes).write(to: URL(fileURLWithPath: path))
            }
            try replace(with: staging)
        } catch {
            try? manager.removeItem(atPath: staging)
            throw .notWritable(path: target, reason: (error as NSError).localizedDescription)
        }
    }

    /// Staging folders of runs that were killed; one whose process still runs is left alone.
    private func removeLeftovers() {
        let manager = FileManager.default
        let prefix = ".\((target as NSString).lastPathComponent)."
        for name in (try? manager.contentsOfDirectory(atPath: parentFolder)) ?? [] where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            guard rest.hasSuffix(".part") || rest.hasSuffix(".part.old"), let id = Int32(rest.prefix { $0.isNumber })
            else { continue }
            if kill(id, 0) != 0, errno == ESRCH { try? manager.removeItem(atPath: parentFolder + "/" + name) }
        }
    }

    /// The old bundle is moved aside first, so that at every moment either the old or the new one is whole.
    private func replace(with staging: String) throws {
        let manager = FileManager.default
        let old = staging + ".old"
        let exists = manager.fileExists(atPath: target)
        if exists { try manager.moveItem(atPath: target, toPath: old) }
        do {
            try manager.moveItem(atPath: staging, toPath: target)
        } catch {
            if exists { try? manager.moveItem(atPath: old, toPath: target) }
            throw error
        }
        if exists { try? manager.removeItem(atPath: old) }
    }

    private var parentFolder: String {
        let parent = (target as NSString).deletingLastPathComponent
        return parent.isEmpty ? "." : parent
    }

    private var isEmpty: Bool { ((try? FileManager.default.contentsOfDirectory(atPath: target)) ?? ["?"]).isEmpty }

    private var isBundle: Bool {
        guard let data = FileManager.default.contents(atPath: target + "/" + Manifest.path) else { return false }
        return String(decoding: data.prefix(200), as: UTF8.self).contains("\"\(Manifest.schema)\"")
    }
}
