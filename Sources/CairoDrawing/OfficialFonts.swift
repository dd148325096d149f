/// What official documents are set in (GB/T 9704-2012), each role by the first of its families that is installed, else
/// by the free stand-in. The fonts come with office software and have one weight.
package struct OfficialFonts: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// 小标宋, 仿宋, 黑体, 楷体.
        case title, body, heading, subheading

        /// By the names that systems and office suites give them.
        var families: [String] {
            switch self {
            case .title: ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋"]
            case .body: ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "STFangsong"]
            case .heading: ["黑体", "SimHei", "方正黑体_GBK", "华文黑体", "STHeiti"]
            case .subheading: ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "华文楷体", "STKaiti"]
            }
        }

        var standIn: String {
            self == .title || self == .body ? FontFamilies.noto.serif : FontFamilies.noto.sans
        }
        package var zh: String {
            switch self {
            case .title: "标题"
            case .body: "正文"
            case .heading: "一级标题"
            case .subheading: "二级标题"
            }
        }
        package var en: String {
            switch self {
            case .title: "title"
            case .body: "text"
            case .heading: "headings"
            case .subheading: "subheadings"
            }
        }
    }

    private let found: [Role: String]

    /// From the names of the families that a system has.
    package init(installed: [String]) {
        let installed = Set(installed)
        found = Role.allCases.reduce(into: [:]) { $0[$1] = $1.families.first(where: installed.contains) }
    }

    package func family(_ role: Role) -> String { found[role] ?? role.standIn }
    package func isOfficial(_ role: Role) -> Bool { found[role] != nil }

    /// For the headlines of printed charts; all else in a chart is set in the sans.
    package var chartFamilies: FontFamilies {
        FontFamilies(serif: family(.title), serifHasBold: !isOfficial(.title))
    }

    /// All families in use, the sans of the charts first, each once.
    package var names: [String] {
        Role.allCases.reduce(into: [FontFamilies.noto.sans]) { names, role in
            if !names.contains(family(role)) { names.append(family(role)) }
        }
    }
}
