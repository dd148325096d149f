import Filings
import Glibc

/// Why an input could not be read. The wording lives here and nowhere else.
package enum IngestError: Error, Hashable, Sendable {
    case notFound
    case unreadable(reason: String)
    case notARegularFile
    case tooLarge(bytes: Int, limit: Int)
    case empty
    case notText
    case foreign(ForeignFormat)
    case brokenArchive
    case brokenDocument
    case scanned
    case toolMissing(program: String, package: String)
    case suspiciousArchive
    case outsideArchive
    case tooManyLines(limit: Int)
    case lineTooLong(line: Int, limit: Int)
    case rowTooWide(line: Int, limit: Int)
    case tooManyCells(limit: Int)
    case cellTooLong(limit: Int)
    case openQuote(line: Int)
    case noSheet(name: String, sheets: [String])
    case declaresEntities
    case folderTooDeep(limit: Int)
    case folderLoop
    case isBundle
    case tooManyFiles(limit: Int)

    /// What the system says of a file (`errno`).
    static func system(_ number: Int32) -> IngestError {
        number == ENOENT ? .notFound : .unreadable(reason: String(cString: strerror(number)))
    }

    package var message: Words {
        let (zh, en) = wording
        return Words(zh, en)
    }

    private var wording: (String, String) {
        switch self {
        case .notFound: ("找不到该文件或文件夹，请检查路径", "no such file or folder; check the path")
        case .unreadable(let reason): ("无法读取（\(reason)），请检查权限", "cannot be read (\(reason)); check its permissions")
        case .notARegularFile: ("不是普通文件", "is not a regular file")
        case .tooLarge(let bytes, let limit):
            (
                "文件有 \(Self.megabytes(bytes)) MB，超过上限 \(Self.megabytes(limit)) MB；年度报告通常不到 1 MB，请拆分或检查",
                "has \(Self.megabytes(bytes)) MB, over the limit of \(Self.megabytes(limit)) MB; a filing rarely has 1 MB: split or check it"
            )
        case .empty: ("是空文件", "is empty")
        case .notText: ("不是可识别的文本（含二进制内容或编码无效）", "is no text that can be decoded (binary content or invalid encoding)")
        case .foreign(let format): format.words
        case .brokenDocument: ("文档已损坏或处理超时", "the document is damaged or took too long")
        case .scanned: ("扫描件，没有文本层，未读取；请先做文字识别", "scanned, no text layer: not read; recognise its text first")
        case .toolMissing(let program, let package):
            (
                "缺少程序 \(program)，请安装：apt-get install \(package)",
                "the program \(program) is missing: apt-get install \(package)"
            )
        case .brokenArchive: ("压缩包或文档已损坏", "the archive or document is damaged")
        case .outsideArchive: ("压缩包内路径指向包外，未读取", "points out of its archive; not read")
        case .suspiciousArchive: ("压缩比异常，疑似压缩炸弹，未解压", "unpacks to far more than its size; not unpacked")
        case .tooManyLines(let limit): ("行数超过上限 \(limit)", "has more than \(limit) lines")
        case .lineTooLong(let line, let limit):
            ("第 \(line) 行超过 \(limit) 字", "line \(line) has more than \(limit) characters")
        case .rowTooWide(let line, let limit): ("第 \(line) 行超过 \(limit) 格", "line \(line) has more than \(limit) cells")
        case .tooManyCells(let limit): ("表格超过 \(limit) 格", "has more than \(limit) cells")
        case .cellTooLong(let limit): ("有单元格超过 \(limit) 字节", "has a cell of more than \(limit) bytes")
        case .openQuote(let line): ("第 \(line) 行起的引号没有闭合", "the quotation mark on line \(line) is never closed")
        case .noSheet(let name, let sheets):
            (
                "没有名为“\(name)”的工作表，现有：\(sheets.joined(separator: "、"))",
                "has no sheet “\(name)”; it has: \(sheets.joined(separator: ", "))"
            )
        case .declaresEntities: ("文档含实体声明，未读取", "declares entities; not read")
        case .folderTooDeep(let limit): ("文件夹层数超过 \(limit)", "folders are nested deeper than \(limit)")
        case .folderLoop: ("文件夹链接成环，未重复进入", "is a link back to a folder already visited; not entered again")
        case .isBundle: ("是本程序生成的成果包，未作为输入读取", "is a bundle made by this program; not read as input")
        case .tooManyFiles(let limit): ("文件数超过上限 \(limit)", "more than \(limit) files")
        }
    }

    /// Rounded up.
    private static func megabytes(_ bytes: Int) -> Int { (bytes >> 20) + (bytes & ((1 << 20) - 1) == 0 ? 0 : 1) }
}
