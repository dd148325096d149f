import Foundation

/// Files that appear whole or not at all: written beside, then renamed.
package enum AtomicFile {
    package static func write(_ bytes: [UInt8], to path: String) throws(PublishingError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw .notWritable(path: path, reason: "is a folder")
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .notWritable(path: path, reason: (error as NSError).localizedDescription)
        }
    }
}
