import Glibc

/// A name in a folder, with what the folder itself tells of it: asking the file system about each of many thousand
/// files takes longer than listing them.
struct FolderEntry {
    enum Kind {
        case file, folder
        /// A link, or nothing that the folder tells.
        case unknown
    }

    var name: String
    var kind: Kind

    /// The entries of a folder but itself and its parent, in no order.
    static func all(in folder: String) throws(IngestError) -> [FolderEntry] {
        guard let stream = opendir(folder) else { throw .system(errno) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            guard name != ".", name != ".." else { continue }
            entries.append(FolderEntry(name: name, kind: kind(Int(entry.pointee.d_type))))
        }
        return entries
    }

    private static func kind(_ type: Int) -> Kind {
        switch type {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        default: .unknown
        }
    }
}
