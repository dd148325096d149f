import Filings

/// What keeps a bundle or a picture from being written. Worded here.
package enum PublishingError: Error, Hashable, Sendable {
    case drawing(Words)
    case notWritable(path: String, reason: String)
    case isAFile(path: String)
    case notABundle(path: String)
    case template(String)

    package var words: Words {
        switch self {
        case .drawing(let words): words
        case .notWritable(let path, let reason):
            Words(
                "无法写入 \(path)：\(reason)；请检查权限和磁盘空间", "cannot write \(path): \(reason); check permissions and free space"
            )
        case .isAFile(let path):
            Words(
                "输出路径 \(path) 是文件，需要文件夹；请换一个路径",
                "the output \(path) is a file and a folder is needed; choose another path")
        case .notABundle(let path):
            Words(
                "文件夹 \(path) 已存在且不是本程序生成的成果包（没有 manifest.json），为免误删未覆盖；请换路径或加 --force",
                "the folder \(path) exists and is no bundle of this program (no manifest.json of ours); it is left alone: choose another path or add --force"
            )
        case .template(let text): Words("模板错误：\(text)", "template: \(text)")
        }
    }
}
